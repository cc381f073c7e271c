"""Is every screen right for everyone: axe finds nothing, nothing sticks out at 360 px, in light and dark?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.utils import timezone

from dekkend.profiles.actions import publish_draft
from dekkend.reading.actions.accepting import accept
from dekkend.reading.actions.reading_files import read_waiting
from tests.browser.conftest import violations, width_of
from tests.factories.documents import profile_text, read_document, waiting_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUBLIC = ["/", "/?naam=vuur", "/?naam=bestaatniet", "/account/inloggen/", "/scholen/{brin6}/", "/bestaat-niet/"]
SIGNED_IN = [
    "/account/",
    "/account/wachtwoord/",
    "/documenten/",
    "/documenten/stapel/{batch}/",
    "/documenten/{read}/nakijken/",
    "/documenten/{read}/nakijken/?vraag=limits",
    "/documenten/{read}/nakijken/?vraag=vision",
    "/documenten/{read}/nakijken/?vraag=school.phone",
    "/documenten/{read}/overnemen/",
    "/documenten/{refused}/",
    "/documenten/{held}/",
    "/documenten/{accepted}/",
    "/documenten/{waiting}/",
    "/scholen/concepten/",
    "/scholen/{brin6}/2024-2025/",
]
WAYS = {"wide": {"width": 1280}, "dark": {"width": 1280, "color_scheme": "dark"}, "narrow": {"width": 360}}


@pytest.fixture
def names(site, adviser, settings, tmp_path) -> dict[str, object]:
    """One document in every state, and a school with a draft and a public page."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    now = timezone.now()
    accepted = read_document(adviser, site)
    draft = accept(accepted, site, "2024-2025", by=adviser, now=now)
    publish_draft(draft, on=timezone.localdate())
    read = read_document(adviser, site, content=profile_text(ending="\nSlot."), name="een-heel-lange-naam-van-een-bestand-uit-2024.txt")
    refused = read_document(adviser, site, content=b"", name="leeg.pdf")
    held = waiting_document(adviser, site, profile_text() + b"\nBSN 123456782\n")
    read_waiting(held.pk, now=now)
    waiting = waiting_document(adviser, site, b"nog te lezen")
    documents = {"accepted": accepted, "read": read, "refused": refused, "held": held, "waiting": waiting}
    return {name: document.pk for name, document in documents.items()} | {"brin6": site.brin6, "batch": waiting.batch_id}


@pytest.mark.parametrize("way", WAYS)
def test_every_screen_is_accessible_and_fits(names, adviser, open_page, live_server, way):
    page = open_page("/", user=None, **WAYS[way])
    wrong = look(page, live_server, [address.format(**names) for address in PUBLIC], way)
    page = open_page("/", user=adviser, **WAYS[way])
    wrong |= look(page, live_server, [address.format(**names) for address in SIGNED_IN], way)
    assert wrong == {}


def look(page, live_server, addresses: list[str], way: str) -> dict[str, list[str]]:
    """What is wrong, per address. With DEKKEND_SCREENSHOTS set, a picture of each goes to that folder."""
    wrong: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(live_server.url + address)
        found = violations(page)
        if width_of(page) > WAYS[way]["width"]:
            found.append(f"sticks out: {width_of(page)} px")
        if found:
            wrong[address] = found
        if folder := os.environ.get("DEKKEND_SCREENSHOTS"):
            name = address.strip("/").replace("/", "-").replace("?", "_") or "start"
            page.screenshot(path=Path(folder) / f"{name}-{way}.png", full_page=True)
    return wrong


def test_axe_does_see_a_fault(site, open_page):
    page = open_page("/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/static/ui/icon.svg\"><button></button>')")
    assert {line.split(":")[0] for line in violations(page)} >= {"image-alt", "button-name"}


def test_the_menu_opens_on_a_narrow_screen_without_script(site, open_page):
    page = open_page("/", width=360, java_script_enabled=False)
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("link", name="Inloggen voor scholen").is_visible()


def test_the_first_tab_leads_past_the_menu(site, open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_at_twice_the_size_nothing_sticks_out(site, open_page):
    page = open_page("/account/inloggen/", width=640, device_scale_factor=2)
    assert width_of(page) <= 640
