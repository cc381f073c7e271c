"""How do figures become a workbook that a spreadsheet opens, with numbers as numbers and texts never as formulas?"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dekkend.coverage.rules.listed import percent
from dekkend.coverage.rules.sheets import Sheet, Value

FORMATS = {float: "0.0", datetime.date: "d-m-yyyy"}
PERCENT = "0%"
NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
NOT_IN_A_NAME = re.compile(r"[\\/*?:\[\]]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_NAME = 31
WIDEST = 60.0  # characters


def as_xlsx(sheets: Sequence[Sheet], *, on: datetime.date, author: str) -> bytes:
    """The workbook: the head of each sheet is bold, stays in sight and filters. Raises ValueError without sheets."""
    if not sheets:
        raise ValueError("a workbook has at least one sheet")
    book = Workbook()
    del book["Sheet"]
    for sheet in sheets:
        _fill(book.create_sheet(NOT_IN_A_NAME.sub(" ", sheet.title)[:LONGEST_NAME]), sheet)
    book.properties.creator, book.properties.title = author, sheets[0].title
    book.properties.created = book.properties.modified = datetime.datetime.combine(on, datetime.time())
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for at, title in enumerate(sheet.head, 1):
        cell = page.cell(1, at)
        _put(cell, title)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="EEF2FA")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for down, row in enumerate(sheet.rows, 2):
        for at, value in enumerate(row, 1):
            if at - 1 in sheet.shares and isinstance(value, int | float):
                _put(page.cell(down, at), _as_on_screen(value), PERCENT)
            else:
                _put(page.cell(down, at), value)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.head))}{len(sheet.rows) + 1}"
    for at in range(len(sheet.head)):
        page.column_dimensions[get_column_letter(at + 1)].width = _width(sheet, at)


def _as_on_screen(share: float) -> float:
    """In whole percents, by the one rule of `listed.percent`: a spreadsheet would make 100% of 996 in 1,001."""
    return (percent(share) or 0) / 100


def _put(cell: Cell | MergedCell, value: Value, number_format: str = "") -> None:
    if isinstance(value, str):
        text = NOT_IN_A_CELL.sub("", value)
        cell.value = text
        cell.data_type = "s"  # a text that looks like a formula stays a text
        cell.quotePrefix = text.startswith(FORMULA)
        return
    cell.value = value
    if number_format and isinstance(value, int | float):
        cell.number_format = number_format
    elif type(value) in FORMATS:
        cell.number_format = FORMATS[type(value)]


def _width(sheet: Sheet, at: int) -> float:
    longest = max((len(str(row[at])) for row in sheet.rows if row[at] is not None), default=0)
    return min(WIDEST, max(10.0, longest + 2, len(sheet.head[at]) * 0.7))
