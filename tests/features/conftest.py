"""Which people and places do the tests of features share?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.coverage.gateways import kept
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.words import Level, Role
from dekkend.register.queries.geography import forget
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path) -> None:
    """Files that a test hands in go to a folder of its own."""
    settings.PRIVATE_ROOT = tmp_path / "private"


@pytest.fixture(autouse=True)
def no_ground_of_another_test() -> None:
    """What is kept of the register and of coverage in this process belongs to the database of one test."""
    forget()
    kept.forget()


@pytest.fixture
def site(db) -> Site:
    """De Vuursprot in the region Zilverkust."""
    return a_site(a_region())


@pytest.fixture
def person(db) -> Callable[..., User]:
    """`person(Role.DIRECTOR, site)`: someone with this role there; `person()`: someone without any role."""

    def make(role: Role | None = None, place: Site | None = None) -> User:
        user = User.objects.create_user(f"{role or 'iemand'}{User.objects.count()}@zilverkust.example", "goed-wachtwoord", name="Iemand")
        if role and place:
            Membership.objects.create(user=user, role=role.value, **place_for(role, place))
        return user

    return make


def place_for(role: Role, site: Site) -> dict[str, object]:
    from dekkend.organisations.words import LEVEL_OF

    level = LEVEL_OF[role]
    return {level.value: site if level is Level.SITE else getattr(site, level.value)}


@pytest.fixture
def signed_in(person) -> Callable[..., Client]:
    """`signed_in(Role.DIRECTOR, site)`: a browser in which that person has logged in, with a second factor."""

    def make(role: Role | None = None, place: Site | None = None) -> Client:
        return signed_in_fully(person(role, place))

    return make
