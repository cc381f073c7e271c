"""What does a statement about accessibility hold?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not meet the norm. `criterion` are numbers of WCAG, `by` the day before which it is mended."""

    what: str
    criterion: str
    consequence: str
    measure: str
    by: date


@dataclass(frozen=True, slots=True)
class Statement:
    """`how` are sentences on how it was tested, on `tested_on`."""

    norm: str
    status: str
    tested_on: date
    how: tuple[str, ...]
    findings: tuple[Finding, ...]
