"""Is a useful report let through, and what is no report kept out?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.signals.rules.checking import (
    LINKS,
    NUMBER,
    OLDEST,
    QUICKEST,
    TOO_OLD,
    TOO_QUICK,
    TOO_SHORT,
    text_problem,
    time_problem,
)
from dekkend.signals.rules.stems import MOST_AT_ONCE, countable


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("De lift is al een jaar stuk.", ""),
        ("Zie www.devuursprot.example: daar staat het anders.", ""),
        ("Telefoon 012-3456789 klopt niet meer, het is nu anders.", ""),
        ("fout", TOO_SHORT),
        ("  f o u t  !  ", TOO_SHORT),
        ("Koop nu op www.a.example en www.b.example", LINKS),
        ("[url=https://a.example]x[/url] en nog een https://b.example", LINKS),
        ("goedkoop.shop en snel.top voor iedereen", LINKS),
        ("Mijn kind heeft BSN 123456782 en zit in groep 4.", NUMBER),
    ],
)
def test_a_report_is_judged_by_its_text(text, problem):
    assert text_problem(text) == problem


@pytest.mark.parametrize(
    ("seconds", "problem"),
    [
        (None, TOO_OLD),
        (-5, TOO_OLD),
        (0, TOO_QUICK),
        (QUICKEST - 0.1, TOO_QUICK),
        (QUICKEST, ""),
        (OLDEST, ""),
        (OLDEST + 1, TOO_OLD),
    ],
)
def test_the_time_between_opening_and_sending_tells_machines_from_people(seconds, problem):
    assert time_problem(seconds) == problem


def test_only_words_are_counted_and_each_once():
    stems = ["Reken", "reken ", "123456782", "06-12345678", "a@b.example", "hoogbegaafd", "ab", "x" * 41, "kop-hals", "9999", "m²²", "-kop"]
    assert countable(stems) == ("hoogbegaafd", "kop-hals", "reken")


@given(st.lists(st.text(max_size=50), max_size=40))
def test_whatever_is_typed_only_letters_are_counted_in_the_order_of_the_alphabet(stems):
    found = countable(stems)
    assert list(found) == sorted(set(found))
    assert len(found) <= MOST_AT_ONCE
    assert not any(sign.isdigit() or sign in "@./:" for stem in found for sign in stem)
