"""Can someone choose a new password, also without the old one, and can nobody else?"""

import re

import pytest
from django.core import mail
from django.test import Client

from dekkend.accounts.models import User
from dekkend.notices.models import Outgoing

pytestmark = pytest.mark.django_db
OLD, NEW = "vier woorden op rij", "duin helm meeuw strand"
FORGOTTEN = "/account/wachtwoord-vergeten/"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("ib@zilverkust.example", OLD, name="Joris")


def link_in(message) -> str:
    return re.search(r"https?://[^/]+(/\S+)", message.body).group(1)


def asked(client: Client, user: User) -> str:
    client.post(FORGOTTEN, {"email": user.email})
    return link_in(mail.outbox[-1])


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


def test_the_link_in_the_mail_ends_after_three_days(client, user, monkeypatch):
    address = asked(client, user)
    from datetime import datetime, timedelta

    from django.contrib.auth.tokens import PasswordResetTokenGenerator

    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self: datetime.now() + timedelta(days=3, minutes=1))  # noqa: DTZ005
    assert "al gebruikt of te oud" in client.get(address, follow=True).content.decode()


def test_the_answer_does_not_tell_who_has_an_account(client, user):
    known = client.post(FORGOTTEN, {"email": user.email}, follow=True)
    unknown = client.post(FORGOTTEN, {"email": "niemand@zilverkust.example"}, follow=True)
    assert known.content == unknown.content
    assert [message.subject for message in mail.outbox] == ["Kies een nieuw wachtwoord voor Dekkend", "Geen account bij Dekkend"]


def test_the_link_leads_to_this_site_even_when_the_request_lies_about_it(client, user):
    assert client.post(FORGOTTEN, {"email": user.email}, HTTP_HOST="elders.example").status_code == 400
    assert mail.outbox == []


def test_nobody_is_flooded_with_mails(client, user):
    answers = [client.post(FORGOTTEN, {"email": user.email}).status_code for _ in range(6)]
    assert answers == [302] * 5 + [429]
    assert len(mail.outbox) == 5


def test_a_mail_server_that_is_away_stops_nobody(client, user, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert client.post(FORGOTTEN, {"email": user.email}).status_code == 302
