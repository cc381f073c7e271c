"""Do the screens of signing in work in a real browser, under the strict policy, for everyone: codes, passkeys, sessions?"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from tests.browser.conftest import violations, width_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "vier woorden op rij"
WAYS = {"wide": {"width": 1280}, "dark": {"width": 1280, "color_scheme": "dark"}, "narrow": {"width": 320}}
BEFORE = [
    "/account/inloggen/",
    "/account/wachtwoord-vergeten/",
    "/account/wachtwoord-vergeten/verstuurd/",
    "/account/wachtwoord-vergeten/1-a-b/",
    "/account/wachtwoord-vergeten/klaar/",
    "/account/aanmelden/",
    "/account/gesloten/",
    "/account/inloggen/school-afgebroken/",
]
OWN = [
    "/account/beveiliging/",
    "/account/beveiliging/herstelcodes/",
    "/account/beveiliging/herstelcodes/nieuw/",
    "/account/beveiliging/app/uitzetten/",
    "/account/beveiliging/passkeys/",
    "/account/beveiliging/passkeys/nieuw/",
    "/account/wachtwoord/",
    "/account/sessies/",
    "/account/bevestigen/",
    "/account/bevestigen/code/",
    "/account/tweede-stap/",
]
APP, CODE = "/account/beveiliging/app/", "/account/inloggen/code/"
ON_THE_WAY = [APP, CODE]
WITH_A_PASSKEY = [
    "/account/beveiliging/passkeys/{passkey}/naam/",
    "/account/beveiliging/passkeys/{passkey}/weghalen/",
    "/account/bevestigen/passkey/",
]
# A passkey of a laptop: it lives in the browser and checks a finger, which here is always the right one.
LAPTOP = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def visit(open_page, live_server, adviser) -> Callable[..., Page]:
    """`visit("/account/inloggen/")`, with someone who has an account. Passkeys need a name, a bare number will not do."""
    assert "localhost" in live_server.url
    return open_page


def at(live_server, address: str) -> str:
    return live_server.url + address


def log_in(page: Page, password: str = PASSWORD) -> None:
    page.get_by_label("E-mailadres").fill("adviseur@zilverkust.example")
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Log in", exact=True).click()


def confirm(page: Page) -> None:
    page.get_by_label("Uw wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Bevestig").click()


def app_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def add_laptop(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": LAPTOP})


@pytest.mark.parametrize("way", WAYS)
def test_every_screen_of_the_own_account_is_accessible_and_fits(visit, live_server, way):
    page = visit("/account/inloggen/", **WAYS[way])
    wrong: dict[str, list[str]] = {}

    def look(name: str) -> None:
        found = violations(page)
        if width_of(page) > WAYS[way]["width"]:
            found.append(f"sticks out: {width_of(page)} px")
        if found:
            wrong[name] = found

    for address in BEFORE:
        page.goto(at(live_server, address))
        look(address)
    page.goto(at(live_server, "/account/inloggen/"))
    log_in(page, "fout")
    look("wrong password")
    log_in(page)
    page.goto(at(live_server, APP))
    look("confirm")
    confirm(page)
    look("app on")
    page.get_by_label("Code uit uw app").fill(app_code(page.locator("code").inner_text()))
    page.get_by_role("button", name="Zet de app aan").click()
    look("recovery codes")
    for address in OWN:
        page.goto(at(live_server, address))
        look(address)
    assert wrong == {}


def test_someone_makes_a_passkey_and_logs_in_with_it_alone(visit, live_server):
    page = visit("/account/inloggen/?next=/account/")
    add_laptop(page)
    log_in(page)
    page.goto(at(live_server, "/account/beveiliging/passkeys/nieuw/"))
    confirm(page)
    page.get_by_label("Naam van deze passkey").fill("laptop van school")
    page.get_by_role("button", name="Maak de passkey").click()
    page.get_by_role("heading", name="Uw herstelcodes").wait_for()
    assert Authenticator.objects.filter(type="webauthn").count() == 1
    page.goto(at(live_server, "/account/beveiliging/passkeys/"))
    assert "laptop van school" in page.inner_text("main")
    assert violations(page) == []
    for address in WITH_A_PASSKEY:
        there = at(live_server, address.format(passkey=Authenticator.objects.get(type="webauthn").pk))
        page.goto(there)
        assert (page.url, violations(page)) == (there, [])
        page.set_viewport_size({"width": 320, "height": 900})
        assert width_of(page) <= 320, address
        page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(at(live_server, "/account/"))
    page.get_by_role("button", name="Log uit").click()
    page.goto(at(live_server, "/account/inloggen/?next=/account/tweede-stap/"))
    page.get_by_role("button", name="Log in met een passkey").click()
    page.get_by_role("heading", name="U hebt de tweede stap gezet").wait_for()


def test_a_passkey_is_the_second_step_after_a_password(visit, live_server):
    page = visit("/account/inloggen/")
    add_laptop(page)
    log_in(page)
    page.goto(at(live_server, "/account/beveiliging/passkeys/nieuw/"))
    confirm(page)
    page.get_by_role("button", name="Maak de passkey").click()
    page.get_by_role("heading", name="Uw herstelcodes").wait_for()
    page.goto(at(live_server, "/account/tweede-stap/"))
    page.get_by_role("link", name="Gebruik uw passkey").click()
    page.get_by_role("button", name="Gebruik uw passkey").click()
    page.get_by_role("heading", name="U hebt de tweede stap gezet").wait_for()
    page.goto(at(live_server, "/account/"))
    page.get_by_role("button", name="Log uit").click()
    page.goto(at(live_server, "/account/inloggen/"))
    log_in(page)
    page.get_by_role("heading", name="Vul een code in").wait_for()
    assert page.url.split("?")[0] == at(live_server, CODE)
    assert violations(page) == []
    page.get_by_role("button", name="Gebruik een passkey").click()
    page.wait_for_url(at(live_server, "/mijn-dag/"))


def test_a_device_without_a_passkey_for_this_site_says_so_and_keeps_the_page(visit):
    page = visit("/account/inloggen/")
    add_laptop(page)
    page.get_by_role("button", name="Log in met een passkey").click()
    page.get_by_text("Er kwam geen passkey").wait_for()
    assert violations(page) == []
    log_in(page)
    page.get_by_role("link", name="Marieke Terlinden").wait_for()


def test_without_script_the_password_and_the_code_still_work(visit, live_server):
    page = visit("/account/inloggen/", java_script_enabled=False)
    assert not page.get_by_role("button", name="Log in met een passkey").is_visible()
    log_in(page)
    page.goto(at(live_server, "/account/beveiliging/passkeys/nieuw/"))
    confirm(page)
    assert page.get_by_text("Een passkey maken kan hier niet").is_visible()
