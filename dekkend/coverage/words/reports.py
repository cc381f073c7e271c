"""Which files does a report become, and how far is it?"""

from __future__ import annotations

from dataclasses import dataclass

SUFFIXES = ("pdf", "docx")  # as in publishing/gateways/formats.py


@dataclass(frozen=True, slots=True)
class MadeFile:
    """One file of a report: `size` in bytes once it is there; `failed` when it could not be made."""

    suffix: str
    size: int = 0
    sha256: str = ""
    failed: bool = False


@dataclass(frozen=True, slots=True)
class ReportState:
    """How far a report is. `stuck`: nobody finished it in time, and nobody will."""

    files: tuple[MadeFile, ...]
    stuck: bool

    @property
    def total(self) -> int:
        return len(self.files)

    @property
    def done(self) -> int:
        return sum(each.size > 0 or each.failed for each in self.files)

    @property
    def made(self) -> tuple[MadeFile, ...]:
        return tuple(each for each in self.files if each.size)

    @property
    def failed(self) -> bool:
        """It has to be asked for again, in whole or in part."""
        return self.stuck or any(each.failed for each in self.files)

    @property
    def busy(self) -> bool:
        return self.done < self.total and not self.stuck
