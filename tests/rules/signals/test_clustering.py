"""Are signals counted together rightly, and can nobody work out a number under five about children?"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.signals.rules.clustering import Tally, as_others_see, by_code, by_code_and_area
from dekkend.signals.words import BRACKETS, SignalKind, SignalState, or_more

AREAS = ("9991", "9992", "9993", "9994", "9995")
REASONS = ("full", "building")


def a_no(area: str, count: int, reason: str = "full", code: str = "expertise.autism") -> Tally:
    return Tally(SignalKind.NO_ANSWER, code, area, SignalState.RECEIVED, reason, count)


def a_report(count: int, state: SignalState = SignalState.RECEIVED, area: str = "9991") -> Tally:
    return Tally(SignalKind.CORRECTION, "expertise.autism", area, state, "", count)


def shown(tallies: list[Tally]) -> tuple:
    """Everything that a region gets to see of these."""
    return (tuple(by_code(tallies).items()), tuple(by_code_and_area(tallies).items()))


@pytest.mark.parametrize(("count", "least"), [(0, 0), (4, 0), (5, 5), (9, 5), (10, 10), (24, 10), (25, 25), (49, 25), (50, 50), (999, 50)])
def test_a_number_about_children_is_shown_as_so_many_or_more(count, least):
    assert or_more(count) == least


def test_no_bracket_is_a_multiple_of_four_so_that_parts_of_four_never_fill_it():
    assert [least % 4 for least in BRACKETS if not least % 4] == []


def test_reports_and_notes_are_counted_as_they_are():
    tallies = [a_report(2), a_report(1, SignalState.CHANGED), Tally(SignalKind.SUPPORT_POINT, "expertise.autism", "", *open_note(), 3)]
    counts = by_code(tallies)["expertise.autism"]
    assert (counts.corrections, counts.open_corrections, counts.notes, counts.areas) == (3, 2, 3, ("9991",))


def test_others_see_where_a_note_was_made_from_five_on():
    def notes(area: str, count: int) -> Tally:
        return Tally(SignalKind.SUPPORT_POINT, "expertise.autism", area, SignalState.RECEIVED, "", count)

    tallies = [notes("9991", 5), notes("9992", 4), notes("", 1)]
    counts = by_code(as_others_see(tallies))["expertise.autism"]
    assert (counts.notes_told, counts.areas) == (10, ("9991",))
    assert [area for _code, area in by_code_and_area(as_others_see(tallies))] == ["", "9991"]
    assert by_code([notes("9992", 4)])["expertise.autism"].notes_told == 0


def open_note() -> tuple[SignalState, str]:
    return SignalState.RECEIVED, ""


def test_what_is_about_no_kind_of_support_comes_last():
    tallies = [a_no("9991", 5, code=""), a_no("9991", 5, code="expertise.autism")]
    assert list(by_code(tallies)) == ["expertise.autism", ""]


def test_a_reason_is_named_from_five_on_and_an_area_too():
    few = by_code([a_no("9991", 4), a_no("9992", 4)])["expertise.autism"]
    assert (few.no_answers, few.reason, few.areas) == (5, "full", ())
    spread = by_code([a_no("9991", 3, "full"), a_no("9992", 3, "building")])["expertise.autism"]
    assert (spread.no_answers, spread.reason, spread.areas) == (5, "", ())
    assert by_code([a_no("9991", 5), a_no("9992", 4)])["expertise.autism"].areas == ("9991",)


@pytest.mark.parametrize(("areas", "most"), [(1, 30), (2, 30), (3, 12), (4, 6), (5, 5)])
def test_no_number_under_five_follows_from_what_is_shown_of_areas(areas, most):
    """All ways in which so many areas can count, put together by what they show: each small number in it must leave another open."""
    assert revealed(
        (counts, shown([a_no(area, count) for area, count in zip(AREAS, counts, strict=False) if count]))
        for counts in product(range(most + 1), repeat=areas)
    ) == []  # fmt: skip


def test_nor_of_areas_and_reasons_together():
    cells = list(product(AREAS[:2], REASONS))
    assert revealed(
        (counts, shown([a_no(area, count, reason) for (area, reason), count in zip(cells, counts, strict=True) if count]))
        for counts in product(range(7), repeat=len(cells))
    ) == []  # fmt: skip


def revealed(worlds) -> list[tuple]:
    """The numbers of 1 to 4 that someone who sees all and knows how it is made can work out."""
    alike: dict[str, list[tuple[int, ...]]] = {}
    for counts, seen in worlds:
        # An area without anything is not shown: what stands there is the same as for a number under five.
        alike.setdefault(repr(visible(seen)), []).append(counts)
    found = []
    for group in alike.values():
        for place in range(len(group[0])):
            values = {counts[place] for counts in group}
            if len(values) == 1 and 1 <= min(values) <= 4:
                found.append((group[0], place))
    return found


def visible(seen: tuple) -> tuple:
    by_code_, by_area = seen
    return tuple(each for each in by_code_ if each[1].any), tuple(each for each in by_area if each[1].any)


@given(st.lists(st.tuples(st.sampled_from(AREAS), st.integers(1, 60)), max_size=12))
def test_the_total_never_says_more_than_there_are(parts):
    tallies = [a_no(area, count) for area, count in parts]
    counts = by_code(tallies).get("expertise.autism")
    assert (counts.no_answers if counts else 0) <= sum(count for _area, count in parts)
