"""How does the review screen list what is already answered or certain?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dekkend.profiles.rules.naming import say_value, title_of
from dekkend.profiles.rules.paths import UnknownPath, get_value
from dekkend.profiles.words.template import Template
from dekkend.reading.models import Decision
from dekkend.reading.words.result import Certainty, Reading
from dekkend.reading.words.states import Answer

LONGEST = 90  # letters of a value in a list


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One value in a list: its path, name, value in words, and what kind of answer it was."""

    path: str
    title: str
    shown: str
    answer: str = ""


def done_lines(template: Template, decisions: Mapping[str, Decision]) -> list[DoneLine]:
    """What people answered, the last first."""
    return [
        DoneLine(path, title_of(template, path), cut(say_value(template, path, decision.value)), Answer(decision.answer).label)
        for path, decision in reversed(list(decisions.items()))
    ]


def certain_lines(template: Template, reading: Reading, decisions: Mapping[str, Decision]) -> list[DoneLine]:
    """What the reader is certain of and nobody changed."""
    lines = []
    for evidence in reading.evidence:
        if evidence.certainty is not Certainty.CERTAIN or evidence.path in decisions:
            continue
        try:
            value = get_value(reading.profile["values"], evidence.path)
        except UnknownPath:
            continue
        lines.append(DoneLine(evidence.path, title_of(template, evidence.path), cut(say_value(template, evidence.path, value))))
    return lines


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
