"""How does a test drive a real browser, sign in, and let axe look at a page?"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dekkend.accounts.models import User
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.words import LEVEL_OF, Level, Role
from tests.factories.organisations import a_board, a_region, a_site
from tests.factories.sessions import signed_in_fully

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
HOW = "no Chromium: get it with `apt-get install chromium`, or name it in DEKKEND_CHROMIUM"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; without it they are skipped, and in CI they fail."""
    path = os.environ.get("DEKKEND_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(HOW)
    # Playwright runs a loop in this thread; Django would take our own calls to the database for calls inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES.split())
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db) -> Site:
    return a_site(a_region(), a_board(), name="De Vuursprot", street="Zeewierpad", house_number="12", postcode="9999 ZZ")


@pytest.fixture
def adviser(site) -> User:
    user = User.objects.create_user("adviseur@zilverkust.example", "vier woorden op rij", name="Marieke Terlinden")
    place = {Level.PARTNERSHIP.value: site.partnership}
    assert LEVEL_OF[Role.ADVISER] is Level.PARTNERSHIP
    Membership.objects.create(user=user, role=Role.ADVISER.value, **place)
    return user


@pytest.fixture
def meant_elsewhere() -> list[str]:
    """Other addresses that a test means to visit, such as the login of a school; nothing else may leave this server."""
    return []


@pytest.fixture
def open_page(chromium, live_server, settings, tmp_path, meant_elsewhere) -> Iterator[Callable[..., Page]]:
    """`open_page("/documenten/", user=adviser, width=360)`; at the end no page may have had an error or asked another machine."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    contexts: list[BrowserContext] = []
    errors: list[str] = []
    fetched: set[str] = set()

    def make(address: str, *, user: User | None = None, width: int = 1280, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", **options)
        contexts.append(context)
        if user is not None:
            context.add_cookies([session_of(user, live_server.url)])
        page = context.new_page()
        page.on("request", lambda request: fetched.add(request.url))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(live_server.url + address)
        return page

    yield make
    for context in contexts:
        context.close()
    # A broken Content-Security-Policy is an error in the console too.
    assert [error for error in errors if "status of 4" not in error] == []
    own = (f"{live_server.url}/", "data:", *meant_elsewhere)
    assert {url for url in fetched if not url.startswith(own)} == set()


def session_of(user: User, url: str) -> dict[str, str]:
    client = signed_in_fully(user)
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}


def violations(page: Page, *, only: list[str] | None = None) -> list[str]:
    """What axe finds wrong with the page as it stands, one line per kind, with the first place. `only` names rules; else all count."""
    page.evaluate(AXE)
    rules = {"runOnly": {"type": "rule", "values": only}} if only else RULES
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return [f"{each['id']}: {each['help']} ({each['nodes'][0]['html'][:160]})" for each in found]


def width_of(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))
