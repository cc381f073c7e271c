"""Where does a school stand in the round, which day is next, and when may it be reminded again?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from dekkend.adoption.rules.campaign import STAGES, next_day, stage_of, usual_round, why_not
from dekkend.adoption.words.campaign import Place, Round, Stage
from dekkend.adoption.words.facts import Due
from dekkend.adoption.words.procedure import State

TODAY, NOW = date(2026, 5, 1), datetime(2026, 5, 1, 12, tzinfo=UTC)
ROUND = Round("2026-2027", date(2026, 2, 1), date(2026, 7, 31), set=True)


@pytest.mark.parametrize(
    ("state", "begun", "public", "stage"),
    [
        (State.DRAFT, False, False, Stage.NOT_BEGUN),
        (State.DRAFT, True, False, Stage.WRITING),
        (State.TEAM, True, False, Stage.WRITING),
        (State.ASKED, True, False, Stage.COUNCIL),
        (State.ADVISED, True, False, Stage.BOARD),
        (State.ADOPTED, True, False, Stage.ADOPTED),
        (State.DELIVERED, True, True, Stage.PUBLISHED),
        (State.DRAFT, True, True, Stage.PUBLISHED),
    ],
)
def test_a_school_stands_where_its_offer_lies(state, begun, public, stage):
    assert stage_of(state, begun=begun, public=public) is stage


def test_every_state_has_a_place():
    assert set(State) - set(STAGES) == {State.DRAFT, State.TEAM, State.PUPILS}


def test_the_usual_round_ends_the_day_before_the_school_year():
    assert usual_round("2026-2027") == Round("2026-2027", date(2026, 2, 1), date(2026, 7, 31), set=False)


def test_the_first_day_that_comes_is_next():
    term = Due(date(2026, 5, 10), 9)
    assert next_day(Stage.COUNCIL, term, ROUND, today=TODAY, public=False) == term
    assert next_day(Stage.WRITING, None, ROUND, today=TODAY, public=False) == Due(date(2026, 7, 31), 91)
    assert next_day(Stage.PUBLISHED, term, ROUND, today=TODAY, public=True) is None


def test_a_correction_of_what_is_public_misses_no_deadline():
    after, term = date(2026, 8, 2), Due(date(2026, 8, 10), 8)
    assert next_day(Stage.COUNCIL, term, ROUND, today=after, public=True) == term
    assert next_day(Stage.ADOPTED, None, ROUND, today=after, public=True) is None
    assert next_day(Stage.COUNCIL, term, ROUND, today=after, public=False) == Due(date(2026, 7, 31), -2)


def test_a_school_is_not_reminded_twice_within_three_days_nor_before_the_round_nor_when_it_is_done():
    def why(place: Place, today: date = TODAY) -> str:
        return why_not(place, ROUND, now=NOW, today=today)

    writing = Place(None, Stage.WRITING, None)
    assert why(writing) == ""
    assert "drie dagen" in why(Place(None, Stage.WRITING, None, reminded_at=NOW - timedelta(days=2, hours=23)))
    assert why(Place(None, Stage.WRITING, None, reminded_at=NOW - timedelta(days=3))) == ""
    assert "nog niet begonnen" in why(writing, date(2026, 1, 31))
    assert "openbaar" in why(Place(None, Stage.PUBLISHED, None))
