"""Can someone see where the account is in use, and end it there, and only there?"""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from dekkend.accounts.models import User
from dekkend.audit.models import Entry
from tests.features.accounts.conftest import PASSWORD, log_in

pytestmark = pytest.mark.django_db
SESSIONS = "/account/sessies/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"


def end(client: Client, session: UserSession):
    return client.post(f"{SESSIONS}{session.pk}/afsluiten/")


def test_another_session_is_named_and_can_be_ended(client, user):
    other = Client(headers={"user-agent": FIREFOX})
    log_in(client)
    log_in(other)
    page = client.get(SESSIONS).content.decode()
    assert "Firefox op Windows" in page
    assert "Dit is deze sessie" in page
    end(client, UserSession.objects.get(user_agent=FIREFOX))
    assert other.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200
    assert str(Entry.objects.latest("pk")) == "Joris logde een ander apparaat uit: Firefox op Windows."


def test_all_others_are_ended_at_once(client, user):
    others = [Client(), Client()]
    for browser in (client, *others):
        log_in(browser)
    client.post(SESSIONS)
    assert [browser.get("/account/").status_code for browser in (client, *others)] == [200, 302, 302]
    assert str(Entry.objects.latest("pk")) == "Joris logde alle andere apparaten uit (2)."


def test_the_session_of_someone_else_cannot_be_ended(client, user):
    log_in(client)
    User.objects.create_user("ander@zilverkust.example", PASSWORD, name="Ander")
    other = Client()
    other.post("/account/inloggen/", {"login": "ander@zilverkust.example", "password": PASSWORD})
    assert end(client, UserSession.objects.get(user__name="Ander")).status_code == 404
    assert other.get("/account/").status_code == 200


def test_the_own_session_is_ended_by_logging_out_only(client, user):
    log_in(client)
    end(client, UserSession.objects.get())
    assert client.get("/account/").status_code == 200


def test_a_name_that_a_browser_gives_itself_is_shown_as_text(client, user):
    other = Client(headers={"user-agent": "<script>alert(1)</script>"})
    log_in(client)
    log_in(other)
    page = client.get(SESSIONS).content.decode()
    assert "<script>alert" not in page
    assert "Onbekend apparaat" in page
