"""Can someone choose a new password, also without the old one, and can nobody else?"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.notices.actions import forget_old, send, wipe_dead_links
from dekkend.notices.models import Outgoing
from dekkend.notices.words import State

pytestmark = pytest.mark.django_db
OLD, NEW = "vier woorden op rij", "duin helm meeuw strand"
FORGOTTEN = "/account/wachtwoord-vergeten/"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("ib@zilverkust.example", OLD, name="Joris")


def asked(client: Client, user: User) -> str:
    client.post(FORGOTTEN, {"email": user.email})
    return re.search(r"https?://[^/]+(/\S+)", Outgoing.objects.latest("pk").text).group(1)


def test_a_new_password_is_taken_when_the_old_one_is_right(client, user):
    client.force_login(user)
    response = client.post("/account/wachtwoord/", {"oldpassword": OLD, "password1": NEW})
    assert response.status_code == 302
    assert User.objects.get().check_password(NEW)
    assert client.get("/account/").status_code == 200


def test_a_new_password_ends_every_other_session_and_is_told_by_mail(client, user):
    other = Client()
    for browser in (client, other):
        browser.force_login(user)
    client.post("/account/wachtwoord/", {"oldpassword": OLD, "password1": NEW})
    assert other.get("/account/").status_code == 302
    told = Outgoing.objects.get()
    assert (told.subject, told.address) == ("Uw wachtwoord is veranderd", user.email)
    assert "Hebt u dat niet zelf gedaan?" in told.text


@pytest.mark.parametrize(("old", "new"), [("fout", NEW), (OLD, "kort"), (OLD, ""), (OLD, "ib@zilverkust.example")])
def test_a_wrong_old_or_weak_new_password_is_refused_beside_its_field(client, user, old, new):
    client.force_login(user)
    response = client.post("/account/wachtwoord/", {"oldpassword": old, "password1": new})
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()
    assert User.objects.get().check_password(OLD)


def test_whoever_forgot_the_password_chooses_a_new_one_by_mail(client, user):
    address = asked(client, user)
    form = client.get(address)["Location"]
    assert "set-password" in form
    assert client.post(form, {"password1": NEW})["Location"] == "/account/wachtwoord-vergeten/klaar/"
    assert User.objects.get().check_password(NEW)


def test_the_link_in_the_mail_works_once(client, user):
    address = asked(client, user)
    client.post(client.get(address)["Location"], {"password1": NEW})
    assert "al gebruikt of te oud" in Client().get(address, follow=True).content.decode()


def test_the_link_in_the_mail_ends_after_one_day(client, user, monkeypatch):
    address = asked(client, user)
    from datetime import datetime

    from django.contrib.auth.tokens import PasswordResetTokenGenerator

    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self: datetime.now() + timedelta(days=1, minutes=1))  # noqa: DTZ005
    assert "al gebruikt of te oud" in client.get(address, follow=True).content.decode()


def test_the_answer_does_not_tell_who_has_an_account(client, user):
    known = client.post(FORGOTTEN, {"email": user.email}, follow=True)
    unknown = client.post(FORGOTTEN, {"email": "niemand@zilverkust.example"}, follow=True)
    assert known.content == unknown.content
    assert told() == ["Kies een nieuw wachtwoord voor Dekkend", "Geen account bij Dekkend"]


def told() -> list[str]:
    return list(Outgoing.objects.order_by("pk").values_list("subject", flat=True))


def test_the_link_is_kept_no_longer_than_it_takes_to_send_it(client, user):
    asked(client, user)
    waiting = Outgoing.objects.get()
    assert send(waiting.pk, now=timezone.now()) is State.SENT
    assert "/account/wachtwoord-vergeten/" in mail.outbox[0].body
    assert Outgoing.objects.get().text == ""


def test_a_link_that_could_not_be_sent_is_wiped_when_it_stops_working(client, user, settings):
    asked(client, user)
    works = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    made = Outgoing.objects.get().made_at
    assert wipe_dead_links(now=made + works - timedelta(seconds=1)) == 0
    assert wipe_dead_links(now=made + works) == 1
    found = Outgoing.objects.get()
    assert (found.text, found.state, found.failure) == ("", "failed", "link_expired")


def test_the_address_of_a_stranger_is_forgotten_soon_and_seen_by_no_administrator(client, site):
    client.post(FORGOTTEN, {"email": "niemand@elders.example"})
    mail_to_stranger = Outgoing.objects.get()
    assert mail_to_stranger.partnership_id is None
    assert forget_old(now=mail_to_stranger.made_at + timedelta(days=2, seconds=1)) == 1


def test_the_link_leads_to_this_site_even_when_the_request_lies_about_it(client, user):
    assert client.post(FORGOTTEN, {"email": user.email}, HTTP_HOST="elders.example").status_code == 400
    assert told() == []


def test_nobody_is_flooded_with_mails(client, user):
    answers = [client.post(FORGOTTEN, {"email": user.email}).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert len(told()) == 5
