"""Is a row of a table told in words, and a sentence left as it is?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dekkend.offers.rules.wording import Wording, row_in_words, wording_of
from dekkend.offers.words import Claim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lift | | X", "Lift: ja"),
        ("Voorzieningen doven/slechthorenden | | X", "Voorzieningen doven/slechthorenden: ja"),
        ("Expertise gedrag | Nee |", "Expertise gedrag: nee"),
        ("Wij hebben een lift.", ""),
        ("| X", ""),
        ("", ""),
    ],
)
def test_a_row_is_told_in_words(text, expected):
    assert row_in_words(text, "ja") == expected


def test_a_cross_without_words_is_told_apart_from_what_the_school_wrote():
    crossed = Claim("k", "k", "Lift", "facilities", "k", 0, "absent", "", "", None, "", None)
    assert wording_of(crossed) == Wording("", "", ticked=True)
    assert wording_of(replace(crossed, quote="Lift | Nee |")) == Wording("Lift | Nee |", "Lift: nee", ticked=False)
    assert wording_of(replace(crossed, choice="")) == Wording("", "", ticked=False)
