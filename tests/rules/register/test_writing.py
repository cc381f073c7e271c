"""Are codes, masked numbers, addresses and days understood in every way that lists write them?"""

from __future__ import annotations

from datetime import date

import pytest

from dekkend.register.rules.writing import (
    added,
    brin6_of,
    count_day,
    day_in_name,
    heading,
    key_of,
    number_between,
    pc4_of,
    postcode_of,
    region_of,
    website_of,
)


@pytest.mark.parametrize(
    ("code", "brin4", "expected"),
    [("99ZZ01", "", "99ZZ01"), ("99zz01", "", "99ZZ01"), ("1", "99ZZ", "99ZZ01"), ("", "99ZZ", "99ZZ00"), ("99ZZ", "", "99ZZ00"),
     ("01", "", ""), ("9ZZ01", "", ""), ("x", "99ZZ", ""), ("123", "99ZZ", "")],
)  # fmt: skip
def test_a_site_code_has_six_signs_however_it_was_written(code, brin4, expected):
    assert brin6_of(code, brin4) == expected


@pytest.mark.parametrize(("text", "bounds"), [("12", (12, 12)), ("0", (0, 0)), ("<5", (1, 4)), ("< 5", (1, 4)), ("-1", (1, 4)), ("", None)])
def test_a_masked_number_is_between_bounds_and_never_a_number(text, bounds):
    assert number_between(text) == bounds


@pytest.mark.parametrize("text", ["-2", "12,5", "veel", "99999999999999999999"])
def test_what_is_no_number_of_people_is_refused(text):
    with pytest.raises(ValueError):
        number_between(text)


def test_bounds_add_up():
    assert added((1, 4), (10, 10), (1, 4)) == (12, 18)


def test_headings_of_both_dialects_are_the_same():
    assert heading("BEVOEGD GEZAG NUMMER") == heading("bevoegd_gezag_nummer") == "BEVOEGD_GEZAG_NUMMER"
    assert heading("HUISNUMMER-TOEVOEGING") == "HUISNUMMER_TOEVOEGING"


def test_names_are_compared_by_their_letters():
    assert key_of("S ZILVERKUST") == key_of("'s-Zilverkust")
    assert key_of("Skoalle De Dúnwizer") == key_of("skoalle de dunwizer")


@pytest.mark.parametrize(("text", "code"), [("PO2815", "PO2815"), ("PO-28-15", "PO2815"), ("Europoort", ""), ("", "")])
def test_only_a_number_of_a_partnership_is_one(text, code):
    assert region_of(text) == code


def test_postcodes_and_websites_are_made_tidy():
    assert [postcode_of(text) for text in ("8999 ab", "8999AB", "0999AB", "8999")] == ["8999AB", "8999AB", "", ""]
    assert [pc4_of(text) for text in ("8999", "0999", "8999AB")] == ["8999", "", ""]
    assert [website_of(text) for text in (" ", "-", "https://www.zeepaal.example/", "www.zeepaal.example")] == [
        "",
        "",
        "www.zeepaal.example",
        "www.zeepaal.example",
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("scholen-nl-2024-11.geojson", date(2024, 11, 1)),
        ("x_20231001.csv", date(2023, 10, 1)),
        ("pc4-2020.json", date(2020, 1, 1)),
        ("83502NED.csv", None),
    ],
)
def test_the_day_in_the_name_of_a_file(name, day):
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("listed", "counted"),
    [(date(2024, 9, 30), date(2022, 10, 1)), (date(2024, 10, 1), date(2023, 10, 1)), (date(2024, 11, 1), date(2023, 10, 1))],
)
def test_pupils_in_a_list_were_counted_on_an_earlier_first_of_october(listed, counted):
    assert count_day(listed) == counted
