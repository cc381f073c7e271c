"""What does `dekkend read` print: JSON while it reads, a table when it is done?"""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from dekkend.config.terminal.table import text_table
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.rules.tally import tally

if TYPE_CHECKING:
    from dekkend.reading.gateways.batch import Outcome

HEAD = ("bestand", "school", "schooljaar", "zeker", "waarschijnlijk", "onzeker", "leeg", "probleem")
NUMBERS = frozenset({3, 4, 5, 6})


@dataclass(slots=True)
class Summary:
    """What became of all files, in the order they were named."""

    rows: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    refused: dict[Path, str] = field(default_factory=dict)

    def status(self, single: bool) -> int:
        if not self.refused:
            return 0
        return 2 if single or len(self.refused) == len(self.rows) else 1


class JsonList:
    """JSON on a stream: one object for a single file, else an array in the order of the files, written as soon as the order allows.

    A file that could not be read stands in the array with its name and "problem"; a single one prints nothing.
    """

    def __init__(self, stream: TextIO, single: bool) -> None:
        self._stream, self._single = stream, single
        self._waiting: dict[int, str] = {}
        self._next = 0
        if not single:
            self._write("[")

    def add(self, place: int, outcome: Outcome) -> None:
        if self._single:
            if outcome.reading:
                self._write(_text(reading_to_json(outcome.reading)) + "\n")
            return
        self._waiting[place] = _text(_json_of(outcome))
        while self._next in self._waiting:
            self._write((",\n" if self._next else "\n") + self._waiting.pop(self._next))
            self._next += 1

    def end(self) -> None:
        if not self._single:
            self._write("\n]\n")

    def _write(self, text: str) -> None:
        """UTF-8, whatever the terminal is set to: JSON knows no other. A file name with odd bytes is written with escapes."""
        buffer = getattr(self._stream, "buffer", None)
        if buffer is None:
            self._stream.write(text)
        else:
            buffer.write(text.encode("utf-8", "backslashreplace"))
            buffer.flush()


def _json_of(outcome: Outcome) -> dict[str, Any]:
    if outcome.reading:
        return reading_to_json(outcome.reading)
    code, message = (outcome.refusal.code, outcome.refusal.message) if outcome.refusal else ("", "")
    return {"source": {"name": outcome.path.name}, "problem": {"code": code, "message": message}}


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def add_row(summary: Summary, outcome: Outcome, problem: str) -> None:
    """Note what became of a file; `problem` is what went wrong after reading it."""
    name = outcome.path.name
    if outcome.reading is None or problem:
        sentence = problem or (outcome.refusal.message if outcome.refusal else "")
        summary.refused[outcome.path] = sentence
        summary.rows[outcome.path] = (name, "", "", "", "", "", "", "niet bewaard" if problem else "niet gelezen")
        return
    values = outcome.reading.profile["values"]
    counts = tally(outcome.reading)
    numbers = (counts.certain, counts.likely, counts.unsure, counts.empty)
    year = outcome.reading.profile.get("school_year") or ""
    summary.rows[outcome.path] = (name, values.get("school", {}).get("name") or "", year, *map(str, numbers), _unread(outcome))


def _unread(outcome: Outcome) -> str:
    count = len(outcome.reading.unread) if outcome.reading else 0
    return f"{count} onderdelen zonder tekst" if count > 1 else "1 onderdeel zonder tekst" if count else ""


def print_summary(summary: Summary, files: list[Path], as_json: bool) -> None:
    """The table: on the screen, or beside the JSON when a person is watching. Why a file was not read is always said."""
    stream = sys.stderr if as_json else sys.stdout
    if not as_json or (len(files) > 1 and sys.stderr.isatty()):
        width = shutil.get_terminal_size().columns if stream.isatty() else None
        rows = [summary.rows[path] for path in files]
        _write(stream, text_table(HEAD, rows, numbers=NUMBERS, width=width))
        _write(stream, _total(summary) if len(files) > 1 else "")
    for path in files:
        if path in summary.refused:
            _write(sys.stderr, f"{path}: {summary.refused[path]}\n")


def _total(summary: Summary) -> str:
    read = len(summary.rows) - len(summary.refused)
    return f"\n{read} van {len(summary.rows)} gelezen.\n"


def _write(stream: TextIO, text: str) -> None:
    """Text on a stream that may not know every letter: what it cannot show becomes an escape, never an error."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
