"""What do the columns of a real table mean: choices, a note, or the written answer?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.profiles.words.template import Block
from dekkend.reading.rules.heads import order_of
from dekkend.reading.rules.labels import label_at_start
from dekkend.reading.rules.matching import compact, same
from dekkend.reading.words.document import Cell, Row


@dataclass(frozen=True, slots=True)
class CellColumns:
    """What the columns mean: choice code by column position, the note column, and the columns where a choice is written out."""

    choices: dict[int, str]
    note: int | None
    words: frozenset[int]
    sure: bool


def place_cells(row: Row) -> dict[int, Cell]:
    """Cells by the column in which they begin, spans counted."""
    placed, at = {}, 0
    for cell in row.cells:
        placed[at] = cell
        at += cell.span
    return placed


def head_columns(placed: dict[int, Cell], block: Block) -> CellColumns | None:
    """The meaning of the columns when this row is the head of the grid, else None."""
    first = placed.get(0)
    if first is not None and label_at_start([line.text for line in first.lines], block.rows):
        return None
    texts = {at: cell.text for at, cell in placed.items() if at}
    choices = {at: code for at, code in order_of([texts.get(at, "") for at in range(max(texts, default=0) + 1)], block).items() if at}
    note = next((at for at, text in texts.items() if block.note and same(text, (block.note, *block.note_aliases))), None)
    words = frozenset(at for at, text in texts.items() if at not in choices and at != note and _names_all(text, block))
    named_head = first is not None and bool(first.text) and any(compact(first.text) == compact(head) for head in block.heads)
    if len(choices) < 2 and not words and not (named_head and (choices or note is not None)):
        return None
    return _complete(choices, note, words, texts, block)


def _names_all(text: str, block: Block) -> bool:
    """ "Ja / nee": one column in which the choice is written out."""
    letters = compact(text)
    return bool(letters) and letters == "".join(compact(choice.label) for choice in block.choices)


def _complete(choices: dict[int, str], note: int | None, words: frozenset[int], texts: dict[int, str], block: Block) -> CellColumns:
    """Name the one column that is left over by elimination, and say that it was."""
    spare = [at for at, text in texts.items() if at not in choices and at != note and at not in words and text]
    missing = [choice.code for choice in block.choices if choice.code not in choices.values()]
    if choices and len(spare) == 1 and len(missing) == 1 and not words:
        return CellColumns({**choices, spare[0]: missing[0]}, note, words, sure=False)
    if words and note is None and len(spare) == 1:
        return CellColumns(choices, spare[0], words, sure=True)
    return CellColumns(choices, note, words, not spare)


def form_order(block: Block, width: int) -> CellColumns:
    """No head at all: the form's own order, which is a guess and says so."""
    codes = [choice.code for choice in block.choices]
    if block.marks.value == "word":
        return CellColumns({}, 2, frozenset({1}), sure=False)
    note = len(codes) + 1 if width > len(codes) + 1 else None
    return CellColumns(dict(enumerate(codes, start=1)), note, frozenset(), sure=False)


def is_title(placed: dict[int, Cell], block: Block) -> bool:
    """A row with only the title of the table, or with the name of its first column above a second row of heads."""
    filled = [cell for cell in placed.values() if cell.text]
    first = placed.get(0)
    named = first is not None and any(compact(first.text) == compact(head) for head in block.heads)
    return named or (len(filled) == 1 and same(filled[0].text, (block.title, *block.headings)))
