"""Is only what is written with plain digits taken for a number?"""

from __future__ import annotations

import pytest

from dekkend.kernel.numbers import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("", None), ("²", None), ("٣", None), ("-1", None), ("9" * 5000, None)])
def test_a_number_is_written_with_plain_digits(text, number):
    assert whole_number(text) == number
