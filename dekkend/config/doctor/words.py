"""What does the doctor say about one thing?"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """Only a problem makes the exit status 1. A tip is about something that is under way."""

    GOOD = "good"
    TIP = "tip"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is so, `why` it matters, and what to do `now`; the last two are empty when it is good. `code` is for programs."""

    code: str
    severity: Severity
    what: str
    why: str = ""
    now: str = ""


def good(code: str, what: str) -> Finding:
    return Finding(code, Severity.GOOD, what)


def tip(code: str, what: str, why: str, now: str) -> Finding:
    return Finding(code, Severity.TIP, what, why, now)


def warning(code: str, what: str, why: str, now: str) -> Finding:
    return Finding(code, Severity.WARNING, what, why, now)


def problem(code: str, what: str, why: str, now: str) -> Finding:
    return Finding(code, Severity.PROBLEM, what, why, now)
