"""Is a difference between school years only told when it stands, whatever the silent schools turn out to have?"""

from __future__ import annotations

import pytest

from dekkend.coverage.rules.listed import sure_difference
from dekkend.coverage.rules.report_kind import through_years
from dekkend.coverage.words import Figure


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (Figure(100, 70, 0), Figure(100, 75, 0), 5),
        (Figure(100, 70, 0), Figure(100, 64, 0), -6),
        (Figure(100, 70, 0), Figure(100, 70, 0), 0),
        (Figure(100, 70, 0), Figure(100, 64, 20), None),
        (Figure(100, 70, 0), Figure(100, 60, 5), -5),
        (Figure(100, 70, 10), Figure(100, 90, 5), 10),
        (Figure(0, 0, 0), Figure(100, 90, 5), None),
    ],
)
def test_a_difference_is_told_when_it_is_sure(first, last, told):
    assert sure_difference(first, last) == told


def test_the_report_gives_both_bounds_of_a_year_in_which_schools_were_silent():
    years = [("2025-2026", Figure(100, 70, 0)), ("2026-2027", Figure(100, 64, 20))]
    assert through_years(years) == ["Volgens de profielen van elk schooljaar: 2025-2026 70%, 2026-2027 64% tot 84%."]
