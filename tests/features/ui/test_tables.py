"""Does a list that is taken away as a file stay a list, and never become a sum?"""

from __future__ import annotations

import pytest

from dekkend.ui.tables import cell


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@som", "\tx", "\rx"])
def test_a_spreadsheet_never_sees_a_formula(text):
    assert cell(text) == f"'{text}"
