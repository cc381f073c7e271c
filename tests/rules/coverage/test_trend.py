"""Is a difference between school years only told when it stands, whatever the silent schools turn out to have?"""

from __future__ import annotations

import pytest

from dekkend.coverage.rules.listed import SureDifference, sure_difference
from dekkend.coverage.rules.report_kind import through_years
from dekkend.coverage.views.overtime import difference_text
from dekkend.coverage.words import Figure


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (Figure(100, 70, 0), Figure(100, 75, 0), (5, True)),
        (Figure(100, 70, 0), Figure(100, 64, 0), (-6, True)),
        (Figure(100, 70, 0), Figure(100, 70, 0), (0, True)),
        (Figure(100, 70, 0), Figure(100, 64, 20), None),
        (Figure(100, 70, 0), Figure(100, 60, 5), (-5, False)),
        (Figure(100, 70, 10), Figure(100, 90, 5), (10, False)),
        (Figure(100, 92, 0), Figure(100, 84, 8), None),
        (Figure(100, 53, 0), Figure(100, 53, 27), None),
        (Figure(0, 0, 0), Figure(100, 90, 5), None),
    ],
)
def test_a_difference_is_told_when_it_is_sure(first, last, told):
    assert sure_difference(first, last) == (told and SureDifference(*told))


@pytest.mark.parametrize(
    ("sure", "told"),
    [
        (None, "niet te zeggen"),
        (SureDifference(0, exact=True), "0"),
        (SureDifference(5, exact=True), "+5"),
        (SureDifference(10, exact=False), "minstens 10 omhoog"),
        (SureDifference(-5, exact=False), "minstens 5 omlaag"),
    ],
)
def test_a_difference_that_is_not_exact_is_told_as_the_least(sure, told):
    assert difference_text(sure) == told


def test_the_report_gives_both_bounds_of_a_year_in_which_schools_were_silent():
    years = [("2025-2026", Figure(100, 70, 0)), ("2026-2027", Figure(100, 64, 20))]
    assert through_years(years) == [
        "Volgens de profielen van 2025-2026: 70%. Volgens de profielen van 2026-2027: minstens 64%, hoogstens 84%."
    ]
