"""Is a citizen's number found as people write it, and is everything that only looks like one left alone?"""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dekkend.kernel.bsn import find_bsn, is_pupil_number, passes_eleven_test


def found(text: str) -> list[tuple[str, str]]:
    return [(text[f.start : f.end], f.kind) for f in find_bsn(text)]


def with_check_digit(eight: str) -> str | None:
    return next((eight + last for last in "0123456789" if passes_eleven_test(eight + last)), None)


@pytest.mark.parametrize("written", ["111222333", "123456782", "123 456 782", "123.456.782", "1234.56.782", "123-456-782", "012345672"])
@pytest.mark.parametrize("sentence", ["{}", "Leerling {} zit in groep 4.", "({})", "BSN: {}", "nr {}, geboren 2015", "2023 {}"])
def test_a_number_that_passes_is_found_as_people_write_it(written: str, sentence: str) -> None:
    if sentence.startswith("2023") and " " in written:
        pytest.skip("beside another number its own blanks cannot be told from the blank between them")
    assert found(sentence.format(written)) == [(written, "bsn")]


@pytest.mark.parametrize(
    "text",
    [
        "Telefoon: 0001234567",
        "000-1234567",
        "+31 70 123 45 67",
        "06-12345678",
        "Tel. 111222333",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "KvK-nummer 12345678",
        "RSIN 111222333",
        "btw NL111222333B01",
        "€ 111222333",
        "111222333 euro",
        "1 oktober 2021, 52172",
        "20230914",
        "https://vuursprot.example/documenten/111222333-schoolgids",
        "123456789",
        "000000000",
        "17YO00",
        "2516 KE 10",
        "1112223334",
        "rekeningnummer 111222333",
    ],
)
def test_numbers_that_are_not_about_a_person_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_pupil_number_is_found() -> None:
    number = next(n for n in (f"10{i:07}" for i in range(1000)) if is_pupil_number(n))
    assert found(f"leerling {number}") == [(number, "pupil")]


def test_a_number_called_bsn_is_found_even_when_it_fails_or_lacks_its_zero() -> None:
    assert found("BSN: 123456789") == [("123456789", "labelled")]
    assert found("burgerservicenummer 12345672") == [("12345672", "bsn")]
    assert found("12345672") == []


@given(st.text("0123456789", min_size=8, max_size=8), st.sampled_from(["{}", "kind {} in groep 3", "x: {}."]))
def test_every_number_that_passes_is_found(eight: str, sentence: str) -> None:
    number = with_check_digit(eight)
    assume(number is not None)
    assert number is not None
    text = sentence.format(number)
    assert [kind for value, kind in found(text) if value == number] == ["bsn"]


@given(st.text("0123456789", min_size=8, max_size=8))
def test_one_changed_digit_never_passes_as_well(eight: str) -> None:
    number = with_check_digit(eight)
    assume(number is not None)
    assert number is not None
    for place in range(8):
        changed = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
        assert not passes_eleven_test(changed)


@given(st.text(max_size=200))
def test_any_text_is_searched_without_error(text: str) -> None:
    for item in find_bsn(text):
        assert 8 <= sum(sign.isdigit() for sign in text[item.start : item.end]) <= 9
