"""Can nobody of another region, school or board reach an object by guessing its number, with GET or with POST, on any route?

The walk finds the routes by itself. A route with a new kind of argument makes the test fail until an object for it is made here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.words import Area
from dekkend.notices.actions import tell
from dekkend.notices.models import Outgoing
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.models import Invitation, Membership
from dekkend.organisations.words import LEVEL_OF, Level, Role
from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.publishing import freeze_draft
from dekkend.profiles.actions.redacting import leave_out
from dekkend.reading.actions.taking_in import take_in
from tests.corpus.school import vuurtoren
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db

# Routes that someone else may open, each with its reason.
OPEN = {
    "profiles:school": "public pages are for everyone; this site has none, so it is 404 all the same",
    "account_reset_password_from_key": "opened by a secret that was mailed",
    "openid_connect_login": "names a school login, no object",
    "openid_connect_callback": "names a school login, no object",
    "mfa_edit_webauthn": "asks first who you are; its own test takes the next step",
    "mfa_remove_webauthn": "asks first who you are; its own test takes the next step",
    "home:language": "names a language, no object",
    "mfa_login_webauthn": "a step on the way in",
    "notices:kind": "names a kind of mail, no object",
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


def someone(role: Role | None, site=None) -> User:
    user = User.objects.create_user(f"{User.objects.count()}@zilverkust.example", "goed-wachtwoord", name="Iemand")
    if role:
        level = LEVEL_OF[role]
        Membership.objects.create(user=user, role=role.value, **{level.value: site if level is Level.SITE else getattr(site, level.value)})
    return user


@pytest.fixture
def objects(settings, tmp_path) -> dict[str, object]:
    """One of everything, at De Vuurtoren in Zilverkust."""
    settings.PRIVATE_ROOT = tmp_path
    site, now = a_site(a_region()), timezone.now()
    adviser = someone(Role.ADVISER, site)
    taken = take_in([ContentFile(b"tekst", name="a.txt")], by=adviser, partnership=site.partnership, now=now)
    given = {"evidence": {}, "source": None, "made_by": None, "now": now}
    version = freeze_draft(make_draft(site, vuurtoren() | {"school_year": "2024-2025"}, **given), by=None, now=now)
    make_draft(site, vuurtoren() | {"school_year": "2024-2025"}, **given)
    invitation = Invitation.objects.create(
        email="nieuw@zilverkust.example",
        role=Role.TEACHER.value,
        site=site,
        secret_hash="0" * 64,
        invited_by=adviser,
        invited_at=now,
        expires_at=now + timedelta(days=14),
    )
    membership = Membership.anywhere.get(user=someone(Role.TEACHER, site))
    tell(Notice.DOCUMENT_HELD_APART, [Recipient(adviser.email)], about="a", now=now, area=Area(site.partnership_id))
    return {
        "outgoing_id": Outgoing.objects.get().pk,
        "person_id": adviser.pk,
        "kind": "document",
        "key": str(taken.documents[0].pk),
        "document_id": taken.documents[0].pk,
        "batch_id": taken.batch.pk,
        "membership_id": membership.pk,
        "invitation_id": invitation.pk,
        "brin6": site.brin6,
        "school_year": "2024-2025",
        "number": version.number,
        "fingerprint": version.fingerprint,
        "redaction_id": leave_out(version, "vision", "", reason="Een naam.", by=None, now=now).pk,
        "secret": "geraden-geheim",
        "token": "geraden-link",
        "offer_key": "expertise.remedial_teaching",
        "session_id": 1,
        "account_id": 1,
        "job": uuid4(),
        "site": site,
    }


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
    assert not missing, f"make an object for {missing} in this test, so that {name} is attacked too"
    return reverse(name, kwargs={argument: objects[argument] for argument in WITH_OBJECT[name]})


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
