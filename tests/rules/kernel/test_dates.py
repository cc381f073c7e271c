"""Is every usual Dutch way of writing a date understood, with its precision, and nothing else?"""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.kernel.dates import find_dates, first_day, is_date, last_day, read_date, say_date

SURE = {
    "14-09-2023": "2023-09-14",
    "14-9-2023": "2023-09-14",
    "14/9/2023": "2023-09-14",
    "14.09.2023": "2023-09-14",
    "14 - 09 - 2023": "2023-09-14",
    "14–09–2023": "2023-09-14",
    "14 09 2023": "2023-09-14",
    "14 september 2023": "2023-09-14",
    "14 sept. 2023": "2023-09-14",
    "14-sep-2023": "2023-09-14",
    "donderdag 14 september 2023": "2023-09-14",
    "do. 14 september 2023": "2023-09-14",
    "Zilverkust, 14 september 2023": "2023-09-14",
    "d.d. 14-09-2023": "2023-09-14",
    "op 14 september 2023.": "2023-09-14",
    "1e oktober 2021": "2021-10-01",
    "1ste oktober 2021": "2021-10-01",
    "29 februari 2024": "2024-02-29",
    "2023-09-14": "2023-09-14",
    "2023/09/14": "2023-09-14",
    "september 2023": "2023-09",
    "Oktober 2023": "2023-10",
    "sept. 2023": "2023-09",
    "09-2023": "2023-09",
    "9/2023": "2023-09",
    "2023-09": "2023-09",
    "2023": "2023",
}
ASSUMED = {
    "14/9/23": "2023-09-14",
    "14-09-'23": "2023-09-14",
    "14 sep 23": "2023-09-14",
    "sept '23": "2023-09",
    "1 oktober ’21": "2021-10-01",
    "woensdag 14 september 2023": "2023-09-14",  # that day was a Thursday
}
NO_DATE = (
    "",
    "najaar 2023",
    "31-02-2023",
    "29 februari 2023",
    "2023-2024",
    "2023-24",
    "2011-12",
    "30 september",
    "oktober",
    "sept 23",
    "september/oktober 2023",
    "13-13-2023",
    "000-1234567",
    "0001234567",
    "99-99-2023",
    "1850",
    "schooljaar 2023",
    "X",
)


@pytest.mark.parametrize(("text", "value"), SURE.items())
def test_a_date_in_a_usual_writing_is_read_with_its_precision(text: str, value: str) -> None:
    read = read_date(text)
    assert read is not None
    assert (read.value, read.assumed) == (value, False)


@pytest.mark.parametrize(("text", "value"), ASSUMED.items())
def test_a_date_that_leaves_room_for_another_is_assumed(text: str, value: str) -> None:
    read = read_date(text)
    assert read is not None
    assert (read.value, read.assumed) == (value, True)


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_gives_nothing(text: str) -> None:
    assert read_date(text) is None


def test_dates_are_found_in_running_text_with_their_place() -> None:
    text = "Gebaseerd op het leerlingaantal van 1 oktober 2021; het oordeel GOED is van januari 2020."
    assert [(text[f.start : f.end], f.value) for f in find_dates(text)] == [("1 oktober 2021", "2021-10-01"), ("januari 2020", "2020-01")]


@pytest.mark.parametrize(
    "text",
    [
        "Schoolplan 2019-2023",
        "van 2019 t/m 2023",
        "€ 2023 per jaar",
        "2023 leerlingen",
        "Vuursprotlaan 3, 2011 AB Zilverkust",
        "zie hoofdstuk 4.3.10",
        "bel 000-2023456",
        "op 31-02-2023",
        "schooljaar 2023-2024",
    ],
)
def test_numbers_that_look_like_years_are_left_alone(text: str) -> None:
    assert find_dates(text) == []


def test_the_second_of_two_months_is_assumed() -> None:
    assert [(f.value, f.assumed) for f in find_dates("in september/oktober 2023")] == [("2023-10", True)]


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31)))
def test_a_date_that_is_written_reads_back(day: datetime.date) -> None:
    value = day.isoformat()
    for text in (say_date(value), f"{day.day}-{day.month}-{day.year}", f"{day:%d.%m.%Y}", value, f"{day:%d/%m/%y}"):
        read = read_date(text)
        assert read is not None, text
        assert read.value == value
    assert first_day(value) == last_day(value) == day
    assert is_date(value)


@given(st.text(max_size=60))
def test_any_text_gives_dates_that_exist(text: str) -> None:
    for found in find_dates(text):
        assert is_date(found.value)
        assert text[found.start : found.end]


def test_a_month_spans_its_days_and_is_said_in_words() -> None:
    assert first_day("2024-02") == datetime.date(2024, 2, 1)
    assert last_day("2024-02") == datetime.date(2024, 2, 29)
    assert (first_day("2023"), last_day("2023")) == (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
    assert [say_date(v) for v in ("2023", "2023-09", "2023-09-04")] == ["2023", "september 2023", "4 september 2023"]


@pytest.mark.parametrize("value", ["2023-13", "2023-02-30", "23-09-2023", "2023-9", "", "2023-09-14T00:00", "٢٠٢٣"])
def test_only_the_written_form_of_the_format_is_a_date(value: str) -> None:
    assert not is_date(value)
