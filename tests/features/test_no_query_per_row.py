"""Does a screen with a list ask the database as often for three rows as for one? Those that have no such test beside their others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.audit.words import Area
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.models import Invitation, Membership
from dekkend.organisations.words import Role
from dekkend.reading.actions import checking
from dekkend.reading.words.states import Answer
from tests.factories.documents import profile_text, read_document, waiting_document
from tests.factories.organisations import a_site
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def administrator(person, site):
    return person(Role.ADMINISTRATOR, site)


@pytest.fixture
def queries(administrator):
    """`queries(address)`: how many questions the database gets when the administrator opens it (the second time: caches are warm)."""
    client = signed_in_fully(administrator)

    def count(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    return count


def test_the_files_of_one_batch(administrator, site, queries):
    document = read_document(administrator, site)
    address = f"/documenten/stapel/{document.batch_id}/"
    one = queries(address)
    for at in range(2):
        more = waiting_document(administrator, site, profile_text(ending=f"\nSlot {at}."), name=f"{at}.txt")
        more.batch_id, more.site = document.batch_id, a_site(site.partnership)
        more.save()
    assert queries(address) == one


def test_the_answers_given_while_checking(administrator, site, queries):
    document = read_document(administrator, site)
    address = f"/documenten/{document.pk}/nakijken/?vraag=limits"
    for at, path in enumerate(("vision", "school.phone", "school.email")):
        checking.answer(document, path, "zo is het", kind=Answer.CORRECTED, by=administrator, now=NOW)
        if at == 0:
            one = queries(address)
    assert queries(address) == one


def test_the_schools_that_a_document_may_be_about(administrator, site, queries):
    document = read_document(administrator, site)
    address = f"/documenten/{document.pk}/overnemen/"
    one = queries(address)
    for _ in range(2):
        a_site(site.partnership)
    assert queries(address) == one


def test_the_invitations_that_are_open(administrator, site, queries):
    def invite(at: int) -> None:
        dates = {"invited_at": NOW, "expires_at": timezone.now() + timedelta(7)}
        given = {"role": "teacher", "site": site, "invited_by": administrator, "secret_hash": f"{at:064}"}
        Invitation.objects.create(email=f"{at}@zilverkust.example", **given, **dates)

    invite(0)
    one = queries("/mensen/")
    invite(1)
    invite(2)
    assert queries("/mensen/") == one


def test_the_roles_that_end(person, site, queries):
    def end(user) -> None:
        Membership.anywhere.filter(user=user).update(ends_on=timezone.localdate())

    end(person(Role.BOARD, site))  # of a board is asked in which regions it is
    one = queries("/mensen/verlengen/")
    end(person(Role.COUNCIL, a_site(site.partnership)))
    end(person(Role.BOARD, a_site(site.partnership)))
    assert queries("/mensen/verlengen/") == one


def test_the_post_of_the_demo(site, queries, settings):
    settings.DEMO = True

    def mail(at: int) -> None:
        joris = Recipient("joris@devuursprot.example", "Joris van Duinkerke", 7)
        values = {"count": "3 documenten"}
        tell(Notice.BATCH_READ, [joris], about=f"batch-{at}", values=values, link="/", now=NOW, area=Area(site.partnership_id))

    mail(0)
    one = queries("/berichten/post/")
    mail(1)
    mail(2)
    assert queries("/berichten/post/") == one


def test_the_kinds_of_mail_ask_only_who_looks(queries):
    assert queries("/berichten/soorten/") == 3  # session, person, roles


def test_the_own_log(administrator, site, queries):
    document = read_document(administrator, site)
    one = queries("/logboek/mijn/")
    for path in ("vision", "school.phone"):
        checking.answer(document, path, "zo is het", kind=Answer.CORRECTED, by=administrator, now=NOW)
    assert queries("/logboek/mijn/") == one
