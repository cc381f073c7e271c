"""Does each mail go out once, later when the server is away, and never by a guess?"""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from dekkend.notices.actions import LEASE, forget_old, send, send_again, settle_lost, take_due, tell
from dekkend.notices.jobs import take_up_mail
from dekkend.notices.models import Outgoing
from dekkend.notices.rules.attempts import WAITS
from dekkend.notices.words import Notice, State
from tests.features.notices.conftest import JORIS, NOW

pytestmark = pytest.mark.django_db


def state_of(outgoing: Outgoing) -> str:
    return Outgoing.objects.get(pk=outgoing.pk).state


@pytest.fixture
def server(monkeypatch):
    """`server(open=..., send=...)`: the mail server stumbles over these errors."""

    def stumble(**errors: Exception) -> None:
        for name, error in errors.items():
            method = {"open": "open", "send": "send_messages"}[name]

            def fail(*args, error=error, **kwargs):
                raise error

            monkeypatch.setattr(EmailBackend, method, fail)

    return stumble


def test_a_mail_goes_out_as_text_and_as_html(waiting):
    assert send(waiting().pk, now=NOW) is State.SENT
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["joris@devuursprot.example"], "Uw documenten zijn gelezen")
    assert "http://127.0.0.1:8000/documenten/stapel/1/" in sent.body
    assert "<p>Beste Joris van Duinkerke,</p>" in sent.alternatives[0].content


def test_the_same_occasion_is_told_once(waiting):
    first = waiting()
    assert waiting().pk == first.pk
    assert send(first.pk, now=NOW) is State.SENT
    assert send(first.pk, now=NOW) is None
    assert tell(Notice.BATCH_READ, [JORIS], about="batch-1", now=NOW, values={"count": "4 documenten"}) == 0
    assert len(mail.outbox) == 1


def test_what_is_undone_is_not_told(db):
    with transaction.atomic():
        tell(Notice.BATCH_READ, [JORIS], about="batch-1", now=NOW, values={"count": "3 documenten"})
        transaction.set_rollback(True)
    assert take_up_mail(now=NOW) == 0


def test_a_link_that_gives_entry_is_wiped_after_sending(waiting):
    values = {"inviter": "Yara", "role": "IB", "place": "De Vuursprot", "until": "16 maart"}
    invitation = waiting(Notice.INVITATION, "invitation-1", values=values, link="/uitnodiging/geheim/")
    send(invitation.pk, now=NOW)
    assert "geheim" in mail.outbox[0].body
    assert Outgoing.objects.get().text == ""


@pytest.mark.parametrize("error", [ConnectionRefusedError(), TimeoutError(), smtplib.SMTPAuthenticationError(535, b"no")])
def test_a_server_that_is_away_is_tried_again_later(waiting, server, error):
    outgoing = waiting()
    server(open=error)
    assert send(outgoing.pk, now=NOW) is State.WAITING
    outgoing.refresh_from_db()
    assert (outgoing.next_attempt_at, outgoing.failure) == (NOW + WAITS[0], type(error).__name__)
    assert send(outgoing.pk, now=NOW) is None


def test_after_the_last_attempt_the_failure_can_be_seen(waiting, server):
    outgoing, now = waiting(), NOW
    server(open=ConnectionRefusedError())
    for _ in range(len(WAITS) + 1):
        send(outgoing.pk, now=now)
        now += timedelta(days=1)
    assert state_of(outgoing) == "failed"


@pytest.mark.parametrize(
    ("error", "state", "code"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user joris")}), State.FAILED, "address_refused"),
        (smtplib.SMTPRecipientsRefused({"a": (451, b"greylisted")}), State.WAITING, "address_refused"),
        (smtplib.SMTPDataError(554, b"spam"), State.FAILED, "smtp_554"),
        (smtplib.SMTPDataError(452, b"full"), State.WAITING, "smtp_452"),
        (smtplib.SMTPServerDisconnected("x"), State.UNCLEAR, "line_broke"),
        (TimeoutError(), State.UNCLEAR, "line_broke"),
    ],
)
def test_what_the_server_says_decides_what_happens(waiting, server, error, state, code):
    outgoing = waiting()
    server(send=error)
    assert send(outgoing.pk, now=NOW) is state
    outgoing.refresh_from_db()
    assert outgoing.failure == code


@pytest.mark.parametrize(("after", "state"), [(-1, "sending"), (0, "sending"), (1, "unclear")])
def test_a_mail_whose_sender_died_is_not_sent_again_by_itself(waiting, after, state):
    outgoing = waiting()
    Outgoing.objects.update(state="sending", attempts=1, lease_until=NOW + LEASE)
    settle_lost(now=NOW + LEASE + timedelta(seconds=after))
    assert state_of(outgoing) == state
    assert take_up_mail(now=NOW + timedelta(days=1)) == 0
    assert mail.outbox == []


def test_a_sender_that_was_only_slow_does_not_overwrite_the_next(waiting, monkeypatch):
    outgoing = waiting()

    def slow(**given) -> None:
        Outgoing.objects.update(state="sending", attempts=2)

    monkeypatch.setattr("dekkend.notices.actions.deliver", slow)
    assert send(outgoing.pk, now=NOW) is None
    assert state_of(outgoing) == "sending"


def test_a_person_can_have_a_stuck_mail_sent_again(waiting):
    outgoing = waiting()
    assert send_again(outgoing, by=None, now=NOW) is False
    Outgoing.objects.update(state="unclear")
    assert send_again(outgoing, by=None, now=NOW) is True
    assert send(outgoing.pk, now=NOW) is State.SENT


def test_one_job_is_asked_for_each_mail_until_it_must_be_lost(waiting):
    outgoing = waiting()
    assert take_due(now=NOW) == [outgoing.pk]
    assert take_due(now=NOW + timedelta(minutes=4, seconds=59)) == []
    assert take_due(now=NOW + timedelta(minutes=5)) == [outgoing.pk]


@pytest.mark.parametrize(("days", "left"), [(90, 1), (91, 0)])
def test_old_mail_is_forgotten(waiting, days, left):
    waiting()
    forget_old(now=NOW + timedelta(days=days))
    assert Outgoing.objects.count() == left


@pytest.mark.django_db(transaction=True)
def test_a_worker_sends_what_waits(waiting):
    from dekkend.config.work import drain

    outgoing = waiting()
    assert take_up_mail(now=NOW) == 1
    drain()
    assert state_of(outgoing) == "sent"
    assert len(mail.outbox) == 1
