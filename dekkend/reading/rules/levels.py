"""Which levels of support does a free table describe, when its cells have become lines?

The lines of a row are its cells in turn. A cell begins where a line opens with a capital, above all with a word such a cell usually
begins with ("Leerlingen ..." under "Voor wie"), and where the line before ended early or in typed blanks. Whatever comes out is at
most likely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, Column
from dekkend.reading.rules.matching import compact
from dekkend.reading.rules.places import Place, cells_of, find_columns
from dekkend.reading.rules.records import Record
from dekkend.reading.rules.row_reading import join_broken
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty

WHY = say("de randen van de cellen zijn weg: waar een cel begint, is afgeleid")
_LEVEL = re.compile(r"^\s*((?:niveau|ondersteuningsniveau|stap|fase)\s*\d)\b[\s.:–-]*", re.IGNORECASE)


def read_level_lines(lines: Sequence[Line], block: Block) -> tuple[list[Record], frozenset[int]]:
    """(records, numbers of the lines used up) of a levels table among these lines."""
    head = _head(lines, block)
    if head is None:
        return [], frozenset()
    placed = find_columns(lines[head[0] : head[1]], block)
    if placed:
        first = block.columns[0].code
        places = placed[1] if placed[1][0].code == first else [Place(first, 0.0), *placed[1]]
        return _by_place(lines, head, places, block)
    rows = _rows(lines, head[1])
    if not rows:
        return [], frozenset()
    used = {line.number for line in lines[head[0] : head[1]]}
    found = []
    for start, end in rows:
        found.append(_record(lines[start:end], block))
        used |= {line.number for line in lines[start:end]}
    return found, frozenset(used)


def _head(lines: Sequence[Line], block: Block) -> tuple[int, int] | None:
    """The lines of the table's head: from the first column's name to the line that names at least two others, and what follows until
    the first level."""
    wanted = {compact(word) for column in block.columns[1:] for name in column.names for word in re.split(r"[\s/]+", name)}
    for at, line in enumerate(lines):
        words = [compact(word) for word in re.split(r"[\s/]+", line.text) if compact(word)]
        named = [column for column in block.columns[1:] if any(compact(name) in compact(line.text) for name in column.names)]
        if len(named) < 2 or sum(word in wanted for word in words) < len(words) - 2:
            continue
        start = at
        while start and _part_of_first_name(lines[start - 1].text, block.columns[0]) and at - start < 4:
            start -= 1
        level = next((index for index in range(at + 1, min(at + 8, len(lines))) if _LEVEL.match(lines[index].text)), None)
        return (start, level) if level is not None else None
    return None


def _part_of_first_name(text: str, column: Column) -> bool:
    letters = compact(text)
    return not letters or any(letters in compact(name) for name in column.names)


def _rows(lines: Sequence[Line], start: int) -> list[tuple[int, int]]:
    starts = [at for at in range(start, len(lines)) if _LEVEL.match(lines[at].text)]
    if not starts:
        return []
    ends = [*starts[1:], _end_of_last(lines, starts)]
    return list(zip(starts, ends, strict=True))


def _end_of_last(lines: Sequence[Line], starts: Sequence[int]) -> int:
    """The table ends where a line is wider than any cell was."""
    pieces = [piece for line in lines[starts[0] : starts[-1]] for piece in _pieces(line.text)]
    widest = max((len(piece.strip()) for piece in pieces), default=45)
    for at in range(starts[-1] + 1, len(lines)):
        if len(lines[at].text.strip()) > widest * 1.15 + 2:
            return at
    return len(lines)


def _record(lines: Sequence[Line], block: Block) -> Record:
    match = _LEVEL.match(lines[0].text)
    level, behind = (match.group(1), match.end()) if match else ("", 0)
    texts = [lines[0].text[behind:], *(line.text for line in lines[1:])]
    texts = _cells(texts, block)
    second, third = _cuts(texts, block)
    parts = (texts[:second], texts[second:third], texts[third:])
    codes = [column.code for column in block.columns]
    values: dict[str, str | None] = {codes[0]: " ".join(level.split())}
    values |= {code: join_broken(part) or None for code, part in zip(codes[1:4], parts, strict=False)}
    certainty = Certainty.LIKELY if all(parts) else Certainty.UNSURE
    return Record(values, "\n".join(line.text for line in lines).rstrip(), lines[0], certainty, WHY)


def _pieces(text: str) -> list[str]:
    """Short cells stand on one line, with a typed blank and the blank of the cell end between them."""
    return re.split(r"(?<=\S  )(?=[A-Z])", text)


def _cells(texts: list[str], block: Block) -> list[str]:
    """The pieces of all lines; for a column that begins on no line, also cut where a sentence ends and its usual first word follows."""
    pieces = [piece for text in texts for piece in _pieces(text) if piece.strip()]
    for column in block.columns[2:]:
        firsts = sorted({start.split()[0].capitalize() for start in column.starts}, key=len, reverse=True)
        if any(piece.strip().startswith(tuple(firsts)) for piece in pieces[1:]):
            continue
        cut = re.compile(rf"(?<=[.!?] )(?=(?:{'|'.join(map(re.escape, firsts))})\b)")
        pieces = [part for piece in pieces for part in cut.split(piece)]
    return pieces


def _cuts(texts: list[str], block: Block) -> tuple[int, int]:
    """Where the third and the fourth cell begin: the best pair of beginnings."""
    count = len(texts)
    best, pair = -99.0, (count, count)
    for second in range(1, count):
        for third in range(second + 1, count + 1):
            score = _begins(texts, second, block.columns[2])
            score += _begins(texts, third, block.columns[3]) if third < count else -2.0
            if score > best:
                best, pair = score, (second, third)
    return pair


def _begins(texts: list[str], at: int, column: Column) -> float:
    """How much line `at` looks like the beginning of a cell of this column."""
    text, before = texts[at].strip(), texts[at - 1]
    score = 1.0 if text[0].isupper() else -4.0
    letters = [compact(word) for word in text.split()[:2]]
    if letters and (letters[0] in map(compact, column.starts) or "".join(letters) in map(compact, column.starts)):
        score += 3.0
    score += 1.5 if before.endswith("  ") else 0.0
    score += 0.5 if before.rstrip().endswith(".") else 0.0
    return score - (2.0 if before.rstrip()[-1:] in "-,–(" else 0.0)


def _by_place(lines: Sequence[Line], head: tuple[int, int], places: list[Place], block: Block) -> tuple[list[Record], frozenset[int]]:
    found: list[Record] = []
    used = {line.number for line in lines[head[0] : head[1]]}
    for line in lines[head[1] :]:
        if line.blank:
            continue
        cells = cells_of(line, places)
        match = _LEVEL.match(cells.get(places[0].code, ""))
        if match:
            found.append(Record({column.code: cells.get(column.code) for column in block.columns}, line.text, line, Certainty.LIKELY, WHY))
        elif found and places[0].code not in cells:
            last = found[-1]
            values = {code: " ".join(filter(None, (text, cells.get(code)))) or None for code, text in last.values.items()}
            found[-1] = Record(values, f"{last.quote}\n{line.text}", last.line, Certainty.LIKELY, WHY)
        else:
            break
        used.add(line.number)
    return found, frozenset(used)
