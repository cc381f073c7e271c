"""Does a browser look at every screen there is? A new one that stands in no list of the browser tests makes this test fail."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.architecture.routes_of_open_data import OPEN_DATA
from tests.browser import (
    test_adoption,
    test_coverage,
    test_every_screen,
    test_finder,
    test_log_and_mail,
    test_needcards,
    test_offers,
    test_plans,
    test_publishing,
    test_region_form,
    test_register,
    test_scenarios,
    test_school_login,
    test_signals,
    test_signing_in,
)

LISTS = (
    test_adoption.SCREENS,
    test_coverage.SCREENS,
    test_every_screen.PUBLIC,
    test_every_screen.SIGNED_IN,
    test_every_screen.DEMO,
    test_finder.SCREENS,
    test_log_and_mail.SCREENS,
    test_needcards.SCREENS,
    test_offers.SCREENS,
    test_plans.SCREENS,
    test_publishing.SCREENS,
    test_region_form.SCREENS,
    test_register.SCREENS,
    test_scenarios.SCREENS,
    test_school_login.SCREENS,
    test_signals.SCREENS,
    test_signing_in.BEFORE,
    test_signing_in.OWN,
    test_signing_in.ON_THE_WAY,
    test_signing_in.WITH_A_PASSKEY,
)
# What stands in an address by name; all else is a number.
TEXTS = {"brin6": "99ZZ00", "secret": "secret"} | dict.fromkeys(test_adoption.SITES, "99ZZ00")
DATA = [name for name in OPEN_DATA if name != "open_data"]
NO_SCREEN = {
    "adoption:attachment": "the file itself",
    "finder:word_list": "the file itself",
    "home:language": "sends everyone back where they came from",
    "home:robots_txt": "plain text, for machines",
    "home:security_txt": "plain text, for machines",
    **dict.fromkeys(DATA, "data, for other programs"),
    "reading:original": "the file itself, as it was handed in",
    "profiles:here": "answers the script of the editor",
    "profiles:picture": "the picture itself",
    "profiles:profile_data": "data, for other programs",
    "profiles:version_data": "data, for other programs",
    "coverage:map": "data, for the script of the map",
    "coverage:workbook": "a workbook, opened in tests/features/coverage",
    "coverage:report_file": "the file itself, judged in tests/features/coverage",
    "planning:choose_scenarios": "sends on to the scenarios that were ticked",
    "planning:compare_file": "a workbook or a document, opened in tests/features/planning",
    "planning:plan_map": "data, for the script of the map",
    "planning:plan_file": "a file, opened in tests/features/planning",
    "publishing:document": "a document, judged by tests/rules/publishing",
    "publishing:bundle_file": "the file itself",
    "publishing:guide_of_many": "a document, judged by tests/rules/publishing",
    "publishing:preview": "the picture itself",
    "publishing:sitemap": "a list of addresses, for search engines",
    "publishing:version_document": "a document, judged by tests/rules/publishing",
    "profiles:cited": "sends on to the version with this fingerprint",
    "mfa_login_webauthn": "answers the script of the login page",
    "openid_connect_login": "sends on to the login of the school",
    "openid_connect_callback": "takes in the answer of the school and sends on",
}


class Numbers(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "1"


def screens(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """The name of every route that answers GET."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from screens(entry, f"{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern) and answers_get(entry):
            yield f"{prefix}{entry.name}"


def answers_get(route: URLPattern) -> bool:
    view = getattr(route.callback, "view_class", None)
    return view is None or ("get" in view.http_method_names and hasattr(view, "get"))


def looked_at() -> set[str]:
    paths = (address.split("?")[0].format_map(Numbers(TEXTS)) for addresses in LISTS for address in addresses)
    return {resolve(path).view_name for path in paths if path not in test_every_screen.NOT_THERE}


def test_every_screen_stands_in_a_list_of_the_browser_tests():
    assert set(screens(get_resolver())) - looked_at() - set(NO_SCREEN) == set()


def test_no_exception_is_out_of_date():
    assert set(NO_SCREEN) - set(screens(get_resolver())) == set()
    assert set(NO_SCREEN) & looked_at() == set()
