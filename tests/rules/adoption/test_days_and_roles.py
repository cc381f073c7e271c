"""Which day can a step have, by when is someone expected, until when does an offer hold, and as what does someone act?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dekkend.adoption.rules.acting import acting
from dekkend.adoption.rules.days import due, holds_until, ready_by, wrong_day
from dekkend.adoption.rules.line import passed, shown
from dekkend.adoption.words.facts import Acting, Terms
from dekkend.adoption.words.procedure import Kind, Outcome, Regime, State
from dekkend.organisations.words import Role

DAY = date(2026, 10, 5)
ONE = timedelta(1)


def test_a_step_cannot_be_tomorrow():
    assert wrong_day(Kind.TEAM, DAY, happened={}, today=DAY) == ""
    assert "nog niet geweest" in wrong_day(Kind.TEAM, DAY + ONE, happened={}, today=DAY)


def test_a_day_of_more_than_two_years_ago_is_a_slip():
    assert wrong_day(Kind.TEAM, DAY - timedelta(731), happened={}, today=DAY) == ""
    assert "twee jaar" in wrong_day(Kind.TEAM, DAY - timedelta(732), happened={}, today=DAY)


def test_an_advice_cannot_be_before_its_question():
    happened = {Kind.ASK: DAY - ONE}
    assert wrong_day(Kind.ADVISE, DAY - ONE, happened=happened, today=DAY) == ""
    assert "4 oktober 2026" in wrong_day(Kind.ADVISE, DAY - 2 * ONE, happened=happened, today=DAY)


def test_the_team_may_have_spoken_before_everything_else():
    assert wrong_day(Kind.PUPILS, DAY - 200 * ONE, happened={Kind.TEAM: DAY}, today=DAY) == ""


@pytest.mark.parametrize(("days", "left", "late"), [(41, 1, False), (42, 0, False), (43, -1, True)])
def test_an_advice_is_late_the_day_after_its_term(days, left, late):
    expected = due(State.ASKED, {Kind.ASK: DAY}, Terms(), today=DAY + timedelta(days))
    assert (expected.days_left, expected.late) == (left, late)


def test_nobody_is_waited_for_before_and_after():
    for state in (State.DRAFT, State.TEAM, State.ADOPTED, State.DELIVERED):
        assert due(state, {Kind.ASK: DAY, Kind.ADVISE: DAY}, Terms(), today=DAY) is None


def test_a_decision_is_counted_from_the_advice():
    assert due(State.REACTED, {Kind.ASK: DAY - ONE, Kind.ADVISE: DAY}, Terms(decision_days=10), today=DAY).day == DAY + timedelta(10)


def test_the_offer_is_ready_before_the_first_of_august():
    assert ready_by("2026-2027") == date(2026, 7, 31)


def test_a_guide_holds_its_school_year_and_a_profile_four_years():
    assert holds_until(Regime.GUIDE, "2026-2027", DAY, years=1) == date(2027, 7, 31)
    assert holds_until(Regime.PROFILE, "2023-2024", date(2023, 9, 14), years=4) == date(2027, 9, 13)
    assert holds_until(Regime.PROFILE, "2023-2024", date(2024, 2, 29), years=3) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("kind", "roles", "named", "how"),
    [
        (Kind.ASK, {Role.DIRECTOR}, (), Acting(Role.DIRECTOR)),
        (Kind.ASK, {Role.BOARD}, (), Acting(Role.BOARD, Role.DIRECTOR)),
        (Kind.ASK, {Role.COORDINATOR}, (Role.DIRECTOR,), Acting(Role.COORDINATOR, Role.DIRECTOR)),
        (Kind.ADOPT, {Role.DIRECTOR}, (Role.BOARD,), Acting(Role.DIRECTOR, Role.BOARD)),
        (Kind.ADOPT, {Role.DIRECTOR, Role.COUNCIL, Role.ADVISER}, (), None),
        (Kind.ADVISE, {Role.BOARD, Role.DIRECTOR, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR}, (), None),
        (Kind.ADVISE, {Role.COUNCIL}, (), Acting(Role.COUNCIL)),
    ],
)
def test_as_what_someone_acts(kind, roles, named, how):
    assert acting(kind, roles, named) == how


def test_in_whose_name_is_said_without_a_name():
    assert Acting(Role.BOARD, Role.DIRECTOR).told == "Bestuur, namens: directeur"
    assert Acting(Role.BOARD).told == "Bestuur"


def test_the_line_shows_pupils_only_where_the_law_asks_and_a_reaction_only_where_one_is_asked():
    assert State.PUPILS not in [state for state, _ in shown(Regime.PROFILE, None)]
    assert State.REACTED in [state for state, _ in shown(Regime.GUIDE, Outcome.REMARKS)]
    assert State.REACTED not in [state for state, _ in shown(Regime.GUIDE, Outcome.POSITIVE)]


@pytest.mark.parametrize(
    ("state", "happened", "count"),
    [
        (State.DRAFT, [], 0),
        (State.TEAM, [Kind.TEAM], 2),
        (State.TEAM, [Kind.TEAM, Kind.PUPILS], 3),
        (State.PUPILS, [Kind.PUPILS], 3),
        (State.ASKED, [Kind.PUPILS], 3),
        (State.ADVISED, [], 4),
        (State.TALKED, [], 5),
        (State.ADOPTED, [], 6),
        (State.DELIVERED, [], 8),
        (State.DRAFT, [Kind.TEAM, Kind.PUPILS], 0),
    ],
)
def test_how_many_places_of_the_line_are_behind_us(state, happened, count):
    places = [place for place, _ in shown(Regime.GUIDE, Outcome.REMARKS)]
    assert passed(state, places, happened) == count
