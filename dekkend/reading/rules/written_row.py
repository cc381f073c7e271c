"""What does a row say whose answer is written out ("Remedial teaching Ja 24 uur per week")?"""

from __future__ import annotations

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, MarkStyle
from dekkend.reading.rules.grid_lines import LineGrid
from dekkend.reading.rules.labels import SURE
from dekkend.reading.rules.marks import find_yes_no
from dekkend.reading.rules.row_reading import RUNS_ON, RowReading, join_broken, tidy
from dekkend.reading.rules.rows import RowSpan
from dekkend.reading.words.result import Certainty


def read_words(grid: LineGrid, span: RowSpan) -> RowReading:
    """A row whose choice is written out: "Remedial teaching Ja 24 uur per week"."""
    block, lines = grid.block, grid.lines
    rest = lines[span.label_line].text[span.label_end :]
    at = span.label_line
    while not rest.strip() and at + 1 < span.end:
        at += 1
        rest = lines[at].text
    found = find_yes_no(rest)
    direct = found is not None and not rest[: found.start()].strip()
    if not found or not direct:
        return _read_note_first(grid, span) if grid.head and grid.head.note_first else no_answer(grid, span)
    choice = _yes_no_code(block, found.group())
    body = [rest[found.end() :], *_note_lines(grid, span, at)]
    last = at + len(body) - 1
    sure = span.score >= SURE
    return RowReading(
        code=span.code,
        label="",
        choice=choice,
        note=tidy(join_broken(body)),
        certainty=Certainty.CERTAIN if sure else Certainty.LIKELY,
        why="" if sure else say("de naam van deze rij lijkt op het formulier, maar is niet gelijk"),
        note_certainty=Certainty.LIKELY if len(body) > 1 else Certainty.CERTAIN,
        note_why=RUNS_ON if len(body) > 1 else "",
        quote="\n".join(grid.texts[span.start : last + 1]),
        page=lines[span.start].page,
        line=lines[span.start].number,
        cells=(tidy(" ".join(grid.texts[span.start : span.label_line + 1])) or "", found.group()),
        lines=frozenset(line.number for line in lines[span.start : last + 1]),
    )


def _read_note_first(grid: LineGrid, span: RowSpan) -> RowReading:
    """The same where the note stands before the answer: "Remedial teaching 24 uur per week Ja"."""
    texts = [grid.lines[span.label_line].text[span.label_end :], *grid.texts[span.label_line + 1 : span.end]]
    for at, text in enumerate(texts):
        found = find_yes_no(text)
        if found and not text[found.end() :].strip():
            last = span.label_line + at
            return RowReading(
                code=span.code,
                label="",
                choice=_yes_no_code(grid.block, found.group()),
                note=tidy(join_broken([part for part in [*texts[:at], text[: found.start()]] if part.strip()])),
                certainty=Certainty.LIKELY,
                why=say("de uren staan hier voor het antwoord"),
                note_certainty=Certainty.LIKELY,
                note_why=say("de uren staan hier voor het antwoord"),
                quote="\n".join(grid.texts[span.start : last + 1]),
                page=grid.lines[span.start].page,
                line=grid.lines[span.start].number,
                lines=frozenset(line.number for line in grid.lines[span.start : last + 1]),
            )
    return no_answer(grid, span)


def _yes_no_code(block: Block, word: str) -> str | None:
    wanted = word.lower().removesuffix("n") if word.lower() == "neen" else word.lower()
    return next((c.code for c in block.choices if wanted in [name.lower() for name in c.names]), None)


def _note_lines(grid: LineGrid, span: RowSpan, at: int) -> list[str]:
    """The lines of a note that runs on: up to an empty line, and past it only in the middle of a sentence."""
    body: list[str] = []
    for index in range(at + 1, span.end):
        text = grid.lines[index].text
        if not text.strip():
            following = next((line.text.strip() for line in grid.lines[index : span.end] if line.text.strip()), "")
            if not following or not (following[0].islower() or following[0] in "(,"):
                break
        elif _looks_like_own_row(grid, index):
            break
        body.append(text)
    while body and not body[-1].strip():
        body.pop()
    return body


def _looks_like_own_row(grid: LineGrid, at: int) -> bool:
    if grid.block.marks is not MarkStyle.WORD:
        return False
    found = find_yes_no(grid.lines[at].text)
    return bool(found and grid.lines[at].text[: found.start()].strip())


def no_answer(grid: LineGrid, span: RowSpan) -> RowReading:
    texts = grid.texts[span.start : span.end]
    return RowReading(
        code=span.code,
        label="",
        choice=None,
        note=None,
        certainty=Certainty.UNSURE,
        why=say("in deze rij is geen antwoord gevonden"),
        quote="\n".join(texts).rstrip("\n"),
        page=grid.lines[span.start].page,
        line=grid.lines[span.start].number,
        lines=frozenset(line.number for line in grid.lines[span.start : span.label_line + 1]),
    )
