"""Is a second factor asked for where it must be, and can nobody get around it?"""

from __future__ import annotations

import importlib
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from dekkend.audit.models import Entry
from dekkend.config.settings.safety import unsafe_settings
from dekkend.notices.models import Outgoing
from tests.features.accounts.conftest import AFTER, PASSWORD, SECRET, code_now, log_in

pytestmark = pytest.mark.django_db
SAFE = {
    "secret_key": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "hosts": ["dekkend.example"],
    "debug": "",
    "client_address_header": "HTTP_X_REAL_IP",
}
CODE, APP, CODES = "/account/inloggen/code/", "/account/beveiliging/app/", "/account/beveiliging/herstelcodes/"


def confirm(client: Client) -> None:
    assert client.post("/account/bevestigen/", {"password": PASSWORD}).status_code == 302


def test_setting_up_the_app_first_asks_for_the_password_again(client, user):
    log_in(client)
    assert client.get(APP)["Location"] == f"/account/bevestigen/?next={APP.replace('/', '%2F')}"
    assert client.post("/account/bevestigen/", {"password": "fout", "next": APP}).status_code == 422
    assert client.post("/account/bevestigen/", {"password": PASSWORD, "next": APP})["Location"] == APP


@pytest.mark.django_db(transaction=True)
def test_the_app_is_set_up_with_a_code_in_the_page_itself(client, user):
    log_in(client)
    confirm(client)
    page = client.get(APP).content.decode()
    assert '<svg class="dk-qr"' in page
    assert "style=" not in page
    assert "data:" not in page
    secret = re.search(r'<code class="dk-break">(\w+)</code>', page).group(1)
    assert client.post(APP, {"code": "000000"}).status_code == 422
    assert client.post(APP, {"code": code_now(secret=secret)})["Location"] == CODES
    assert Outgoing.objects.get().subject == "De app met codes staat aan"
    assert written() == ["Joris kreeg nieuwe herstelcodes.", "Joris zette de app met codes aan."]


def written() -> list[str]:
    """What the log says, but for signing in."""
    return sorted(str(entry) for entry in Entry.objects.exclude(event="account.signed_in"))


def test_the_key_of_the_app_cannot_be_read_in_the_database(with_app, settings):
    stored = str(Authenticator.objects.get().data)
    assert SECRET not in stored
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-secret-of-this-installation" * 2
    assert Authenticator.objects.get().wrap().validate_code(code_now())


def test_recovery_codes_are_shown_once_and_each_works_once(client, with_app):
    log_in(client)
    client.post(CODE, {"code": code_now()})
    confirm(client)
    client.post("/account/beveiliging/herstelcodes/nieuw/")
    page = client.get(CODES).content.decode()
    codes = re.findall(r"<li><code>(\d{4,})</code></li>", page)
    assert len(codes) == 10
    assert "Joris bekeek de herstelcodes." in written()
    assert codes[0] not in client.get(CODES).content.decode()
    assert written().count("Joris bekeek de herstelcodes.") == 1
    for expected in (302, 422):
        again = Client()
        log_in(again)
        assert again.post(CODE, {"code": codes[0]}).status_code == expected


def test_with_the_app_on_the_password_alone_opens_nothing(client, with_app):
    assert log_in(client)["Location"] == CODE
    assert client.get("/account/").status_code == 302
    assert client.get("/account/beveiliging/").status_code == 302
    assert client.get(CODE).status_code == 200
    assert client.post(CODE, {"code": code_now()})["Location"] == AFTER
    assert client.get("/account/").status_code == 200


def test_after_the_code_the_wanted_page_opens_and_never_another_site(client, with_app):
    log_in(client, next="/account/")
    assert client.post(CODE, {"code": code_now(-1)})["Location"] == "/account/"
    other = Client()
    log_in(other, next="https://elders.example/")
    assert other.post(CODE, {"code": code_now()})["Location"] == AFTER


def test_a_code_that_was_seen_over_the_shoulder_is_used_up(client, with_app):
    code = code_now()
    log_in(client)
    assert client.post(CODE, {"code": code}).status_code == 302
    thief = Client()
    log_in(thief)
    assert thief.post(CODE, {"code": code}).status_code == 422


