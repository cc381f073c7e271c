"""Can people log in, and can strangers not try for ever or find out who has an account?"""

import pytest
from django.test import Client

from dekkend.accounts.models import CacheEntry, User
from tests.features.accounts.conftest import AFTER

pytestmark = pytest.mark.django_db
LOGIN = "/account/inloggen/"


@pytest.fixture
def user() -> User:
    return User.objects.create_user("Ib@Zilverkust.example", "vier woorden op rij", name="Joris")


@pytest.fixture
def few(settings) -> int:
    """The limits that take 80 attempts, lowered to 10: for a whole address, and for an account seen from everywhere."""
    limits = {"login_failed": "8/15m/key,10/15m/ip", "login_failed_account": "10/15m/key"}
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | limits
    return 10


def try_login(client: Client, password: str, email: str = "ib@zilverkust.example", **more):
    return client.post(LOGIN, {"login": email, "password": password}, **more)


def test_a_person_logs_in_with_email_in_any_case(client, user):
    response = try_login(client, "vier woorden op rij", "IB@zilverkust.EXAMPLE")
    assert (response.status_code, response["Location"]) == (302, AFTER)


def test_after_login_the_wanted_page_opens(client, user):
    assert client.get("/account/")["Location"] == "/account/inloggen/?next=/account/"
    assert 'name="next" value="/account/"' in client.get("/account/inloggen/?next=/account/").content.decode()
    response = client.post(LOGIN, {"login": user.email, "password": "vier woorden op rij", "next": "/account/"})
    assert response["Location"] == "/account/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elders.example/",
        "//elders.example/",
        "/\\elders.example/",
        "javascript:alert(1)",
        "https:///elders.example",
        "http:elders.example",
    ],
)
def test_login_and_logout_do_not_lead_to_another_site(client, user, elsewhere):
    given = {"login": user.email, "password": "vier woorden op rij", "next": elsewhere}
    assert client.post(LOGIN, given)["Location"] == AFTER
    assert client.post("/account/uitloggen/", {"next": elsewhere})["Location"] == "/"


def test_a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong(client, user):
    wrong = try_login(client, "fout")
    unknown = try_login(client, "fout", "niemand@zilverkust.example")
    assert wrong.status_code == unknown.status_code == 422
    assert "horen niet bij elkaar" in wrong.content.decode()
    assert "horen niet bij elkaar" in unknown.content.decode()
    assert 'value="ib@zilverkust.example"' in wrong.content.decode()


def test_someone_who_may_no_longer_log_in_is_told_so_only_with_the_right_password(client, user):
    User.objects.update(is_active=False)
    assert "horen niet bij elkaar" in try_login(client, "fout").content.decode()
    response = try_login(client, "vier woorden op rij")
    assert response["Location"] == "/account/gesloten/"
    assert "Dit account is gesloten" in client.get("/account/gesloten/").content.decode()
    assert client.get("/account/").status_code == 302


def test_a_field_that_was_left_empty_is_named_beside_it(client):
    page = client.post(LOGIN, {"login": "geen adres", "password": ""}).content.decode()
    assert "Dit is geen e-mailadres" in page
    assert "Vul uw wachtwoord in." in page


def test_after_too_many_failures_even_the_right_password_has_to_wait(client, user, settings):
    for _ in range(settings.LOGIN_FAILURES_ALLOWED):
        try_login(client, "fout")
    response = try_login(client, "vier woorden op rij")
    assert response.status_code == 422
    assert "Probeer het over 15 minuten opnieuw" in response.content.decode()


def test_a_stranger_at_another_address_cannot_lock_someone_out(client, user, settings):
    for _ in range(settings.LOGIN_FAILURES_ALLOWED):
        try_login(client, "fout", REMOTE_ADDR="192.0.2.1")
    assert try_login(client, "vier woorden op rij").status_code == 302


def test_one_account_is_not_guessed_at_from_many_addresses_for_ever(client, user, few):
    for number in range(few):
        try_login(client, "fout", REMOTE_ADDR=f"192.0.2.{number}")
    assert "Probeer het over 15 minuten opnieuw" in try_login(client, "vier woorden op rij").content.decode()


def test_one_address_does_not_guess_at_many_accounts_for_ever(client, user, few):
    for number in range(few):
        try_login(client, "fout", f"naam{number}@zilverkust.example")
    assert "Probeer het over 15 minuten opnieuw" in try_login(client, "vier woorden op rij").content.decode()


def test_a_school_behind_one_router_can_log_in_all_at_once(client, user, few):
    for _ in range(few + 1):
        assert try_login(Client(), "vier woorden op rij").status_code == 302


def test_behind_a_proxy_the_address_that_the_proxy_gives_counts(client, user, settings):
    settings.CLIENT_ADDRESS_HEADER = "HTTP_X_REAL_IP"
    for _ in range(settings.LOGIN_FAILURES_ALLOWED):
        try_login(client, "fout", HTTP_X_REAL_IP="192.0.2.1")
    assert try_login(client, "vier woorden op rij", HTTP_X_REAL_IP="192.0.2.1").status_code == 422
    assert try_login(client, "vier woorden op rij", HTTP_X_REAL_IP="192.0.2.2").status_code == 302


def test_the_table_of_counters_names_nobody(client, user):
    try_login(client, "fout")
    rows = CacheEntry.objects.values_list("cache_key", "value")
    assert rows
    assert not [row for row in rows if "zilverkust" in "".join(row) or "127.0.0.1" in "".join(row)]


def test_logging_out_needs_a_button_not_a_link(client, user):
    client.force_login(user)
    assert client.get("/account/uitloggen/").status_code == 405
    assert client.post("/account/uitloggen/").status_code == 302
    assert client.get("/account/").status_code == 302


def test_nobody_signs_up_without_an_invitation(client):
    for response in (
        client.get("/account/aanmelden/"),
        client.post("/account/aanmelden/", {"email": "ik@elders.example", "password1": "x" * 20}),
    ):
        assert response.status_code == 403
        assert "Een account krijgt u op uitnodiging" in response.content.decode()
    assert not User.objects.exists()


def test_a_session_that_someone_else_prepared_is_worth_nothing_after_login(client, user):
    client.get(LOGIN)
    client.session["planted"] = True
    client.session.save()
    before = client.session.session_key
    try_login(client, "vier woorden op rij")
    assert client.session.session_key != before
    stranger = Client()
    stranger.cookies["sessionid"] = before or "geplant"
    assert stranger.get("/account/").status_code == 302


@pytest.mark.parametrize("address", [LOGIN, "/account/inloggen/passkey/", "/account/wachtwoord-vergeten/", "/account/uitloggen/"])
def test_a_form_from_another_site_is_refused(user, address):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"login": user.email, "password": "vier woorden op rij"}).status_code == 403
