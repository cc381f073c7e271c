"""Is the column of a mark counted right from the blanks around it? The counts are those of two real documents, the labels are not."""

from __future__ import annotations

import pytest

from dekkend.reading.rules.marks import find_marks
from dekkend.reading.rules.spacing import columns_of_mark

# (answer columns, lines of the row, index of the line with the mark, column by blanks after, column by blanks before)
ON_THE_LABELS_LINE = [
    (3, ["3. Zandkastelen staan centraal. X   "], 0, 1, 1),
    (4, ["Strandwacht  X   "], 0, 2, 2),
    (4, ["Strandwacht X    "], 0, 1, 1),
    (4, ["Strandwacht   X  "], 0, 3, 3),
    (4, ["Strandwacht    X  "], 0, 3, 4),
    (4, ["Strandwacht   X   "], 0, 2, 3),
    (4, ["Strandwacht  X    "], 0, 1, 2),
    (2, ["Zwembad X  "], 0, 1, 1),
    (2, ["Zwembad  X "], 0, 2, 2),
    (3, ["1. Schelpen tellen.  X (EDI)   "], 0, 1, 2),
    (3, ["7. Samen bouwen.              X  "], 0, 2, None),
]
ALONE_ON_ITS_LINE = [
    (3, ["Een lang label ", "", "X   ", ""], 2, 1, 1),
    (3, ["Een lang label ", "", " X  ", ""], 2, 2, 2),
    (3, ["Een lang label ", "", "X ", "  ", ""], 2, 1, 1),
    (3, ["Een lang label ", "", " X ", " ", ""], 2, 2, 2),
    (3, ["Een lang label ", " ", "X  ", ""], 2, 2, 2),
    (4, ["Een lang label", "dat breekt ", "", "  X  ", ""], 3, 3, 3),
    (4, ["Een lang label", "dat breekt ", "", " X  ", " ", ""], 3, 2, 2),
    (2, ["Een label ", "dat breekt ", "", " X ", ""], 3, 2, 2),
]


@pytest.mark.parametrize(("count", "lines", "at", "after", "before"), ON_THE_LABELS_LINE + ALONE_ON_ITS_LINE)
def test_the_blanks_before_and_after_a_mark_each_give_a_column(
    count: int, lines: list[str], at: int, after: int | None, before: int | None
) -> None:
    columns = columns_of_mark(lines, at, find_marks(lines[at])[0], count)
    assert (columns.after, columns.before) == (after, before)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_column_of_every_table_is_found_and_both_counts_agree(count: int) -> None:
    for column in range(1, count + 1):
        on_one_line = "Schelp" + " " * column + "X" + " " * (count + 1 - column)
        alone = " " * (column - 1) + "X" + " " * (count + 1 - column)
        for lines, at in (([on_one_line], 0), (["Schelp ", alone], 1)):
            columns = columns_of_mark(lines, at, find_marks(lines[at])[0], count)
            assert columns.agree
            assert columns.after == column


def test_an_empty_row_below_is_not_part_of_the_row() -> None:
    columns = columns_of_mark(["Zwembad X  ", "   "], 0, find_marks("Zwembad X  ")[0], 2)
    assert columns.after == 1


def test_an_empty_line_ends_the_row() -> None:
    columns = columns_of_mark(["Schelp ", "X ", "", "  "], 1, find_marks("X ")[0], 3)
    assert columns.after == 3


@pytest.mark.parametrize("text", ["Zwembad X", "Zwembad X ", "X "])
def test_collapsed_blanks_never_agree(text: str) -> None:
    for count in (3, 4):
        assert not columns_of_mark([text], 0, find_marks(text)[0], count).agree
