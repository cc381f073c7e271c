"""May exactly these roles open exactly these addresses? Every route stands here by hand; a new one makes this test fail."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Membership
from dekkend.organisations.words import LEVEL_OF, Level, Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.reading.actions.taking_in import take_in
from tests.architecture.answers import (
    ADMINISTRATOR,
    EVERYONE,
    GIVER,
    NO_POST,
    NOT_FOUND,
    OVERSEER,
    OWN,
    SIGNED_IN,
    Table,
    only_post,
    posted,
)
from tests.architecture.routes_of_accounts import ACCOUNTS
from tests.architecture.routes_of_adoption import ADOPTION
from tests.architecture.routes_of_coverage import COVERAGE
from tests.architecture.routes_of_finder import FINDER
from tests.architecture.routes_of_needcards import NEEDCARDS
from tests.architecture.routes_of_offers import OFFERS
from tests.architecture.routes_of_open_data import OPEN_DATA
from tests.architecture.routes_of_plans import PLANS
from tests.architecture.routes_of_profiles import PROFILES
from tests.architecture.routes_of_publishing import PUBLISHING
from tests.architecture.routes_of_reading import READING
from tests.architecture.routes_of_region import REGIONS
from tests.architecture.routes_of_register import REGISTER
from tests.architecture.routes_of_scenarios import SCENARIOS
from tests.architecture.routes_of_signals import PERSONAL as PERSONAL_SIGNALS
from tests.architecture.routes_of_signals import SIGNALS
from tests.corpus.school import vuursprot
from tests.factories.bundles import a_bundle
from tests.factories.needcards import some_cards
from tests.factories.organisations import a_region, a_site
from tests.factories.plans import a_finished_plan
from tests.factories.region_forms import a_fixed_text, a_question, a_wording
from tests.factories.registers import a_register
from tests.factories.reports import an_asked_report
from tests.factories.scenarios import a_scenario
from tests.factories.sessions import signed_in_fully
from tests.factories.signals import a_cluster_answer, a_note, a_report, token_of

pytestmark = pytest.mark.django_db

# Route: (arguments by name, who gets which answer to GET, and to POST with nothing filled in). Without the last: nothing can be sent, so
# those who get in are told that the address takes no POST.
ROUTES: Table = {
    "demo:step_in": ({}, dict.fromkeys(EVERYONE, 404)),  # these exist only in a demo
    "demo:day": ({}, dict.fromkeys(EVERYONE, 404)),
    "demo:story": ({}, dict.fromkeys(EVERYONE, 404)),
    "demo:start_over": ({}, dict.fromkeys(EVERYONE, 404)),
    "home:start": ({}, EVERYONE, posted(EVERYONE, 302)),
    "home:my_day": ({}, SIGNED_IN),
    "home:law": ({}, EVERYONE),
    "home:accessibility": ({}, EVERYONE),
    "home:language": ({"language": "language"}, dict.fromkeys(EVERYONE, 302), NO_POST),
    "home:robots_txt": ({}, EVERYONE),
    "home:security_txt": ({}, dict.fromkeys(EVERYONE, 404), NO_POST),  # until a setting names whom to tell
    "work:work": ({}, ADMINISTRATOR),
    "work:try_again": ({"job": "job"}, only_post(ADMINISTRATOR), posted(ADMINISTRATOR, 302)),
    "organisations:people": ({}, OVERSEER),
    "organisations:renew": ({}, GIVER, posted(GIVER, 302)),
    "organisations:invite": ({}, GIVER, posted(GIVER, 422)),
    "organisations:end": ({"membership_id": "membership"}, GIVER, posted(GIVER, 302)),
    "organisations:give_back": ({"membership_id": "membership"}, only_post(GIVER), posted(GIVER, 302)),
    "organisations:send_again": ({"invitation_id": "membership"}, only_post(GIVER), posted(GIVER, 404)),
    "organisations:revoke": ({"invitation_id": "membership"}, only_post(GIVER), posted(GIVER, 404)),
    "organisations:accept": ({"secret": "draft_year"}, NOT_FOUND),  # opened by a secret that was mailed, whoever opens it
    "audit:log": ({}, ADMINISTRATOR),
    "audit:mine": ({}, SIGNED_IN),
    "audit:person": ({"person_id": "administrator"}, OWN, posted(SIGNED_IN, 405)),
    "audit:thing": ({"kind": "kind", "key": "document"}, ADMINISTRATOR),
    "notices:mails": ({}, ADMINISTRATOR),
    "notices:send_again": ({"outgoing_id": "no_mail"}, only_post(ADMINISTRATOR), posted(ADMINISTRATOR, 404)),
    "notices:kinds": ({}, ADMINISTRATOR),
    "notices:kind": ({"code": "notice"}, ADMINISTRATOR),
    "notices:post": ({}, dict.fromkeys(EVERYONE, 404)),  # it exists only in a demo
    **ACCOUNTS,
    **READING,
    **PROFILES,
    **OFFERS,
    **REGISTER,
    **PUBLISHING,
    **OPEN_DATA,
    **ADOPTION,
    **REGIONS,
    **COVERAGE,
    **FINDER,
    **NEEDCARDS,
    **SIGNALS,
    **SCENARIOS,
    **PLANS,
}

# Steps on the way in: nobody starts there, so they lead to the login page, and not back.
STEPS = {"mfa_authenticate", "mfa_login_webauthn", "home:language", "profiles:cited"}  # the last two send everyone on


def route_names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from route_names(entry, f"{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}"


@pytest.fixture
def world(settings, tmp_path):
    """A public profile of 2023-2024, a draft of 2024-2025, a waiting document, and someone in every role."""
    settings.PRIVATE_ROOT = tmp_path
    site = a_site(a_region())
    people = {role: someone(role, site) for role in Role}
    people["elsewhere"] = someone(Role.ADVISER, a_site(a_region("SWV Elders")))
    given = {"evidence": {}, "source": None, "made_by": None, "now": timezone.now()}
    public = publish_draft(make_draft(site, vuursprot() | {"school_year": "2023-2024"}, **given), on=timezone.localdate())
    make_draft(site, vuursprot() | {"school_year": "2024-2025"}, **given)
    taken = take_in([ContentFile(b"tekst", name="a.txt")], by=people[Role.ADVISER], partnership=site.partnership, now=timezone.now())
    names = {"batch": taken.batch.pk, "document": taken.documents[0].pk, "brin6": site.brin6, "draft_year": "2024-2025", "job": uuid4()}
    names |= {"document_code": "samenvatting", "suffix": "html"}
    names |= {"membership": Membership.anywhere.get(user=people[Role.TEACHER]).pk}
    names |= {"no_region": "PO0000"}
    names |= {"offer": "expertise.remedial_teaching"}
    names |= {"session": 1, "user": "1", "language": "en", "key": "abc-def", "provider": "school"}
    names |= {"step": "team", "no_mail": 10**9}
    names |= {"postcode": "9999", "coverage_suffix": "pdf", "asked_report": an_asked_report(site.partnership).pk}
    names |= {"plan": a_finished_plan(site.partnership).pk, "plan_suffix": "json"}
    names |= {"scenario": a_scenario(site.partnership).pk, "scenario_suffix": "xlsx", "scenario_way": "school-sluit"}
    names |= {"public_year": public.school_year, "number": public.number, "fingerprint": public.fingerprint}
    names |= {"part": "vision", "figure": "support_scheme"}
    names |= {"bundle": a_bundle(site.partnership, public).pk, "board_number": site.board.number}
    names |= a_register(site.partnership)
    names |= some_cards(site, a_site(site.partnership))
    a_fixed_text(site.partnership, "2024-2025")
    names |= {"this_year": str(SchoolYear.of(timezone.localdate())), "all_kinds": "alle"}
    names |= {"wording": a_wording(site, "2024-2025").pk, "question": a_question(site, "2024-2025").pk}
    report = a_report(site, public.school_year)
    names |= {"report": report.pk, "report_token": token_of(report), "note": a_note(site.partnership).pk}
    names |= {"cluster_answer": a_cluster_answer(site).pk}
    return people, names | {"administrator": people[Role.ADMINISTRATOR].pk, "kind": "document", "notice": "reading.batch_read"}


def someone(role: Role, site) -> User:
    user = User.objects.create_user(f"{User.objects.count()}@zilverkust.example", "goed-wachtwoord", name=role.label)
    level = LEVEL_OF[role]
    place = site if level is Level.SITE else getattr(site, level.value)
    Membership.objects.create(user=user, role=role.value, **{level.value: place})
    return user


def test_every_route_stands_in_the_table():
    assert set(route_names(get_resolver())) == set(ROUTES)


@pytest.mark.parametrize("route", ROUTES)
def test_every_role_gets_the_expected_answer(world, route):
    people, names = world
    address, expected = address_of(route, names), ROUTES[route][1]
    assert {who: browser_of(people.get(who)).get(address).status_code for who in expected} == expected


@pytest.mark.parametrize("route", ROUTES)
def test_every_role_gets_the_expected_answer_to_a_form_with_nothing_filled_in(world, route):
    people, names = world
    address, expected = address_of(route, names), answers_to_post(route)
    answers = {}
    for who in expected:
        with transaction.atomic():  # what one role may do is undone before the next one comes
            answers[who] = browser_of(people.get(who)).post(address).status_code
            transaction.set_rollback(True)
    assert answers == expected


def answers_to_post(route: str) -> dict:
    _, expected, *more = ROUTES[route]
    return more[0] if more else only_post(expected)


def address_of(route: str, names: dict) -> str:
    return reverse(route, kwargs={name: names[value] for name, value in ROUTES[route][0].items()})


def browser_of(user: User | None) -> Client:
    """Someone who is in with a second factor; without a user: a visitor."""
    return signed_in_fully(user) if user else Client()


# These ask for a second factor first; every other screen does not.
PERSONAL = {
    *(
        "reading:document",
        "reading:review",
        "reading:accept",
        "reading:differences",
        "reading:original",
        "reading:take_back",
        "reading:seen",
    ),
    "reading:differences",
    "audit:person",
    *NEEDCARDS,
    *PERSONAL_SIGNALS,
}


@pytest.mark.parametrize("route", ROUTES)
def test_a_screen_with_personal_data_asks_for_a_second_factor_first_and_no_other_does(world, route):
    people, names = world
    address = address_of(route, names)
    with_password_only = Client()
    with_password_only.force_login(people[Role.ADMINISTRATOR])
    answers = [with_password_only.get(address), with_password_only.post(address)]
    asked = ["/account/tweede-stap/?next=" in answer.get("Location", "") for answer in answers]
    assert asked == [route in PERSONAL] * 2


@pytest.mark.parametrize("route", sorted({name for name, (_, expected, *_) in ROUTES.items() if expected.get("visitor") == 302} - STEPS))
def test_a_stranger_is_sent_to_the_login_page_and_back(world, route):
    _, names = world
    address = address_of(route, names)
    assert Client().get(address)["Location"] == f"/account/inloggen/?next={address}"


def test_a_form_from_another_site_is_refused(world):
    people, _ = world
    client = Client(enforce_csrf_checks=True)
    client.force_login(people[Role.ADVISER])
    response = client.post("/documenten/", {})
    assert response.status_code == 403
    assert "Deze pagina stond te lang open" in response.content.decode()
    assert "ander tabblad" in response.content.decode()  # who stepped into another role there is not told that a clock did it
