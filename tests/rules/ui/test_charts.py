"""Does a chart draw its numbers to scale, say them in words, and never take what is not known for zero?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.ui.charts import HEIGHT, bars, line, number, ranges, share


def test_the_longest_bar_is_as_wide_as_the_chart_and_the_others_in_proportion():
    drawn = bars("Scholen", [("De Vuursprot", 40), ("De Kwikstaart", 10), ("Het Helmgras", 0)])
    assert [bar.length for bar in drawn.bars] == ["100.00%", "25.00%", "0.00%"]
    assert drawn.rows == [("De Vuursprot", "40"), ("De Kwikstaart", "10"), ("Het Helmgras", "0")]
    assert drawn.says == "Het meest bij De Vuursprot (40), het minst bij Het Helmgras (0)."


def test_a_chart_without_numbers_says_so():
    assert bars("Scholen", []).says == "Er zijn nog geen cijfers."
    assert line("Scholen", []).says == "Er zijn nog geen cijfers."
    assert bars("Scholen", [("A", 0)]).bars[0].share == 0


def test_a_negative_bar_is_refused():
    with pytest.raises(ValueError, match="negative"):
        bars("Scholen", [("A", -1)])


def test_what_is_not_known_leaves_a_gap_and_is_called_that():
    drawn = line("Bereik", [("2023", 1.0), ("2024", None), ("2025", 2.5), ("2026", 3.0)])
    assert [(one.label, next_.label) for one, next_ in drawn.pieces] == [("2025", "2026")]
    assert drawn.rows[1] == ("2024", "niet bekend")
    assert "2024" not in [point.label for point in drawn.known]


def test_a_line_starts_at_zero_so_that_a_small_change_looks_small():
    drawn = line("Bereik", [("2023", 98), ("2024", 100)])
    assert drawn.points[0].top - drawn.points[1].top < HEIGHT / 10


def test_only_what_is_known_exactly_is_joined_and_the_rest_shows_both_bounds():
    drawn = ranges("Bereik", [("2023", 70.0, 70.0), ("2024", 79.0, 79.0), ("2025", 74.0, 92.0), ("2026", None, None)])
    assert [(one.label, next_.label) for one, next_ in drawn.pieces] == [("2023", "2024")]
    assert drawn.rows == [("2023", "70"), ("2024", "79"), ("2025", "74–92"), ("2026", "niet bekend")]
    assert drawn.says == "2023: 70; 2024: 79; 2025: 74–92."
    assert ranges("Bereik", []).says == "Er zijn nog geen cijfers."


@given(st.lists(st.none() | st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_every_point_lies_within_the_drawing(values):
    drawn = line("Bereik", [(str(at), value) for at, value in enumerate(values)])
    assert all(0 <= point.top <= HEIGHT for point in drawn.known)
    assert all(0 <= point.left <= 100 for point in drawn.points)


def test_a_share_shows_its_bounds_and_says_the_upper_one_in_words():
    drawn = share("Bereik", sure=85, maybe=7, whole=100)
    assert (drawn.sure_length, drawn.maybe_length) == ("85.00%", "7.00%")
    assert drawn.says == "85% zeker, hoogstens 92% als alle 'niet bekend' een ja blijkt."
    assert drawn.rows == [("Zeker", "85%"), ("Mogelijk", "7%"), ("Zeker niet", "8%")]


@pytest.mark.parametrize(("sure", "maybe", "whole"), [(1, 1, 1), (-1, 0, 1), (0, 0, 0)])
def test_parts_that_do_not_fit_are_refused(sure, maybe, whole):
    with pytest.raises(ValueError, match="fit"):
        share("Bereik", sure=sure, maybe=maybe, whole=whole)


@pytest.mark.parametrize(("value", "shown"), [(0, "0"), (1234, "1.234"), (3.5, "3,5"), (1234567.25, "1.234.567,2")])
def test_numbers_are_written_as_in_dutch(value, shown):
    assert number(value) == shown


def test_the_number_of_a_point_stands_above_it_inside_the_drawing():
    drawn = line("Uren", [("2023-2024", 12), ("2024-2025", None), ("2025-2026", 0)])
    assert [0 < float(point.above) < float(point.down) < HEIGHT for point in drawn.known] == [True, True]
    assert drawn.points[1].above == ""


def test_what_is_not_all_of_it_is_never_shown_as_all_and_nothing_stays_nothing():
    almost = share("Bereik", sure=996, maybe=0, whole=1001)
    assert dict(almost.rows) == {"Zeker": "99%", "Mogelijk": "0%", "Zeker niet": "1%"}
    assert dict(share("Bereik", sure=1, maybe=2, whole=3).rows)["Zeker niet"] == "0%"
