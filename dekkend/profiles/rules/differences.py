"""Where does a document that was read say something else than a draft, and what becomes of the draft when its answers are taken over?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dekkend.profiles.rules.editing import typed_line
from dekkend.profiles.rules.items import OWN_ROWS, is_filled, item_of
from dekkend.profiles.rules.journal import Moment, applied, unit_of, unit_value, units
from dekkend.profiles.rules.paths import UnknownPath, block_of
from dekkend.profiles.words.template import Template

_DOUBT = ("certain", "likely", "unsure")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the two differ. `certainty` is the least certain of what was read there; "" when it was not read, but given."""

    path: str
    section: str
    label: str
    yours: Any
    read: Any
    certainty: str


def differences(template: Template, values: dict[str, Any], read: dict[str, Any], evidence: dict[str, Any]) -> list[Difference]:
    """What the document says otherwise, in the order of the form. What it does not answer is no difference."""
    found = []
    for unit in units(template):
        yours, theirs = unit_value(values, unit), unit_value(read, unit)
        if yours != theirs and is_filled(theirs):
            found.append(
                Difference(unit, _section(template, unit), _label(template, unit), yours, theirs, _doubt(template, unit, evidence))
            )
    return found


def taken_over(
    template: Template, now: Moment, paths: Iterable[str], read: dict[str, Any], evidence: dict[str, Any], school_year: str, today: date
) -> Moment:
    """The draft with the document's answers at these paths. Raises UnknownPath."""
    for unit in dict.fromkeys(unit_of(template, path) for path in paths):
        now = applied(now, typed_line(template, now, unit, unit_value(read, unit), school_year=school_year, today=today))
        proofs = {path: proof for path, proof in evidence.items() if _is_in(template, path, unit)}
        kept = {path: proof for path, proof in now.evidence.items() if not _is_in(template, path, unit)}
        now = Moment(now.values, {**kept, **proofs}, now.standing)
    return now


def _section(template: Template, unit: str) -> str:
    return template.section_of(block_of(unit)).id


def _label(template: Template, unit: str) -> str:
    return template.block(block_of(unit)).title if unit.endswith(f".{OWN_ROWS}") else item_of(template, unit).label


def _doubt(template: Template, unit: str, evidence: dict[str, Any]) -> str:
    seen = {str(proof.get("certainty")) for path, proof in evidence.items() if _is_in(template, path, unit)}
    return next((certainty for certainty in reversed(_DOUBT) if certainty in seen), "")


def _is_in(template: Template, path: str, unit: str) -> bool:
    try:
        return path.startswith(unit) and unit_of(template, path) == unit
    except UnknownPath:
        return False
