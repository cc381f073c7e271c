"""Can people log in, and can strangers not try for ever?"""

import pytest
from django.test import Client

from dekkend.accounts.models import LoginFailure, User

pytestmark = pytest.mark.django_db
LOGIN = "/account/inloggen/"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("Ib@Zilverkust.example", "vier woorden op rij", name="Joris")


def try_login(client: Client, password: str, email: str = "ib@zilverkust.example", **more):
    return client.post(LOGIN, {"email": email, "password": password, **more})


def test_a_person_logs_in_with_email_in_any_case(client, user):
    response = try_login(client, "vier woorden op rij", "IB@zilverkust.EXAMPLE")
    assert (response.status_code, response["Location"]) == (302, "/")


def test_after_login_the_wanted_page_opens(client, user):
    assert client.get("/account/")["Location"] == "/account/inloggen/?next=/account/"
    assert try_login(client, "vier woorden op rij", next="/account/")["Location"] == "/account/"


def test_login_does_not_lead_to_another_site(client, user):
    assert try_login(client, "vier woorden op rij", next="https://elders.example/")["Location"] == "/"


def test_a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong(client, user):
    wrong = try_login(client, "fout").content.decode()
    unknown = try_login(client, "fout", "niemand@zilverkust.example").content.decode()
    assert "horen niet bij elkaar" in wrong
    assert "horen niet bij elkaar" in unknown
    assert 'value="ib@zilverkust.example"' in wrong


def test_after_too_many_failures_even_the_right_password_has_to_wait(client, user, settings):
    for _ in range(settings.LOGIN_FAILURES_ALLOWED):
        try_login(client, "fout")
    response = try_login(client, "vier woorden op rij")
    assert response.status_code == 422
    assert "Probeer het opnieuw om" in response.content.decode()


def test_a_stranger_at_another_address_cannot_lock_someone_out(client, user, settings):
    for _ in range(settings.LOGIN_FAILURES_ALLOWED):
        client.post(LOGIN, {"email": user.email, "password": "fout"}, REMOTE_ADDR="192.0.2.1")
    assert try_login(client, "vier woorden op rij").status_code == 302


def test_the_table_of_failures_names_nobody(client, user):
    try_login(client, "fout")
    assert all("zilverkust" not in failure.key for failure in LoginFailure.objects.all())


def test_logging_out_needs_a_button_not_a_link(client, user):
    client.force_login(user)
    assert client.get("/account/uitloggen/").status_code == 405
    assert client.post("/account/uitloggen/").status_code == 302
    assert client.get("/account/").status_code == 302


def test_a_new_password_is_taken_when_the_old_one_is_right(client, user):
    client.force_login(user)
    response = client.post("/account/wachtwoord/", {"old": "vier woorden op rij", "new": "duin helm meeuw strand"})
    assert response.status_code == 302
    assert User.objects.get().check_password("duin helm meeuw strand")
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize(("old", "new"), [("fout", "duin helm meeuw strand"), ("vier woorden op rij", "kort")])
def test_a_wrong_old_or_too_short_new_password_is_refused_beside_its_field(client, user, old, new):
    client.force_login(user)
    response = client.post("/account/wachtwoord/", {"old": old, "new": new})
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()
    assert User.objects.get().check_password("vier woorden op rij")
