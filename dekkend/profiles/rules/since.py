"""Since which school year is an answer as it is? One rule for the page of the school and that of a version, with what the editor kept.

It is the first year of the unbroken run of equal answers in the versions of the school that are known here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

Year = tuple[str, Mapping[str, Any]]


def since(path: str, years: Sequence[Year], standing: Mapping[str, Any]) -> str:
    """`years` are (school year, values), newest first, the answer itself included. What was kept with it of before counts too.

    "" when nothing is known of before: there is one year, and nothing earlier was kept.
    """
    run = first_of_run(path, years)
    kept = (standing.get(path) or {}).get("since") or run
    return "" if len(years) < 2 and kept >= run else min(kept, run)


def first_of_run(path: str, years: Sequence[Year]) -> str:
    """The oldest of the years in a row in which the whole answer is that of the newest."""
    answers = [(year, answer_in(values, path)) for year, values in years]
    run = list(takewhile(lambda pair: pair[1] == answers[0][1], answers))
    return run[-1][0] if run else ""


def answer_in(values: Mapping[str, Any], path: str) -> Any:
    """The choice and the note of a row of a grid."""
    block, _, row = path.partition(".")
    return ((values.get(block) or {}).get("rows") or {}).get(row)
