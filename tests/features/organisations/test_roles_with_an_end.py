"""Does a role stop giving access after its last day, and is another's role not in reach?"""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError
from django.utils import timezone

from dekkend.organisations.models import Membership, Place, UnscopedQuery
from dekkend.organisations.queries import people_within, scope_of
from dekkend.organisations.words import NOBODY, Role
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("today", "reaches"), [(date(2027, 7, 30), True), (date(2027, 7, 31), True), (date(2027, 8, 1), False)])
def test_a_role_gives_access_up_to_and_on_its_last_day(site, person, today, reaches):
    user = person(Role.DIRECTOR, site)
    Membership.anywhere.filter(user=user).update(starts_on=date(2026, 8, 1), ends_on=date(2027, 7, 31))
    assert bool(scope_of(user, today).grants) is reaches


def test_a_role_that_has_not_begun_gives_no_access(site, person):
    user = person(Role.DIRECTOR, site)
    Membership.anywhere.filter(user=user).update(starts_on=date(2026, 8, 1))
    assert scope_of(user, date(2026, 7, 31)).grants == ()
    assert scope_of(user, date(2026, 8, 1)).grants


def test_a_role_that_was_ended_gives_no_access_at_once(site, person):
    user = person(Role.DIRECTOR, site)
    Membership.anywhere.filter(user=user).update(ended_at=timezone.now())
    assert scope_of(user, date(2026, 10, 5)).grants == ()


def test_asking_for_roles_without_saying_for_whom_raises():
    with pytest.raises(UnscopedQuery):
        Membership.objects.all()


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.DIRECTOR, {"own"}),
        (Role.BOARD, {"own", "same board"}),
        (Role.ADVISER, {"own", "same board", "same region"}),
        (Role.ADMINISTRATOR, {"own", "same board", "same region"}),
        (Role.TEACHER, set()),
        (Role.COUNCIL, set()),
        (Role.COORDINATOR, set()),
    ],
)
def test_who_sees_whose_role(site, person, role, seen):
    places = {
        "own": site,
        "same board": a_site(site.partnership, site.board),
        "same region": a_site(site.partnership),
        "elsewhere": a_site(a_region("SWV Elders")),
    }
    teachers = {name: person(Role.TEACHER, place) for name, place in places.items()}
    found = {membership.user for membership in people_within(scope_of(person(role, site), date(2026, 10, 5)))}
    assert {name for name, teacher in teachers.items() if teacher in found} == seen


def test_a_visitor_sees_nobody(site, person):
    person(Role.TEACHER, site)
    assert not people_within(NOBODY).exists()


def test_the_same_role_at_the_same_place_stands_once(site, person):
    user = person(Role.TEACHER, site)
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=user, role=Role.TEACHER.value, site=site)


@pytest.mark.parametrize("postcode", ["999", "0999", "9999 ZZ", "9999zz", "9999Z"])
def test_a_place_has_a_well_formed_postcode(db, postcode):
    with pytest.raises(DatabaseError):  # too long is another refusal on PostgreSQL than malformed
        Place.objects.create(postcode=postcode, name="Zilverduin", x=80_000, y=450_000)


def test_a_place_knows_where_it_lies_and_who_lives_there(db):
    place = Place.objects.create(postcode="9999ZZ", name="Zilverduin", municipality="Zilverkust", x=80_000, y=450_000, children={"5-9": 12})
    assert str(place) == "9999ZZ Zilverduin"
