"""Does a school login prove where someone works, give no role, and believe nothing that is not signed for us?"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from dekkend.accounts.models import Employment, User
from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing
from dekkend.organisations.models import Membership, Partnership
from tests.factories.organisations import a_region, a_site
from tests.features.accounts.conftest import AFTER, PASSWORD, log_in
from tests.features.accounts.school_server import CLIENT, SECRET, SchoolServer, new_key

pytestmark = pytest.mark.django_db
LEAVE = "/account/inloggen/school/school/"
FAILED = "Inloggen via uw school lukte niet"


@pytest.fixture
def school(settings) -> Iterator[SchoolServer]:
    """A school login that this installation offers, and the site 99ZZ01 that it speaks of."""
    a_site(a_region(), brin6="99ZZ01")
    server = SchoolServer()
    settings.SOCIALACCOUNT_PROVIDERS = server.offered()
    yield server
    server.close()


def come_in(client: Client, school: SchoolServer, query: str = ""):
    return client.get(school.leave(client.get(LEAVE + query)["Location"]))


def test_the_login_page_offers_the_school_login(client, school):
    assert "Log in met Schoollogin" in client.get("/account/inloggen/?next=/account/").content.decode()
    assert f"{LEAVE}?next=/account/" in client.get("/account/inloggen/?next=/account/").content.decode()


def test_an_employee_of_a_known_school_gets_in_without_any_role(client, school):
    assert come_in(client, school).status_code == 302
    user = User.objects.get()
    assert (user.name, user.email, user.has_usable_password()) == ("Noor van der Meer", None, False)
    assert Employment.objects.get().brin == "99ZZ"
    assert not Membership.anywhere.exists()
    page = client.get("/account/").content.decode()
    assert "U werkt bij De Vuursprot." in page
    assert "U hebt nog geen rol" in page
    assert client.get("/documenten/").status_code == 403


def test_the_second_time_it_is_the_same_person(client, school):
    for browser in (client, Client()):
        come_in(browser, school)
    assert User.objects.count() == Employment.objects.count() == 1


def test_someone_who_works_at_two_schools_is_known_at_both(client, school):
    a_site(a_region(), brin6="99YY00", name="Het Helmgras")
    come_in(client, school)
    school.person["nlEduPersonHomeOrganizationId"] = "99YY00"
    come_in(Client(), school)
    assert "Het Helmgras, De Vuursprot" in client.get("/account/").content.decode()


def test_after_the_school_login_the_wanted_page_opens_and_never_another_site(client, school):
    assert come_in(client, school, "?next=/account/")["Location"] == "/account/"
    assert come_in(Client(), school, "?next=https://elders.example/")["Location"] == AFTER


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ({"nlEduPersonHomeOrganizationId": "98XX"}, "Uw school staat nog niet in Dekkend"),
        ({"nlEduPersonHomeOrganizationId": ""}, "gaf geen geldige schoolcode"),
        ({"nlEduPersonHomeOrganizationId": "99ZZ%"}, "gaf geen geldige schoolcode"),
        ({"eduPersonAffiliation": ["student"]}, "geen account van een medewerker"),
        ({"eduPersonAffiliation": ["employee", "student"]}, "geen account van een medewerker"),
        ({"eduPersonAffiliation": []}, "geen account van een medewerker"),
    ],
)
def test_whoever_is_no_employee_of_a_known_school_is_told_why_and_gets_no_account(client, school, claims, sentence):
    school.person |= claims
    response = come_in(client, school)
    assert response.status_code == 403
    assert sentence in response.content.decode()
    assert not User.objects.exists()
    assert not SocialAccount.objects.exists()
    assert client.get("/account/").status_code == 302


def test_of_all_claims_only_school_and_capacity_are_kept(client, school):
    school.person |= {"eckId": "https://ketenid.example/1234", "employeeNumber": "77"}
    come_in(client, school)
    assert SocialAccount.objects.get().extra_data == {"brin": "99ZZ", "affiliations": ["employee"]}


def test_what_is_asked_holds_state_nonce_and_proof_and_cannot_be_changed_from_outside(client, school):
    asked = dict(parse_qsl(urlsplit(client.get(f"{LEAVE}?scope=admin&auth_params=nonce%3Dmine")["Location"]).query))
    assert len(asked["state"]) >= 16
    assert len(asked["nonce"]) >= 32
    assert asked["nonce"] != "mine"
    assert asked["code_challenge_method"] == "S256"
    assert set(asked["scope"].split()) == {"openid", "profile"}


SPOILED = {
    "signed by someone else": lambda: {"signing": {"key": new_key()}},
    "signed with a shared secret": lambda: {"signing": {"key": SECRET * 3, "algorithm": "HS256"}},
    "not signed": lambda: {"signing": {"key": None, "algorithm": "none"}},
    "an unknown key": lambda: {"signing": {"headers": {"kid": "two"}}},
    "no key named": lambda: {"signing": {"headers": {}}},
    "another nonce": lambda: {"claims": {"nonce": "geraden"}},
    "no nonce": lambda: {"claims": {"nonce": None}},
    "for another service": lambda: {"claims": {"aud": "elders"}},
    "made for another service": lambda: {"claims": {"aud": [CLIENT, "elders"], "azp": "elders"}},
    "of another maker": lambda: {"claims": {"iss": "https://elders.example"}},
    "too old": lambda: {"claims": {"exp": 1}},
    "without an end": lambda: {"claims": {"exp": None}},
    "of the future": lambda: {"claims": {"iat": 4102444800}},
    "about nobody": lambda: {"claims": {"sub": None}},
    "no token": lambda: {"token": {"id_token": ""}},
    "no token at all": lambda: {"token": {"id_token": None}},
    "rubbish": lambda: {"token": {"id_token": "a.b.c"}},
    "userinfo about someone else": lambda: {"userinfo": {"sub": "iemand-anders"}},
    "another name": lambda: {"configuration": {"issuer": "https://elders.example"}},
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_token_that_is_not_right_opens_nothing(client, school, how):
    address = school.leave(client.get(LEAVE)["Location"])
    school.spoil = SPOILED[how]()
    response = client.get(address)
    assert response.status_code == 401
    assert FAILED in response.content.decode()
    assert not User.objects.exists()


def test_the_signed_token_wins_over_what_is_said_beside_it(client, school):
    school.spoil = {"claims": {"nlEduPersonHomeOrganizationId": "98XX", "eduPersonAffiliation": "employee"}}
    assert "Uw school staat nog niet in Dekkend" in come_in(client, school).content.decode()


def test_an_answer_with_a_state_of_someone_else_is_refused(client, school):
    victim = Client()
    stolen = school.leave(client.get(LEAVE)["Location"])
    victim.get(LEAVE)
    for address in (stolen, f"{LEAVE}terug/?code=abc", f"{LEAVE}terug/?code=abc&state=geraden"):
        assert FAILED in victim.get(address).content.decode()
    assert not User.objects.exists()


def test_a_person_without_a_number_is_nobody(client, school):
    school.person["sub"] = ""
    assert FAILED in come_in(client, school).content.decode()


def test_an_answer_works_once(client, school):
    address = school.leave(client.get(LEAVE)["Location"])
    assert client.get(address).status_code == 302
    assert client.get(address).status_code == 401


def test_a_session_that_someone_else_prepared_is_worth_nothing_after_the_school_login(client, school):
    departure = client.get(LEAVE)
    before = client.session.session_key
    client.get(school.leave(departure["Location"]))
    assert client.session.session_key != before


def test_cancelling_at_the_school_leads_to_a_page_that_says_so(client, school):
    state = dict(parse_qsl(urlsplit(client.get(LEAVE)["Location"]).query))["state"]
    response = client.get(f"{LEAVE}terug/?error=access_denied&state={state}", follow=True)
    assert "Het inloggen bij uw school is afgebroken" in response.content.decode()


def test_a_school_login_that_is_away_is_no_fault_of_ours(client, school):
    school.close()
    response = client.get(LEAVE)
    assert response.status_code == 401
    assert FAILED in response.content.decode()


def test_an_address_that_already_has_an_account_is_never_taken_over(client, school, user):
    school.person["mail"] = user.email.upper()
    response = come_in(client, school)
    assert response.status_code == 403
    assert "U hebt al een account" in response.content.decode()
    assert client.get("/account/").status_code == 302


def couple(client: Client, school: SchoolServer):
    client.post("/account/bevestigen/", {"password": PASSWORD})
    page = client.post(LEAVE)
    return client.get(school.leave(page.context["address"]))


def test_someone_couples_the_school_login_to_the_own_account(client, school, user):
    log_in(client)
    assert couple(client, school)["Location"] == "/account/"
    other = Client()
    come_in(other, school)
    assert other.get("/account/").context["user"] == user
    assert Employment.objects.get().user == user


def test_coupling_needs_a_button_with_its_token_and_the_password_again(client, school, user):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    assert strict.post(LEAVE).status_code == 403
    assert client.post(LEAVE)["Location"].startswith("/account/inloggen/?next=")
    log_in(client)
    assert client.post(LEAVE)["Location"].startswith("/account/bevestigen/?next=")
    page = client.post("/account/bevestigen/", {"password": PASSWORD, "next": LEAVE})
    assert "Ga naar het inloggen van uw school" in page.content.decode()


def test_a_school_login_of_someone_else_is_not_taken_over_by_coupling(client, school, user):
    come_in(Client(), school)
    log_in(client)
    couple(client, school)
    assert "hoort al bij een ander account" in client.get("/account/").content.decode()
    assert SocialAccount.objects.get().user != user
    assert not user.employments.exists()


def test_someone_uncouples_the_school_login_again(client, school, user):
    log_in(client)
    couple(client, school)
    address = f"/account/school/{SocialAccount.objects.get().pk}/ontkoppelen/"
    assert address in client.get("/account/").content.decode()
    assert "Uw schoolaccount is ontkoppeld" in client.post(address, follow=True).content.decode()
    assert not SocialAccount.objects.exists()
    assert [str(entry) for entry in Entry.objects.filter(event__contains="coupled").order_by("pk")] == [
        "Joris koppelde een schoolaccount.",
        "Joris ontkoppelde een schoolaccount.",
    ]
    assert [mail.subject for mail in Outgoing.objects.order_by("pk")][-2:] == [
        "Uw schoolaccount is gekoppeld",
        "Uw schoolaccount is ontkoppeld",
    ]


def test_nobody_uncouples_that_of_someone_else(client, school, user):
    come_in(Client(), school)
    log_in(client)
    client.post("/account/bevestigen/", {"password": PASSWORD})
    assert client.post(f"/account/school/{SocialAccount.objects.get().pk}/ontkoppelen/").status_code == 404


def test_the_only_way_in_is_kept(client, school):
    come_in(client, school)
    page = client.post(f"/account/school/{SocialAccount.objects.get().pk}/ontkoppelen/", follow=True).content.decode()
    assert "Zonder dit schoolaccount kunt u niet meer inloggen" in page
    assert SocialAccount.objects.exists()


def test_an_account_opened_by_a_school_login_is_written_down_in_the_region_of_the_school(client, school):
    come_in(client, school)
    entry = Entry.objects.get(event="account.opened")
    assert str(entry) == "Noor van der Meer maakte een account aan, met een schoolaccount."
    assert entry.partnership_id == Partnership.objects.get().pk


def test_a_closed_account_stays_closed(client, school):
    come_in(client, school)
    User.objects.update(is_active=False)
    response = come_in(Client(), school)
    assert response.status_code == 403
    assert "Dit account is gesloten" in response.content.decode()


def test_someone_with_an_app_gives_the_code_after_the_school_login_too(client, school):
    from allauth.mfa.totp.internal.auth import TOTP

    come_in(client, school)
    TOTP.activate(User.objects.get(), "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    assert come_in(Client(), school)["Location"] == "/account/inloggen/code/"
