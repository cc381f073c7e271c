"""How far is a long job? A bar on a terminal, plain lines elsewhere, nothing where nobody looks."""

from __future__ import annotations

import shutil
import time
from typing import Protocol, TextIO

BAR = 24
BETWEEN = 0.1  # seconds between two drawings


class Progress(Protocol):
    def step(self, done: str, problem: str = "") -> None:
        """One more is done; `problem` says what went wrong with it."""

    def end(self) -> None:
        """Leave the screen as it was."""


class Silent:
    def step(self, done: str, problem: str = "") -> None:
        return None

    def end(self) -> None:
        return None


class Lines:
    """One line for each that is done."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream, self._total, self._done = stream, total, 0

    def step(self, done: str, problem: str = "") -> None:
        self._done += 1
        self._stream.write(f"{self._done} van {self._total}: {done}{f' ({problem})' if problem else ''}\n")
        self._stream.flush()

    def end(self) -> None:
        return None


class Bar:
    """One line that is drawn again and again, and wiped at the end."""

    def __init__(self, stream: TextIO, total: int) -> None:
        self._stream, self._total, self._done, self._failed = stream, total, 0, 0
        self._began, self._drawn = time.monotonic(), 0.0
        self._draw("")

    def step(self, done: str, problem: str = "") -> None:
        self._done += 1
        self._failed += bool(problem)
        if self._done == self._total or time.monotonic() - self._drawn > BETWEEN:
            self._draw(done)

    def end(self) -> None:
        self._stream.write("\r\x1b[K")
        self._stream.flush()

    def _draw(self, name: str) -> None:
        full = BAR * self._done // max(self._total, 1)
        failed = f", {self._failed} niet" if self._failed else ""
        line = f"[{'#' * full}{'.' * (BAR - full)}] {self._done} van {self._total} gelezen{failed}{self._left()}  {name}"
        self._stream.write("\r" + line[: shutil.get_terminal_size().columns - 1] + "\x1b[K")
        self._stream.flush()
        self._drawn = time.monotonic()

    def _left(self) -> str:
        if self._done < 3 or self._done == self._total:
            return ""
        seconds = (time.monotonic() - self._began) / self._done * (self._total - self._done)
        return f", nog {seconds / 60:.0f} min" if seconds > 90 else f", nog {seconds:.0f} s"
