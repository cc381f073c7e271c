"""Can nobody of another region, school or board reach an object by guessing its number, with GET or with POST, on any route?

The walk finds the routes by itself. A route with a new kind of argument makes the test fail until an object for it is made in `objects.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dekkend.accounts.models import User
from dekkend.organisations.models import Invitation, Membership
from dekkend.organisations.words import LEVEL_OF, Level, Role
from tests.architecture.objects import OTHERWISE, one_of_everything, someone
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db

OF_A_SCHOOL = ("school", "ondersteuningsaanbod", "ondersteuningsprofielen", "ondersteuningsprofiel", "ondersteuningsprofiel-versie")
# Routes that someone else may open, each with its reason.
OPEN = {
    "profiles:school": "public pages are for everyone; this site has none, so it is 404 all the same",
    "account_reset_password_from_key": "opened by a secret that was mailed",
    "openid_connect_login": "names a school login, no object",
    "openid_connect_callback": "names a school login, no object",
    "mfa_edit_webauthn": "asks first who you are; its own test takes the next step",
    "mfa_remove_webauthn": "asks first who you are; its own test takes the next step",
    **dict.fromkeys(
        (f"api:{name}" for name in OF_A_SCHOOL),
        "open data refuses strange keys before it looks; tests of the API ask for what is hidden",
    ),
    "api:samenwerkingsverband": "names a region; without a public school it is 404 all the same",
    "api:regionaal-aanbod": "names a region; without a public school it is 404 all the same",
    "hsds:service": "names what is public, by a key made from public codes",
    "hsds:service-at-location": "names what is public, by a key made from public codes",
    "hsds:organization": "names what is public, by a key made from public codes",
    "hsds:location": "names what is public, by a key made from public codes",
    "hsds:taxonomy": "names words of the catalogue",
    "hsds:taxonomy-term": "names words of the catalogue",
    "home:language": "names a language, no object",
    "mfa_login_webauthn": "a step on the way in",
    "profiles:region_form": "names a year and a kind of school, no object",
    "profiles:fixed_text": "names a section of the form of the own region, no object",
    "signals:cluster": "names a kind of support, no object; the numbers are of the own region",
    "notices:kind": "names a kind of mail, no object",
    "coverage:kind": "names a kind of support, no object; the figures are of the own region",
    "coverage:place": "names a place; it is looked up in the own region only, tests of coverage ask for one of another",
    "work:try_again": "jobs are of the whole installation and know only numbers; administrators look after them together",
}
REFUSED = {403, 404, 405}


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, f"{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry


def arguments_of(pattern: URLPattern) -> set[str]:
    return set(pattern.pattern.regex.groupindex)


WITH_OBJECT = {name: arguments_of(pattern) for name, pattern in routes(get_resolver()) if arguments_of(pattern) and name not in OPEN}


@pytest.fixture
def objects(settings, tmp_path) -> dict[str, object]:
    settings.PRIVATE_ROOT = tmp_path
    return one_of_everything(a_site(a_region()))


@pytest.fixture
def attackers(objects) -> dict[str, Client]:
    """Every role in another region; the roles of a school and of a board elsewhere in the same region; someone without any role."""
    site = objects["site"]
    people = {f"{role.value} elsewhere": someone(role, a_site(a_region("SWV Elders"))) for role in Role}
    near = [role for role in Role if LEVEL_OF[role] is not Level.PARTNERSHIP]
    people |= {f"{role.value} next door": someone(role, a_site(site.partnership)) for role in near}
    people["nobody"] = someone(None)
    return {who: signed_in(user) for who, user in people.items()}


def signed_in(user: User) -> Client:
    """Even with a second factor: screens with personal data would stop them before the real question is asked."""
    return signed_in_fully(user)


def address_of(name: str, objects: dict[str, object]) -> str:
    missing = WITH_OBJECT[name] - set(objects)
    assert not missing, f"make an object for {missing} in objects.py, so that {name} is attacked too"
    given = objects | OTHERWISE.get(name, {})
    return reverse(name, kwargs={argument: given[argument] for argument in WITH_OBJECT[name]})


@pytest.mark.parametrize("name", sorted(WITH_OBJECT))
def test_nobody_from_elsewhere_reaches_an_object(objects, attackers, name):
    address = address_of(name, objects)
    got_in = {}
    for who, client in attackers.items():
        for method in (client.get, client.post):
            status = method(address, {"choice": "leeg", "path": "vision", "site": "1", "role": "teacher"}).status_code
            if status not in REFUSED:
                got_in[f"{who}, {method.__name__}"] = status
    assert got_in == {}


@pytest.mark.parametrize("name", sorted(WITH_OBJECT))
def test_a_visitor_reaches_no_object_either(objects, name):
    address = address_of(name, objects)
    for answer in (Client().get(address), Client().post(address)):
        to_login = answer.status_code == 302 and answer["Location"].startswith("/account/inloggen/")
        assert to_login or answer.status_code in REFUSED


def test_after_all_attacks_nothing_has_changed(objects, attackers):
    before = (list(Membership.anywhere.order_by("pk").values()), list(Invitation.anywhere.values()))
    for name in WITH_OBJECT:
        for client in attackers.values():
            client.post(address_of(name, objects))
    assert (list(Membership.anywhere.order_by("pk").values()), list(Invitation.anywhere.values())) == before
