"""Does a query that does not say for whom it asks fail loudly, and does reach follow the role?"""

from datetime import date

import pytest
from django.db import IntegrityError

from dekkend.organisations.models import Membership, Site, UnscopedQuery
from dekkend.organisations.queries import scope_of, sites_within
from dekkend.organisations.words import NOBODY, Role
from tests.factories.organisations import a_board, a_region, a_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Site.objects.all(),
        lambda: Site.objects.count(),
        lambda: Site.objects.filter(name="De Vuursprot"),
        lambda: Site.objects.get(pk=1),
        lambda: list(Site.objects.iterator()),
    ],
)
def test_an_unscoped_query_raises(ask):
    with pytest.raises(UnscopedQuery):
        ask()


@pytest.fixture
def places():
    region, board = a_region(), a_board()
    return {
        "own": a_site(region, board, name="De Vuursprot", brin6="99ZA00"),
        "same board": a_site(region, board, name="De Kwikstaart", brin6="99ZB00"),
        "same region": a_site(region, name="Het Helmgras", brin6="99ZC00"),
        "elsewhere": a_site(a_region("SWV Elders"), name="De Overkant", brin6="99ZD00"),
    }


@pytest.mark.parametrize(
    ("role", "reached"),
    [
        (Role.COORDINATOR, {"own"}),
        (Role.DIRECTOR, {"own"}),
        (Role.TEACHER, {"own"}),
        (Role.COUNCIL, {"own"}),
        (Role.BOARD, {"own", "same board"}),
        (Role.ADVISER, {"own", "same board", "same region"}),
        (Role.PARTNERSHIP_DIRECTOR, {"own", "same board", "same region"}),
        (Role.ADMINISTRATOR, {"own", "same board", "same region"}),
        (None, set()),
    ],
)
def test_reach_follows_the_role(places, person, role, reached):
    scope = scope_of(person(role, places["own"]), date(2026, 10, 5))
    assert set(sites_within(scope)) == {places[name] for name in reached}


def test_a_visitor_reaches_nothing(places):
    assert not sites_within(NOBODY).exists()


def test_a_person_who_may_no_longer_log_in_reaches_nothing(places, person):
    user = person(Role.ADVISER, places["own"])
    user.is_active = False
    assert scope_of(user, date(2026, 10, 5)) == NOBODY


def test_a_role_of_a_school_cannot_be_given_for_a_region(site, person):
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=person(), role=Role.COORDINATOR.value, partnership=site.partnership)


def test_the_database_refuses_a_malformed_site_code(site):
    with pytest.raises(IntegrityError):
        a_site(site.partnership, brin6="99zz00")
