"""Are the screens of publishing and the documents as web pages accessible, do they fit and print, and does the copy button copy?"""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.organisations.words import Role
from dekkend.profiles.gateways.templates import load_template
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.models import SupportPoint
from dekkend.publishing.words.edition import Edition
from tests.browser.conftest import violations, width_of
from tests.browser.test_every_screen import WAYS, look, someone
from tests.corpus.school import vuursprot
from tests.factories.bundles import a_bundle
from tests.factories.offers import a_public_offer

YEAR = "2026-2027"
PUBLIC = [f"/scholen/{{brin6}}/{YEAR}/schoolgids/"]
OF_REGION = ["/scholen/publicaties/", "/scholen/publicaties/steunpunt/", "/scholen/publicaties/{bundle}/"]
SCREENS = [*PUBLIC, "/scholen/publicaties/", "/scholen/publicaties/steunpunt/", "/scholen/publicaties/1/"]


@pytest.fixture
def world(site):
    today = timezone.localdate()
    a_public_offer(site, on=today, year="2025-2026", limits=[])
    version = a_public_offer(site, on=today)
    SupportPoint.anywhere.create(partnership=site.partnership, name="Steunpunt Zilverkust", phone="099 123 45 67")
    return someone(Role.ADVISER, site), {"brin6": site.brin6, "bundle": a_bundle(site.partnership, version).pk}


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_publishing_are_accessible_and_fit(world, open_page, way):
    adviser, names = world
    seen: set[str] = set()
    wrong = {}
    for user, addresses in ((None, PUBLIC), (adviser, OF_REGION)):
        page = open_page("/", user=user, **WAYS[way])
        wrong |= look(page, [address.format(**names) for address in addresses], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_the_text_for_the_school_guide_is_copied_with_one_button(world, open_page):
    _, names = world
    page = open_page(PUBLIC[0].format(**names))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("#gekopieerd")).to_have_text("Gekopieerd. Plak de tekst in uw schoolgids.")
    copied = page.evaluate("navigator.clipboard.read().then(all => all[0].getType('text/html')).then(part => part.text())")
    assert "<h2>Ondersteuning op onze school" in copied
    assert "class=" not in copied


@pytest.mark.parametrize("code", DOCUMENTS)
def test_a_document_as_a_web_page_is_accessible_and_fits(code, chromium):
    edition = Edition("De Vuursprot", YEAR, vuursprot()["values"], "2026-09-01", number=2, fingerprint="ab" * 32)
    content = as_html(DOCUMENTS[code].compose(load_template("haaglanden"), edition)).decode()
    kept = chromium.new_page(viewport={"width": 1280, "height": 900})
    kept.set_content(content)
    wrong = violations(kept)
    for media, width in (("screen", 320), ("screen", 360), ("print", 720)):
        kept.emulate_media(media=media)
        kept.set_viewport_size({"width": width, "height": 900})
        wrong += [f"sticks out on {media} of {width}: {width_of(kept)}"] if width_of(kept) > width else []
    kept.emulate_media(media="screen", color_scheme="dark")
    wrong += violations(kept, only=["color-contrast"])
    kept.close()
    assert wrong == []
