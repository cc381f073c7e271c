"""Is an amount in euros understood in every usual Dutch writing, and flagged when it can be read two ways?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.kernel.money import find_money, is_money, read_money, say_euros, say_money

SURE = {
    "€ 8.500": "8500",
    "€8500,-": "8500",
    "€ 8.500,=": "8500",
    "€ 8.500,--": "8500",
    "8.500,00 euro": "8500",
    "8500 euro": "8500",
    "8500 euro's": "8500",
    "EUR 52172": "52172",
    "52172 EUR": "52172",
    "€ 52.172,50": "52172.50",
    "€\u00a052\u00a0172": "52172",
    "8500": "8500",
    "8.500": "8500",
    "52.172,50": "52172.50",
    "€ 0,50": "0.50",
    "106": "106",
    "€ 8.500.": "8500",
}
ASSUMED = {
    "8.50": "8.50",
    "1.234.56": "1234.56",
    "8,500": "8500",
    "8,500.00": "8500",
    "€ 106.50": "106.50",
    "circa € 8.500": "8500",
    "€ 8,5 miljoen": "8500000",
    "€ 50 duizend": "50000",
    "€ 52 172": "52172",
}


@pytest.mark.parametrize(("text", "value"), SURE.items())
def test_a_usual_writing_is_read(text: str, value: str) -> None:
    read = read_money(text)
    assert read is not None
    assert (read.value, read.assumed) == (value, False)


@pytest.mark.parametrize(("text", "value"), ASSUMED.items())
def test_a_writing_with_two_readings_is_assumed(text: str, value: str) -> None:
    read = read_money(text)
    assert read is not None
    assert (read.value, read.assumed) == (value, True)


@pytest.mark.parametrize("text", ["", "abc", "€", "1.2345", "€ -5", "8500 leerlingen", "€ 8.500 plus € 106", "0.500", "9" * 20])
def test_what_is_no_amount_gives_nothing(text: str) -> None:
    assert read_money(text) is None


def test_amounts_are_found_with_their_place() -> None:
    text = "een vaste voet van € 8.500 plus € 106 per leerling, vastgesteld op € 52172,- voor 412 leerlingen (tel. 0001234567)"
    assert [(text[f.start : f.end], f.value) for f in find_money(text)] == [("€ 8.500", "8500"), ("€ 106", "106"), ("€ 52172,-", "52172")]


def test_a_range_and_a_rounded_amount_are_assumed() -> None:
    assert [f.assumed for f in find_money("€ 8.500 - 9.000")] == [True]
    assert [f.assumed for f in find_money("ongeveer € 8.500")] == [True]
    assert [f.assumed for f in find_money("een voet van € 8.500")] == [False]


@given(st.integers(0, 10**9), st.sampled_from(["", ".05", ".50", ".99"]))
def test_an_amount_that_is_said_reads_back(whole: int, cents: str) -> None:
    value = f"{whole}{cents}"
    assert is_money(value)
    read = read_money(say_money(value))
    assert read is not None
    assert (read.value, read.assumed) == (value, False)


@given(st.text("0123456789.,- €euro", max_size=40))
def test_any_text_gives_amounts_of_the_format(text: str) -> None:
    assert all(is_money(found.value) for found in find_money(text))


@pytest.mark.parametrize("value", ["8.500", "8500,00", "-5", "8500.5", "", "1e5", "08", "8" * 13])
def test_only_the_written_form_of_the_format_is_money(value: str) -> None:
    assert not is_money(value)


@pytest.mark.parametrize(
    ("value", "said"), [("8500.00", "€ 8.500"), ("8500", "€ 8.500"), ("106.5", "€ 106,50"), ("0.01", "€ 0,01"), ("0", "€ 0")]
)
def test_whole_euros_are_said_without_cents_everywhere(value, said):
    assert say_euros(Decimal(value)) == said
