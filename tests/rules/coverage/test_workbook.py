"""Are numbers numbers in a workbook, and can a text never become a formula?"""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from dekkend.coverage.gateways.workbook import as_xlsx
from dekkend.coverage.rules.sheets import Sheet

DAY = date(2026, 10, 5)


def opened(*sheets: Sheet):
    return load_workbook(io.BytesIO(as_xlsx(sheets, on=DAY, author="Dekkend")))


def test_numbers_shares_and_days_keep_their_type():
    page = opened(Sheet("Soorten", ("Soort", "Aandeel", "Kinderen", "Dag"), (("NT2", 996 / 1001, 1008, DAY),), frozenset([1])))["Soorten"]
    assert (page["B2"].value, page["B2"].number_format) == (0.99, "0%"), "as on screen: not all of it is never 100%"
    assert (page["C2"].value, page["C2"].data_type) == (1008, "n")
    assert page["D2"].value.date() == DAY


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@SUM(A1)", "\tx", '=HYPERLINK("http://x.example","klik")'])
def test_a_text_that_looks_like_a_formula_stays_a_text(text):
    cell = opened(Sheet("S", ("School",), ((text,),)))["S"]["A2"]
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_the_head_stays_in_sight_and_filters():
    page = opened(Sheet("S", ("School", "Aantal"), (("A", 1), ("B", None))))["S"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:B3"
    assert page["B3"].value is None


def test_a_name_of_a_sheet_and_a_text_with_signs_that_a_workbook_refuses_are_cleaned():
    page = opened(Sheet("Kaart: a/b [1]" + "x" * 40, ("A",), (("rood\x00groen",),))).worksheets[0]
    assert len(page.title) <= 31
    assert page["A2"].value == "roodgroen"


def test_a_workbook_without_sheets_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        as_xlsx([], on=DAY, author="")
