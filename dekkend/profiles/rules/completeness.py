"""What is not answered yet, what has to be confirmed, and what stands in the way of handing a draft in? In words.

Nothing here stands in the way of saving. An answer may stay open: "not known" is shown as such. In the way of handing in stand answers
of last year or of a document that nobody confirmed, and serious findings that were neither mended nor set aside with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.items import OWN_ROWS, items, value_of
from dekkend.profiles.rules.naming import short
from dekkend.profiles.rules.parts import is_answered, parts
from dekkend.profiles.rules.standing import is_open
from dekkend.profiles.words.findings import Finding, Severity
from dekkend.profiles.words.section_form import Part
from dekkend.profiles.words.template import Template

NAMED = 4  # answers that a sentence names; of more only the number


@dataclass(frozen=True, slots=True)
class PartLeft:
    """What is left to do in one part of the form: "5 van 12 ingevuld", and which those are. `sentences` is empty when nothing is."""

    part: Part
    filled: int
    total: int
    open: int
    sentences: tuple[str, ...]

    @property
    def counted(self) -> str:
        return say("{filled} van {total} ingevuld", filled=self.filled, total=self.total)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How far a draft is. `blockers` are sentences: as long as there is one, the draft cannot be handed in."""

    parts: tuple[PartLeft, ...]
    blockers: tuple[str, ...]

    @property
    def filled(self) -> int:
        return sum(part.filled for part in self.parts)

    @property
    def total(self) -> int:
        return sum(part.total for part in self.parts)

    @property
    def open(self) -> int:
        return sum(part.open for part in self.parts)


def completeness(template: Template, values: dict[str, Any], standing: dict[str, Any], findings: Iterable[Finding]) -> Completeness:
    """How far this draft is; `findings` are those that were not set aside."""
    left = tuple(_left(template, part, values, standing) for part in parts(template))
    serious = sum(finding.severity is Severity.SERIOUS for finding in findings)
    return Completeness(left, tuple(_blockers(left, serious)))


def _left(template: Template, part: Part, values: dict[str, Any], standing: dict[str, Any]) -> PartLeft:
    blocks = {block.id for block in part.blocks if not block.signing}
    here = [item for item in items(template, values) if item.block in blocks]
    asked = [item for item in here if f".{OWN_ROWS}[" not in item.path]
    empty = [item.label for item in asked if not is_answered(value_of(values, item))]
    waiting = [item.label for item in here if is_open(standing, item.path)]
    sentences = (
        _named(say("Niet ingevuld: {what}."), say("Niet ingevuld: {count} van de {total}."), empty, len(asked)),
        _named(say("Nog te bevestigen: {what}."), say("Nog te bevestigen: {count} van de {total}."), waiting, len(here)),
    )
    return PartLeft(part, len(asked) - len(empty), len(asked), len(waiting), tuple(sentence for sentence in sentences if sentence))


def _named(few: str, many: str, labels: list[str], total: int) -> str:
    if not labels:
        return ""
    if len(labels) <= NAMED:
        return few.format(what=", ".join(short(label) for label in labels))
    return many.format(count=len(labels), total=total)


def _blockers(left: tuple[PartLeft, ...], serious: int) -> Iterable[str]:
    waiting = [part for part in left if part.open]
    if waiting:
        count = sum(part.open for part in waiting)
        where = ", ".join(part.part.title for part in waiting[:NAMED]) + (say(" en verder") if len(waiting) > NAMED else "")
        one = say("Eén antwoord is nog niet bevestigd ({where}). Kijk of het nog klopt.", where=where)
        more = say("{count} antwoorden zijn nog niet bevestigd ({where}). Kijk of zij nog kloppen.", count=count, where=where)
        yield one if count == 1 else more
    if serious:
        one = say("Er is één ernstige opmerking. Pas de tekst aan, of leg de opmerking met een reden opzij.")
        more = say("Er zijn {count} ernstige opmerkingen. Pas de tekst aan, of leg ze met een reden opzij.", count=serious)
        yield one if serious == 1 else more
