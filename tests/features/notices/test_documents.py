"""Are people told once when what they handed in is done, and at once when a number has to go?"""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone

from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Role
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.actions.taking_in import take_in
from tests.factories.documents import profile_text

pytestmark = pytest.mark.django_db


def hand_in(by, site, *contents: bytes) -> list[int]:
    files = [ContentFile(content, name=f"{at}.txt") for at, content in enumerate(contents)]
    return [document.pk for document in take_in(files, by=by, partnership=site.partnership, now=timezone.now()).documents]


def told() -> list[str]:
    return sorted(Outgoing.objects.values_list("notice", flat=True))


def test_one_mail_when_the_last_document_is_read(person, site):
    adviser = person(Role.ADVISER, site)
    first, second = hand_in(adviser, site, profile_text(), profile_text(ending="\nSlot."))
    read_waiting(first, now=timezone.now())
    assert told() == []
    read_waiting(second, now=timezone.now())
    mail = Outgoing.objects.get()
    assert (mail.notice, mail.address, mail.partnership_id) == ("reading.batch_read", adviser.email, site.partnership_id)
    assert "2 documenten" in mail.text


def test_what_was_not_read_is_told_apart(person, site):
    for document in hand_in(person(Role.ADVISER, site), site, profile_text(), b""):
        read_waiting(document, now=timezone.now())
    assert told() == ["reading.batch_read", "reading.batch_refused"]
    assert "1 document." in Outgoing.objects.get(notice="reading.batch_refused").text


def test_a_private_number_is_told_at_once_and_without_the_number(person, site):
    held, _ = hand_in(person(Role.ADVISER, site), site, profile_text() + b"\nBSN 123456782\n", profile_text())
    read_waiting(held, now=timezone.now())
    mail = Outgoing.objects.get()
    assert mail.notice == "reading.held_apart"
    assert "123456782" not in mail.text


@pytest.mark.django_db(transaction=True)
def test_two_workers_who_finish_together_tell_it_once(person, site):
    documents = hand_in(person(Role.ADVISER, site), site, b"", b"\x00")
    start = Barrier(2)

    def work(document: int) -> None:
        start.wait()
        read_waiting(document, now=timezone.now())
        connection.close()

    threads = [Thread(target=work, args=(document,)) for document in documents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told() == ["reading.batch_refused"]
