"""Is a row of a table told in words, and a sentence left as it is?"""

from __future__ import annotations

import pytest

from dekkend.finder.rules.telling import row_in_words


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
