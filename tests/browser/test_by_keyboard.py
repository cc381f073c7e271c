"""Can someone without a mouse get everywhere, and always see where they are?"""

from __future__ import annotations

import pytest

from tests.browser.conftest import width_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHERE = """() => {
    const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
    return {
        name: (at.textContent || at.getAttribute('aria-label') || at.name || '').trim().slice(0, 40),
        seen: box.width > 0 && box.height > 0,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        top: Math.round(box.top + scrollY), left: Math.round(box.left), tag: at.tagName,
    };
}"""


def walk(page, most: int = 60) -> list[dict]:
    """Every stop of the Tab key, from the top of the page until it leaves the page again."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(WHERE)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("address", ["/", "/account/inloggen/", "/documenten/", "/mensen/", "/toegankelijkheid/"])
def test_each_stop_is_on_screen_with_a_ring_around_it(site, adviser, open_page, address, width):
    user = None if "inloggen" in address else adviser
    stops = walk(open_page(address, user=user, width=width))
    assert len(stops) > 3
    assert [stop for stop in stops if not (stop["seen"] and stop["ring"])] == []


def test_the_order_follows_the_page_from_top_to_bottom(site, open_page):
    stops = walk(open_page("/account/inloggen/"))
    inside = [stop["top"] for stop in stops if stop["tag"] in ("INPUT", "BUTTON")]
    assert inside == sorted(inside)


def test_the_first_tab_leads_past_the_menu(site, open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_the_menu_opens_on_a_narrow_screen_without_script(site, open_page):
    page = open_page("/", width=360, java_script_enabled=False)
    page.get_by_role("button", name="Menu").click()
    assert page.get_by_role("link", name="Inloggen voor scholen").is_visible()


def test_the_menu_opens_and_closes_with_the_keyboard(site, open_page):
    page = open_page("/", width=320)
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Inloggen voor scholen").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="Inloggen voor scholen").is_visible()
    assert width_of(page) <= 320


def test_a_list_is_searched_and_sorted_without_script_and_without_mouse(site, adviser, open_page):
    page = open_page("/mensen/", user=adviser, java_script_enabled=False)
    page.get_by_label("Zoek", exact=True).focus()
    page.keyboard.type("marieke")
    page.keyboard.press("Enter")
    page.wait_for_url("**zoek=marieke**")
    page.get_by_role("link", name="Naam").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sorteer=naam**")
    assert "zoek=marieke" in page.url
    assert page.get_by_role("columnheader", name="Naam").get_attribute("aria-sort") == "ascending"
