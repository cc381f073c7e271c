"""Is signing in, failing to, leaving and choosing a password written down, and told where that matters?"""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing

pytestmark = pytest.mark.django_db
PASSWORD, NEW = "vier woorden op rij", "duin helm meeuw strand"


@pytest.fixture
def joris() -> User:
    return User.objects.create_user("ib@zilverkust.example", PASSWORD, name="Joris", last_login=timezone.now())


def sign_in(client: Client, password: str = PASSWORD, email: str = "ib@zilverkust.example") -> None:
    client.post("/account/inloggen/", {"login": email, "password": password})


def written() -> list[str]:
    return [str(entry) for entry in Entry.objects.order_by("pk")]


def told() -> list[str]:
    return list(Outgoing.objects.order_by("pk").values_list("subject", flat=True))


def test_signing_in_and_out(client, joris):
    sign_in(client)
    client.post("/account/uitloggen/")
    assert written() == ["Joris logde in.", "Joris logde uit."]


def test_a_wrong_password(client, joris):
    sign_in(client, "fout")
    assert written() == ["Iemand probeerde in te loggen als Joris, met een verkeerd wachtwoord."]


def test_what_strangers_type_is_not_kept(client, joris):
    sign_in(client, "fout", "mijn-wachtwoord@zilverkust.example")
    assert written() == []


def test_a_new_password_is_written_down_and_told(client, joris):
    client.force_login(joris)
    client.post("/account/wachtwoord/", {"oldpassword": PASSWORD, "password1": NEW})
    assert written() == ["Joris koos een nieuw wachtwoord."]
    assert told() == ["Uw wachtwoord is veranderd"]


def test_a_browser_that_we_do_not_know_is_told_once(client, joris):
    for _ in range(2):
        sign_in(client)
        client.post("/account/uitloggen/")
    assert told() == ["Er is ingelogd op een nieuw apparaat"]
    sign_in(Client())
    assert len(told()) == 2


def test_a_cookie_of_someone_else_makes_no_browser_known(client, joris):
    client.cookies[f"known-{joris.pk}"] = str(joris.pk)
    sign_in(client)
    assert len(told()) == 1


def test_the_very_first_time_is_no_news(client, joris):
    User.objects.update(last_login=None)
    sign_in(client)
    assert told() == []
    assert written() == ["Joris logde in."]
