"""What do the tests of questions between schools share: two schools of one region and one elsewhere, each with somebody who answers?"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client

from dekkend.accounts.models import User
from dekkend.needcards.queries import schools as found
from dekkend.organisations.models import Place, Site
from tests.factories.ground import a_large_area
from tests.factories.needcards import keeper
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully


@dataclass
class School:
    site: Site
    person: User
    browser: Client


@pytest.fixture(autouse=True)
def an_area_with_many_children(db: None) -> Place:
    """9999, which may stand on a card."""
    return a_large_area("9999")


@pytest.fixture(autouse=True)
def nothing_kept_of_another_test() -> None:
    found.forget()


def a_school(site: Site) -> School:
    person = keeper(site)
    return School(site, person, signed_in_fully(person))


@pytest.fixture
def ours(site) -> School:
    """De Vuursprot, that asks."""
    return a_school(site)


@pytest.fixture
def other(site) -> School:
    """De Oude Haven, in the same region."""
    return a_school(a_site(site.partnership, name="De Oude Haven"))


@pytest.fixture
def third(site) -> School:
    return a_school(a_site(site.partnership, name="De Zeevonkel"))


@pytest.fixture
def elsewhere(db) -> School:
    """A school of another region."""
    return a_school(a_site(a_region("SWV Elders"), name="De Verre Akker"))
