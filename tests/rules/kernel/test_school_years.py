"""Is a school year recognised in every usual writing, and a plan period not taken for one?"""

from __future__ import annotations

import datetime

import pytest

from dekkend.kernel.school_years import SchoolYear, find_periods, find_school_years, parse_school_year, read_school_year


@pytest.mark.parametrize(
    "text",
    [
        "2023-2024",
        "2023/2024",
        "2023 - 2024",
        "2023–2024",
        "2023-24",
        "2023 - '24",
        "schooljaar 2023-2024",
        "Schooljaar: 2023/2024",
        "2023_2024",
    ],
)
def test_a_school_year_is_read(text: str) -> None:
    found = read_school_year(text)
    assert found is not None
    assert (str(found.year), found.assumed) == ("2023-2024", False)


@pytest.mark.parametrize("text", ["23-24", "'23-'24", "23/24", "schooljaar 23-24"])
def test_without_a_century_it_is_assumed(text: str) -> None:
    found = read_school_year(text)
    assert found is not None
    assert (str(found.year), found.assumed) == ("2023-2024", True)


@pytest.mark.parametrize("text", ["24 – 28", "2019-2023", "2024-2023", "2023", "september 2023", "schooljaar 2023", ""])
def test_a_period_or_a_single_year_is_no_school_year(text: str) -> None:
    assert read_school_year(text) is None


def test_school_years_are_found_in_text_and_pages_and_groups_are_not() -> None:
    text = "Profiel 2023-2024, jaarplan 23-24, zie blz. 18-19 en groep 7-8, leeftijd 10-11."
    assert [(text[f.start : f.end], str(f.year), f.assumed) for f in find_school_years(text)] == [
        ("2023-2024", "2023-2024", False),
        ("23-24", "2023-2024", True),
    ]


@pytest.mark.parametrize("text", ["14-09-2023-2024", "070-2023-2024", "€ 2023-2024"])
def test_dates_phone_numbers_and_amounts_hold_no_school_year(text: str) -> None:
    assert find_school_years(text) == []


def test_periods_of_plans_are_found() -> None:
    text = "Schoolplan 2019-2023, Schoolplan 24 – 28 is in ontwikkeling; beleid van 2020 t/m 2024; profiel 2023-2024"
    assert [(f.first, f.last) for f in find_periods(text)] == [(2019, 2023), (2024, 2028), (2020, 2024)]


def test_the_year_turns_on_the_first_of_august() -> None:
    assert str(SchoolYear.of(datetime.date(2025, 7, 31))) == "2024-2025"
    assert str(SchoolYear.of(datetime.date(2025, 8, 1))) == "2025-2026"
    assert SchoolYear(2023).last_day == datetime.date(2024, 7, 31)
    assert SchoolYear(2023).next.previous == SchoolYear(2023)


def test_the_strict_form_is_parsed_and_nothing_else() -> None:
    assert parse_school_year("2023-2024") == SchoolYear(2023)
    assert [parse_school_year(t) for t in ("2023/2024", "2023-2025", "23-24", "2023-2024 ")] == [None] * 4