@pytest.mark.parametrize("steps", [-3, 3])
def test_an_old_or_early_code_is_refused(client, with_app, steps):
    log_in(client)
    assert client.post(CODE, {"code": code_now(steps)}).status_code == 422


def test_codes_cannot_be_guessed_for_ever(client, with_app, settings):
    log_in(client)
    for _ in range(settings.LOGIN_FAILURES_ALLOWED):
        client.post(CODE, {"code": "000000"})
    response = client.post(CODE, {"code": code_now()})
    assert response.status_code == 422
    assert "Probeer het over 15 minuten opnieuw" in response.content.decode()


def test_the_step_with_the_code_belongs_to_the_session_that_gave_the_password(client, with_app):
    log_in(client)
    assert Client().post(CODE, {"code": code_now()})["Location"] == "/account/inloggen/"


def test_personal_data_are_not_shown_after_a_password_alone(client, user, pupils):
    log_in(client)
    for address in (pupils, "/leerling-functie/"):
        response = client.get(f"{address}?kind=3")
        assert response["Location"] == f"/account/tweede-stap/?next={address.replace('/', '%2F')}%3Fkind%3D3"
    assert client.post(pupils).status_code == 302
    page = client.get("/account/tweede-stap/?next=/leerling/").content.decode()
    assert "Zet de app met codes aan" in page


def test_personal_data_are_shown_after_the_second_factor(client, with_app, pupils):
    log_in(client)
    client.post(CODE, {"code": code_now()})
    assert client.get(pupils).content == b"gegevens van een leerling"
    assert client.post(pupils).content == b"gewijzigd"
    assert client.get("/account/tweede-stap/?next=/leerling/")["Location"] == pupils


def test_whoever_set_up_the_app_just_now_proves_it_once_and_goes_on(client, user, pupils):
    log_in(client)
    TOTP.activate(user, SECRET)
    step = client.get(pupils)["Location"]
    assert "Vul een code uit uw app in" in client.get(step).content.decode()
    link = re.search(r'href="(/account/bevestigen/code/\?[^"]+)"', client.get(step).content.decode()).group(1)
    back = client.post(link.replace("&amp;", "&"), {"code": code_now()})["Location"]
    assert client.get(back, follow=True).content == b"gegevens van een leerling"


def test_the_second_factor_of_one_person_does_not_count_for_the_next(client, with_app, person, pupils):
    log_in(client)
    client.post(CODE, {"code": code_now()})
    client.force_login(person())
    assert client.get(pupils).status_code == 302


def test_a_stranger_is_sent_to_the_login_page_first(client, pupils):
    assert client.get(pupils)["Location"] == f"/account/inloggen/?next={pupils}"


def test_the_step_up_page_does_not_lead_to_another_site(client, with_app):
    log_in(client)
    client.post(CODE, {"code": code_now()})
    response = client.get("/account/tweede-stap/?next=https://elders.example/")
    assert response.status_code == 200
    page = response.content.decode()
    assert 'href="https://elders' not in page  # the language link may name this very address, as a part of an address of our own
    assert 'value="https://elders' not in page


def test_in_a_demo_stepping_into_a_role_is_enough(client, user, pupils, settings):
    settings.DEMO = True
    client.force_login(user)
    assert client.get(pupils).status_code == 200


def test_a_real_installation_is_never_a_demo(monkeypatch):
    """Whatever the environment says: the settings of production take DEMO from nowhere."""
    for name in ("DEMO", "DEKKEND_DEMO"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("DEKKEND_SECRET_KEY", SAFE["secret_key"])
    monkeypatch.setenv("DEKKEND_HOSTS", "dekkend.example")
    monkeypatch.setenv("DEKKEND_CLIENT_ADDRESS_HEADER", "HTTP_X_REAL_IP")
    production = importlib.import_module("dekkend.config.settings.production")
    assert production.DEMO is False
    assert production.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN is False


def test_a_real_installation_does_not_start_with_a_school_login_in_clear():
    assert "DEKKEND_SCHOOL_LOGIN_ISSUER" in unsafe_settings(**SAFE, school_login="http://login.example")[0]
    assert unsafe_settings(**SAFE, school_login="https://login.example") == []
