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
from dekkend.organisations.models import Membership
from dekkend.organisations.words import LEVEL_OF, Level, Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.reading.actions.taking_in import take_in
from tests.architecture.answers import (
    ADMINISTRATOR,
    CHOOSER,
    DOCUMENT,
    DOOR,
    DRAFT,
    EDITOR,
    EVERYONE,
    GIVER,
    NO_POST,
    NOT_FOUND,
    OVERSEER,
    OWN,
    REDACTOR,
    REGION,
    SCHOOL,
    SIGNED_IN,
    SITE,
    VERSION,
    WRITER,
    only_post,
    posted,
)
from tests.architecture.routes_of_adoption import ADOPTION
from tests.corpus.school import vuurtoren
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db

# Route: (arguments by name, who gets which answer to GET, and to POST with nothing filled in). Without the last: nothing can be sent, so
# those who get in are told that the address takes no POST. A document that waits is shown as such; its checking leads back there.
ROUTES: dict[str, tuple[dict[str, str], dict] | tuple[dict[str, str], dict, dict]] = {
    "demo:step_in": ({}, dict.fromkeys(EVERYONE, 404)),  # these exist only in a demo
    "demo:day": ({}, dict.fromkeys(EVERYONE, 404)),
    "demo:story": ({}, dict.fromkeys(EVERYONE, 404)),
    "demo:start_over": ({}, dict.fromkeys(EVERYONE, 404)),
    "home:start": ({}, EVERYONE),
    "home:my_day": ({}, SIGNED_IN),
    "home:law": ({}, EVERYONE),
    "home:accessibility": ({}, EVERYONE),
    "home:language": ({"language": "language"}, dict.fromkeys(EVERYONE, 302), NO_POST),
    "home:robots_txt": ({}, EVERYONE),
    "home:security_txt": ({}, dict.fromkeys(EVERYONE, 404), NO_POST),  # until a setting names whom to tell
    "accounts:account": ({}, SIGNED_IN),
    "accounts:second_factor": ({}, SIGNED_IN),
    "accounts:uncouple": ({"account_id": "session"}, only_post(SIGNED_IN), posted(SIGNED_IN, 404)),
    "accounts:end_session": ({"session_id": "session"}, only_post(SIGNED_IN), posted(SIGNED_IN, 404)),
    "account_login": ({}, DOOR, posted(DOOR, 422)),
    "mfa_authenticate": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_login_webauthn": ({}, dict.fromkeys(EVERYONE, 302)),
    "account_logout": ({}, dict.fromkeys(EVERYONE, 405), dict.fromkeys(EVERYONE, 302)),
    "account_signup": ({}, dict.fromkeys(EVERYONE, 302) | {"visitor": 403}),  # closed
    "account_inactive": ({}, EVERYONE),
    "account_reset_password": ({}, EVERYONE, posted(EVERYONE, 422)),
    "account_reset_password_done": ({}, EVERYONE),
    "account_reset_password_from_key": ({"uidb36": "user", "key": "key"}, EVERYONE, EVERYONE),
    "account_reset_password_from_key_done": ({}, EVERYONE),
    "openid_connect_login": (
        {"provider_id": "provider"},
        NOT_FOUND,
        dict.fromkeys(EVERYONE, 302),
    ),  # it exists only where a school login is set
    "openid_connect_callback": ({"provider_id": "provider"}, NOT_FOUND),
    "socialaccount_login_cancelled": ({}, EVERYONE),
    "account_change_password": ({}, SIGNED_IN, posted(SIGNED_IN, 422)),
    "account_set_password": ({}, dict.fromkeys(EVERYONE, 302)),  # only for who has none
    "account_reauthenticate": ({}, SIGNED_IN, posted(SIGNED_IN, 422)),
    "mfa_reauthenticate": ({}, dict.fromkeys(EVERYONE, 302)),  # only for who has such a factor
    "mfa_reauthenticate_webauthn": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_index": ({}, SIGNED_IN),
    "mfa_activate_totp": ({}, dict.fromkeys(EVERYONE, 302)),  # first: is it really you?
    "mfa_deactivate_totp": ({}, NOT_FOUND | {"visitor": 302}),
    "mfa_view_recovery_codes": ({}, NOT_FOUND | {"visitor": 302}, posted(SIGNED_IN, 405)),
    "mfa_generate_recovery_codes": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_list_webauthn": ({}, SIGNED_IN),
    "mfa_add_webauthn": ({}, dict.fromkeys(EVERYONE, 302)),
    "mfa_edit_webauthn": ({"pk": "session"}, dict.fromkeys(EVERYONE, 302)),
    "mfa_remove_webauthn": ({"pk": "session"}, dict.fromkeys(EVERYONE, 302)),
    "usersessions_list": ({}, SIGNED_IN, dict.fromkeys(EVERYONE, 302)),
    "reading:documents": ({}, EDITOR, posted(EDITOR, 422)),
    "reading:batch": ({"batch_id": "batch"}, DOCUMENT, posted(EDITOR, 405)),
    "reading:document": ({"document_id": "document"}, DOCUMENT, posted(EDITOR, 405)),
    "reading:review": (
        {"document_id": "document"},
        {who: 302 if status == 200 else status for who, status in DOCUMENT.items()},
        posted(EDITOR, 404),
    ),
    "reading:accept": (
        {"document_id": "document"},
        {who: 302 if status == 200 else status for who, status in DOCUMENT.items()},
        posted(EDITOR, 404),
    ),
    "reading:differences": (
        {"document_id": "document", **DRAFT},
        {who: 302 if status == 200 else status for who, status in DOCUMENT.items()},
        posted(DOCUMENT, 404),
    ),
    "reading:original": ({"document_id": "document"}, DOCUMENT, posted(EDITOR, 405)),
    "reading:take_back": ({"document_id": "document"}, only_post(EDITOR), posted(DOCUMENT, 302)),
    "reading:seen": ({"document_id": "document"}, only_post(EDITOR), posted(DOCUMENT, 302)),
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
    "notices:send_again": ({"outgoing_id": "document"}, only_post(ADMINISTRATOR), posted(ADMINISTRATOR, 404)),
    "notices:kinds": ({}, ADMINISTRATOR),
    "notices:kind": ({"code": "notice"}, ADMINISTRATOR),
    "notices:post": ({}, dict.fromkeys(EVERYONE, 404)),  # it exists only in a demo
    "offers:overview": (
        {},
        {who: 302 if status == 403 else status for who, status in REGION.items()},
        posted(SIGNED_IN, 405),
    ),  # one school: straight to it
    "offers:kinds": ({}, REGION),
    "offers:words": ({}, REGION, posted(REGION, 302) | dict.fromkeys((Role.COORDINATOR, Role.DIRECTOR), 403)),
    "offers:norm": ({}, REGION),
    "offers:choices": ({}, CHOOSER, posted(CHOOSER, 422)),
    "offers:answer": ({"token": "draft_year"}, NOT_FOUND),  # opened by a signed link that was mailed, whoever opens it
    "offers:site": ({"brin6": "brin6"}, SIGNED_IN | {"elsewhere": 404}, posted(SIGNED_IN, 405)),
    "offers:say": ({"brin6": "brin6", "offer_key": "offer"}, SCHOOL, posted(SCHOOL, 422)),
    "offers:confirm": ({"brin6": "brin6", "offer_key": "offer"}, only_post(SCHOOL), posted(SCHOOL, 302)),
    "offers:pause": ({"brin6": "brin6", "offer_key": "offer"}, only_post(SCHOOL), posted(SCHOOL, 302)),
    "offers:undo": ({"brin6": "brin6", "offer_key": "offer"}, only_post(SCHOOL), posted(SCHOOL, 302)),
    **ADOPTION,
    "profiles:drafts": ({}, SIGNED_IN),
    "profiles:offers": ({}, EDITOR),
    "profiles:offer": ({"brin6": "brin6"}, WRITER, only_post(EDITOR)),
    "profiles:begin": ({**DRAFT}, only_post(EDITOR), posted(EDITOR, 404)),  # that year is long past
    "profiles:edit": ({**DRAFT}, WRITER, only_post(EDITOR)),
    "profiles:edit_part": ({**DRAFT, "part": "part"}, WRITER, posted(WRITER, 302)),
    "profiles:save_field": ({**DRAFT}, only_post(EDITOR), posted(EDITOR, 404)),
    "profiles:here": ({**DRAFT}, WRITER, only_post(EDITOR)),
    "profiles:picture": ({**DRAFT, "block": "figure"}, posted(WRITER, 404), posted(WRITER, 302)),  # there is none yet
    "profiles:moments": ({**DRAFT}, WRITER, posted(WRITER, 404)),
    "profiles:sheet": ({**DRAFT}, WRITER, only_post(EDITOR)),
    "profiles:import": ({}, EDITOR, posted(EDITOR, 422)),
    "profiles:school": ({"brin6": "brin6"}, EVERYONE),
    "profiles:school_year": ({"brin6": "brin6", "school_year": "draft_year"}, SITE, NO_POST),
    "profiles:profile_data": ({"brin6": "brin6", "school_year": "draft_year"}, SITE, NO_POST),
    "profiles:changes": ({"brin6": "brin6"}, EVERYONE, NO_POST),
    "profiles:version": ({**VERSION}, EVERYONE, NO_POST),
    "profiles:version_data": ({**VERSION}, EVERYONE, NO_POST),
    "profiles:cited": ({"fingerprint": "fingerprint"}, dict.fromkeys(EVERYONE, 302), NO_POST),
    "profiles:leave_out": ({**VERSION}, REDACTOR, posted(REDACTOR, 422)),
    "profiles:show_again": ({**VERSION, "redaction_id": "session"}, only_post(REDACTOR), posted(REDACTOR, 404)),
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
    public = publish_draft(make_draft(site, vuurtoren() | {"school_year": "2023-2024"}, **given), on=timezone.localdate())
    make_draft(site, vuurtoren() | {"school_year": "2024-2025"}, **given)
    taken = take_in([ContentFile(b"tekst", name="a.txt")], by=people[Role.ADVISER], partnership=site.partnership, now=timezone.now())
    names = {"batch": taken.batch.pk, "document": taken.documents[0].pk, "brin6": site.brin6, "draft_year": "2024-2025", "job": uuid4()}
    names |= {"membership": Membership.anywhere.get(user=people[Role.TEACHER]).pk}
    names |= {"offer": "expertise.remedial_teaching"}
    names |= {"session": 1, "user": "1", "language": "en", "key": "abc-def", "provider": "school"}
    names |= {"step": "team"}
    names |= {"public_year": public.school_year, "number": public.number, "fingerprint": public.fingerprint}
    names |= {"part": "vision", "figure": "support_scheme"}
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
