"""Is it said in whose name someone acts, and are people reminded without anything happening by itself?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from dekkend.adoption.actions.arranging import Naming, end_stand_in, name_stand_in
from dekkend.adoption.actions.reminding import remind
from dekkend.adoption.actions.taking import Given, take_step
from dekkend.adoption.models import Adoption
from dekkend.adoption.words.procedure import Kind, Outcome, State
from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Refused, Role
from tests.factories.adoptions import TODAY, YEAR, a_draft, advised, asked, go, people_of, someone, who
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(site):
    a_draft(site)
    return people_of(site)


def test_the_board_does_the_work_of_a_director_in_his_name(people, site):
    take_step(Kind.TEAM, site, YEAR, Given(TODAY), who(people[Role.COORDINATOR]))
    take_step(Kind.PUPILS, site, YEAR, Given(TODAY, "Kaartjes."), who(people[Role.COORDINATOR]))
    step = take_step(Kind.ASK, site, YEAR, Given(TODAY), who(people[Role.BOARD]))
    assert (step.role, step.on_behalf_of) == (Role.BOARD, Role.DIRECTOR)


def test_someone_who_was_named_stands_in_for_as_long_as_it_lasts(people, site):
    go(people, site, Kind.TEAM, Kind.PUPILS)
    naming = Naming(people[Role.COORDINATOR], Role.DIRECTOR, TODAY, TODAY + timedelta(7), "Ziek.")
    stand_in = name_stand_in(site, naming, who(people[Role.BOARD]))
    step = take_step(Kind.ASK, site, YEAR, Given(TODAY), who(people[Role.COORDINATOR]))
    assert (step.role, step.on_behalf_of) == (Role.COORDINATOR, Role.DIRECTOR)
    end_stand_in(stand_in, who(people[Role.BOARD]))
    with pytest.raises(PermissionDenied):
        take_step(Kind.RETURN, site, YEAR, Given(TODAY, "x"), who(people[Role.COORDINATOR]))


def test_only_the_board_names_who_stands_in_and_nobody_from_outside(people, site):
    naming = Naming(people[Role.COORDINATOR], Role.DIRECTOR, TODAY, TODAY, "Ziek.")
    with pytest.raises(PermissionDenied):
        name_stand_in(site, naming, who(people[Role.DIRECTOR]))
    outsider = someone(Role.DIRECTOR, a_site(site.partnership))
    with pytest.raises(Refused, match="geen rol"):
        name_stand_in(site, Naming(outsider, Role.DIRECTOR, TODAY, TODAY, "Ziek."), who(people[Role.BOARD]))


def test_a_member_of_the_council_never_stands_in(people, site):
    with pytest.raises(Refused):
        name_stand_in(site, Naming(people[Role.COUNCIL], Role.BOARD, TODAY, TODAY, "x"), who(people[Role.BOARD]))


def test_the_council_is_reminded_once_and_nothing_happens_by_itself(people, site):
    asked(people, site)
    for day in (0, 34):
        assert remind(today=TODAY + timedelta(day), now=timezone.now()) == 0
    assert remind(today=TODAY + timedelta(35), now=timezone.now()) == 1
    assert remind(today=TODAY + timedelta(36), now=timezone.now()) == 0
    assert remind(today=TODAY + timedelta(43), now=timezone.now()) == 2  # the director hears it too
    assert Adoption.anywhere.get().state == State.ASKED


def test_a_board_that_does_not_decide_is_reminded(people, site):
    asked(people, site)
    advised(people, site, Outcome.POSITIVE)
    assert remind(today=TODAY + timedelta(21), now=timezone.now()) == 1
    assert Outgoing.objects.filter(notice="adoption.decision_due", address=people[Role.BOARD].email).exists()
