"""What does each row of a grid say, when the table still has its cells (Word, or the ruling of a PDF)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, Choice
from dekkend.reading.rules.cell_columns import CellColumns, form_order, head_columns, is_title, place_cells
from dekkend.reading.rules.heads import named_choice
from dekkend.reading.rules.labels import SURE, LabelFound, label_at_start
from dekkend.reading.rules.marks import BOX_OFF, find_marks, find_yes_no
from dekkend.reading.rules.matching import best_match, compact
from dekkend.reading.rules.row_reading import RowReading, doubtful_joins, join_broken, tidy
from dekkend.reading.words.document import Cell, Row, Table
from dekkend.reading.words.result import Certainty

CUT = say("de tabel kan hier op de volgende bladzijde verder gaan")
BROKEN = say("een woord is aan het einde van een regel afgebroken")
EMPTY_WORDS = frozenset({"", "nee", "neen", "nvt", "geen"})  # compact texts of a choice cell that is not chosen


def read_tables(tables: Sequence[Table], block: Block) -> Iterator[RowReading]:
    """Every row of the grid in these tables (a table that goes on over a page is several), own rows included."""
    last: RowReading | None = None
    for table, at, row, columns in _rows_with_columns(tables, block):
        placed = place_cells(row)
        if last is not None and not (placed[0].text if 0 in placed else "") and not placed[0].continues:
            last = _with_more(last, placed, columns, block)
            continue
        reading = _read_row(row, placed, columns, block, table.exact)
        if last is not None and reading is not None and not table.exact and at <= 1 and _goes_on(reading):
            last = _joined(last, reading, block)
            continue
        if last is not None:
            yield last
        last = _cut(reading, table, row) if reading is not None else None
    if last is not None:
        yield last


def _rows_with_columns(tables: Sequence[Table], block: Block) -> Iterator[tuple[Table, int, Row, CellColumns]]:
    """Every row that is no head and no title, with its place in its table and what its columns mean."""
    columns: CellColumns | None = None
    for table in tables:
        for at, row in enumerate(_whole_rows(table, block)):
            placed = place_cells(row)
            head = head_columns(placed, block)
            if head or not row.text or is_title(placed, block):
                columns = head or columns
                continue
            columns = columns or form_order(block, max(placed, default=0) + 1)
            yield table, at, row, columns


def _cut(reading: RowReading, table: Table, row: Row) -> RowReading:
    """The last row of a ruled table on a page may go on over the page end."""
    at_end = not table.exact and row is table.rows[-1]
    return replace(reading, note_certainty=Certainty.LIKELY, note_why=CUT) if at_end else reading


def _goes_on(reading: RowReading) -> bool:
    """A first row on a page without a label of the form and without a mark is the rest of the row before it."""
    return reading.code is None and reading.choice is None and not reading.readings


def _with_more(before: RowReading, placed: dict[int, Cell], columns: CellColumns, block: Block) -> RowReading:
    """A row without a label goes on with the row above: its words are more of the note, a mark in it makes the answer doubtful."""
    more = [text for at, cell in placed.items() if at and (text := _note_in(at, cell, columns, block))]
    marked, doubtful = _choices_in(placed, columns, block)
    note = tidy(" ".join(filter(None, (before.note, *more))))
    reading = replace(before, note=note, note_certainty=Certainty.LIKELY, note_why=CUT)
    if not marked and not doubtful:
        return reading
    choice = before.choice or (marked[0] if len(marked) == 1 else None)
    return replace(
        reading, choice=choice, certainty=Certainty.UNSURE, why=say("het antwoord van deze rij staat over twee rijen van de tabel")
    )


def _joined(before: RowReading, rest: RowReading, block: Block) -> RowReading:
    label = (before.cells or ("",))[0] + rest.label
    names = next((row.names for row in block.rows if row.code == before.code), ())
    more = None if best_match(label, names) >= SURE else rest.label  # the label itself was cut by the page
    note = tidy(" ".join(filter(None, (before.note, more, rest.note))))
    quote = f"{before.quote}\n{rest.quote}"
    return replace(before, note=note, note_certainty=Certainty.LIKELY, note_why=CUT, quote=quote, lines=before.lines | rest.lines)


def _whole_rows(table: Table, block: Block) -> list[Row]:
    """The rows, where a label that runs on in the next row is put together again."""
    rows: list[Row] = []
    for row in table.rows:
        if rows and _runs_on(rows[-1], row, block):
            rows[-1] = _merged(rows[-1], row)
        else:
            rows.append(row)
    return rows


def _runs_on(row: Row, below: Row, block: Block) -> bool:
    first, second = row.cells[:1], below.cells[:1]
    if not first or not second or not first[0].text or not second[0].text:
        return False
    texts, more = [line.text for line in first[0].lines], [line.text for line in second[0].lines]
    if label_at_start(texts, block.rows) or label_at_start(more, block.rows):
        return False
    return label_at_start([*texts, *more], block.rows) is not None


def _merged(row: Row, below: Row) -> Row:
    """Two table rows as one, cell by cell."""
    if len(row.cells) != len(below.cells):
        return row
    cells = [
        replace(one, lines=one.lines + other.lines, checked=one.checked if other.checked is None else other.checked or one.checked)
        for one, other in zip(row.cells, below.cells, strict=True)
    ]
    return replace(row, cells=tuple(cells))


def _read_row(row: Row, placed: dict[int, Cell], columns: CellColumns, block: Block, exact: bool) -> RowReading | None:
    first = placed.get(0)
    if first is None or first.continues or not first.text:
        return None
    texts = [line.text for line in first.lines]
    label = label_at_start(texts, block.rows)
    marked, doubtful = _choices_in(placed, columns, block)
    under = _under_label(texts, label) if label else ""
    behind = [text for at, cell in placed.items() if at and (text := _note_in(at, cell, columns, block))]
    codes = tuple(dict.fromkeys(marked))
    certainty, why = _judge(codes, doubtful, columns, label, exact)
    line = next((line for cell in row.cells for line in cell.lines), None)
    doubtful_note = not exact and any(doubtful_joins([item.text for item in cell.lines]) for cell in row.cells)
    own_label, own_note = (first.text, "") if not exact else (" ".join(texts[0].split()), join_broken(texts[1:]))
    note = tidy(" ".join([under if label else own_note, *behind]))
    return RowReading(
        code=label.row.code if label else None,
        label="" if label else own_label,
        choice=codes[0] if len(codes) == 1 else None,
        note=note,
        certainty=certainty,
        why=why,
        note_certainty=Certainty.CERTAIN if exact else Certainty.LIKELY,
        note_why="" if exact else BROKEN if doubtful_note else say("de tekst komt uit één lezing van de tabel"),
        quote=" | ".join(cell.text for cell in row.cells),
        page=row.page,
        line=line.number if line else 0,
        readings=tuple((code, "kruisje in deze kolom") for code in codes),
        cells=tuple(cell.text for cell in row.cells),
        lines=frozenset(line.number for cell in row.cells for line in cell.lines),
    )


def _choices_in(placed: dict[int, Cell], columns: CellColumns, block: Block) -> tuple[list[str], bool]:
    """The choices that are marked or written out in this row, and whether a cell holds something that may be a mark."""
    marked: list[str] = []
    doubtful = False
    for at, cell in placed.items():
        if not at:
            continue
        code = columns.choices.get(at)
        if code is not None:
            state = cell_marked(cell)
            marked += [code] if state else []
            doubtful = doubtful or state is None or (bool(state) and cell.span > 1)
        elif at in columns.words or at != columns.note:
            written = _written_choice(cell, block, strict=at not in columns.words)
            marked += [written.code] if written else []
            doubtful = doubtful or (at in columns.words and written is None and bool(cell.text))
    return marked, doubtful


def cell_marked(cell: Cell) -> bool | None:
    """True for a mark, False for an empty or refused cell, None when it holds words and no mark."""
    if cell.checked is not None:
        return cell.checked
    text = cell.text
    if find_marks(text):
        return True
    bare = compact("".join(char for char in text if char not in BOX_OFF))
    if bare in EMPTY_WORDS:
        return False
    found = find_yes_no(text)
    if found and found.start() == 0:
        return found.group().lower() == "ja"
    return True if bare == "v" else None


def _written_choice(cell: Cell, block: Block, *, strict: bool) -> Choice | None:
    """A choice written out in a cell: as the whole text, or at its beginning in the column meant for it ("Ja, 4 uur"), or the one
    ticked box."""
    whole = named_choice(cell.text, block)
    if whole or strict:
        return whole
    ticked = [choice for choice in block.choices if any(f"☒ {name}".lower() in cell.text.lower() for name in choice.names)]
    if "☐" in cell.text or "☒" in cell.text:
        return ticked[0] if len(ticked) == 1 else None
    found = find_yes_no(cell.text)
    if found and found.start() == 0:
        said = {compact(found.group()), compact(found.group()).removesuffix("n")}
        return next((choice for choice in block.choices if compact(choice.label) in said), None)
    return None


def _note_in(at: int, cell: Cell, columns: CellColumns, block: Block) -> str:
    """The words of a cell that are not its mark."""
    text = cell.text
    if at == columns.note:
        return join_broken([line.text for line in cell.lines])
    if at in columns.choices:
        for mark in reversed(find_marks(text)):
            text = text[: mark.start] + text[mark.end :]
        text = "".join(char for char in text if char not in BOX_OFF).strip()
        said = find_yes_no(text)
        if said and said.start() == 0 and not find_marks(cell.text):
            text = text[said.end() :].strip(" ,:;-–")
        return "" if compact(text) in EMPTY_WORDS | {"v"} else text
    if at in columns.words and _written_choice(cell, block, strict=False):
        found = find_yes_no(text)
        if "☒" in text or "☐" in text or named_choice(text, block) or not found:
            return ""
        return text[found.end() :].strip(" ,:;-–")
    if at in columns.words:
        return "" if compact(text) in EMPTY_WORDS else text
    return "" if named_choice(text, block) else text


def _under_label(texts: list[str], label: LabelFound) -> str:
    """What stands in the label's own cell below the label."""
    rest = [texts[label.line][label.end :], *texts[label.line + 1 :]]
    return join_broken([text for text in rest if text.strip(" .:;?*")])


def _judge(codes: tuple[str, ...], doubtful: bool, columns: CellColumns, label: LabelFound | None, exact: bool) -> tuple[Certainty, str]:
    if len(codes) > 1:
        return Certainty.UNSURE, say("er staat meer dan één kruisje in deze rij")
    if doubtful:
        return Certainty.UNSURE, say("in een antwoordvak staat tekst zonder duidelijk kruisje")
    if not columns.sure:
        return Certainty.LIKELY, say("een kolomkop is niet herkend")
    if label is None:
        return Certainty.LIKELY, say("deze rij staat niet in het formulier: de school heeft haar toegevoegd")
    if label.score < 0.92:
        return Certainty.LIKELY, say("de naam van deze rij lijkt op het formulier, maar is niet gelijk")
    if not exact:
        return Certainty.LIKELY, say("alleen de lijnen van de tabel zijn gelezen")
    return Certainty.CERTAIN, ""
