"""Is a sum of hours over the years right, and is not known never zero?"""

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.rules.hours_by_year import hours_by_year


def offered(**rows):
    return {"expertise": {"rows": {row: {"choice": choice, "note": note} for row, (choice, note) in rows.items()}}}


FOUR_AND_EIGHT = offered(autism=("yes", "4 uur per week"), giftedness=("yes", "8 uur per week"))


def test_the_hours_of_all_help_are_added_up_with_the_oldest_year_first():
    years = [("2025-2026", FOUR_AND_EIGHT), ("2024-2025", offered(autism=("yes", "2 uur per week")))]
    assert hours_by_year(load_catalogue(), years) == (("2024-2025", 2.0), ("2025-2026", 12.0))


def test_one_known_year_is_no_line():
    assert hours_by_year(load_catalogue(), [("2025-2026", FOUR_AND_EIGHT), ("2024-2025", {})]) == ()


def test_a_year_without_known_hours_is_a_gap_and_no_zero():
    years = [("2023-2024", FOUR_AND_EIGHT), ("2024-2025", offered(autism=("yes", "in overleg"))), ("2025-2026", FOUR_AND_EIGHT)]
    assert hours_by_year(load_catalogue(), years)[1] == ("2024-2025", None)


def test_help_that_the_school_does_not_have_does_not_count():
    years = [(year, offered(autism=("no", "4 uur per week"), giftedness=("yes", "1 uur per week"))) for year in ("2024-2025", "2025-2026")]
    assert [hours for _, hours in hours_by_year(load_catalogue(), years)] == [1.0, 1.0]
