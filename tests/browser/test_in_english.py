"""Is every screen English for who chose English: is nothing of ours left in Dutch, and is what schools wrote marked as Dutch?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from dekkend.organisations.words import Role
from dekkend.ui.translation import translated
from tests.browser.conftest import violations, width_of
from tests.browser.test_every_screen import PUBLIC, SIGNED_IN, names, someone  # noqa: F401 - names is a fixture
from tests.corpus.school import vuursprot
from tests.translating.catalogue import stored

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

READ = """() => {
  const found = [], NAMES = ["aria-label", "title", "data-label", "placeholder"];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const own = walk.currentNode.parentElement;
    if (!own.closest("[lang=nl], script, style, option[value*='@']")) found.push(walk.currentNode.textContent);
  }
  for (const own of document.querySelectorAll("[aria-label], [title], [data-label], [placeholder]")) {
    if (!own.closest("[lang=nl]")) found.push(...NAMES.map((name) => own.getAttribute(name) || ""));
  }
  return found.map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => /[a-z]/i.test(text));
}"""
CLOSELY = [
    "/",
    "/scholen/{brin6}/",
    "/documenten/{read}/nakijken/",
    "/mensen/",
    "/scholen/aanbod/{brin6}/2025-2026/deel/expertise/",
    "/bestaat-niet/",
]


@pytest.fixture
def english(names, site, open_page, live_server):  # noqa: F811 - the fixture of the other module
    """A page of an administrator who chose English; `go` opens an address with the names of the test filled in."""
    page = open_page("/", user=someone(Role.ADMINISTRATOR, site))
    page.goto(live_server.url + "/taal/en/")

    def go(address: str):
        page.goto(live_server.url + address.format(**names))
        return page

    return go


def test_nothing_of_ours_is_left_in_dutch(english):
    said = {text for message in stored() for text in (message.string if isinstance(message.string, tuple) else (message.string,))}
    said |= set(strings_in(vuursprot()))  # "24 uur per week" is a sentence of ours too, but here the school wrote it
    left = {}
    for address in [*PUBLIC, *SIGNED_IN]:
        shown = english(address).evaluate(READ)
        with translation.override("en"):
            dutch = sorted({text for text in shown if text not in said and translated(text) != text})
        if dutch:
            left[address] = dutch
    assert not left


def strings_in(value: object) -> Iterator[str]:
    """Every text in a profile, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings_in(each)


def test_the_words_of_a_school_are_marked_as_dutch_on_an_english_page(english):
    page = english("/scholen/{brin6}/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("main[lang]").count() == 0
    assert page.locator("main [lang=nl]").count() > 0


@pytest.mark.parametrize("width", [1280, 320])
def test_english_screens_are_accessible_and_fit(english, width):
    wrong = {}
    for address in CLOSELY:
        page = english(address)
        page.set_viewport_size({"width": width, "height": 900})
        found = violations(page)
        if found or width_of(page) > width:
            wrong[address] = found or [f"{width_of(page)} wide"]
    assert not wrong
