"""Which offers does a profile hold? Every row of the catalogue's blocks, what schools added themselves, and what is not known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from dekkend.offers.words import Claim
from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.rules.naming import short
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Block, BlockKind, Template

Json = Mapping[str, Any]
EXTRA = "extra_offers"  # a list without choices: what stands there, is there
LISTED = 1  # the level of what only stands in that list
FORM = 2  # raise when the same profile gives other claims, so that everything is projected anew


def claims(
    template: Template,
    catalogue: Catalogue,
    values: Json,
    evidence: Json,
    *,
    standing: Json,
    hours: HoursRules,
    codes: Mapping[str, str],
    public_since: date | None,
) -> tuple[Claim, ...]:
    """All offers of these values. `codes` gives the code that a person chose for the words of an own row, by `label_key`.

    Where `standing` knows no day for a row, it counts as confirmed on `public_since`, the day on which the whole was adopted.
    """
    found = _distinct(_rows(template, catalogue, values, codes))
    return tuple(
        replace(
            claim,
            quote=_quote(evidence, claim.path),
            hours=_hours(claim, hours)[0],
            hours_rule=_hours(claim, hours)[1],
            confirmed_on=confirmed(standing.get(EXTRA if claim.block == EXTRA else claim.path), public_since),
        )
        for claim in found
    )


def label_key(text: str) -> str:
    """The words of an own row as they are remembered: capitals and white space do not matter."""
    return " ".join(text.casefold().split())[:200]


def confirmed(row: Any, public_since: date | None) -> date | None:
    """The day on which a person last stood for this row. One that was taken over from an earlier year and not looked at keeps its old day;
    one of which nothing is known has only the adoption of the whole."""
    day = row.get("confirmed_on") if isinstance(row, Mapping) else None
    return date.fromisoformat(day) if day else public_since


def _rows(template: Template, catalogue: Catalogue, values: Json, codes: Mapping[str, str]) -> Iterator[Claim]:
    for block in template.blocks():
        if block.id in catalogue.blocks and block.kind is BlockKind.GRID:
            yield from _grid(block, catalogue, values.get(block.id) or {}, codes)
        elif block.id == EXTRA:
            yield from _extras(values.get(EXTRA) or (), codes)


def _grid(block: Block, catalogue: Catalogue, grid: Json, codes: Mapping[str, str]) -> Iterator[Claim]:
    levels = catalogue.blocks[block.id].levels
    rows = grid.get("rows") or {}
    for row in block.rows:
        code, answer = f"{block.id}.{row.code}", rows.get(row.code) or {}
        item = catalogue.item(code)
        yield _claim(code, code, item.label if item else short(row.label), block.id, code, levels.get(answer.get("choice") or ""), answer)
    for at, own in enumerate(grid.get("own_rows") or ()):
        label = own.get("label") or ""
        yield _own(label, block.id, f"{block.id}.own_rows[{at}]", levels.get(own.get("choice") or ""), own, codes)


def _extras(records: Iterable[Json], codes: Mapping[str, str]) -> Iterator[Claim]:
    for at, record in enumerate(records):
        if name := record.get("name") or "":
            yield _own(name, EXTRA, f"{EXTRA}[{at}]", LISTED, {"note": record.get("period")}, codes)


def _own(label: str, block: str, path: str, level: int | None, answer: Json, codes: Mapping[str, str]) -> Claim:
    named = hashlib.sha256(label_key(label).encode()).hexdigest()[:12]
    return _claim(f"{block}.own-{named}", codes.get(label_key(label), ""), label, block, path, level, answer)


def _claim(key: str, code: str, label: str, block: str, path: str, level: int | None, answer: Json) -> Claim:
    choice, note = answer.get("choice") or "", answer.get("note") or ""
    return Claim(key, code, label[:500], block, path, level, choice, note, "", None, "", None)


def _distinct(found: Iterable[Claim]) -> Iterator[Claim]:
    """A school that writes the same own row twice has two offers, each with a key of its own."""
    seen: dict[str, int] = {}
    for claim in found:
        seen[claim.key] = seen.get(claim.key, 0) + 1
        yield claim if seen[claim.key] == 1 else replace(claim, key=f"{claim.key}-{seen[claim.key]}")


def _hours(claim: Claim, rules: HoursRules) -> tuple[Decimal | None, str]:
    if not claim.level or not claim.note:
        return None, ""
    counted = hours_per_week(claim.note, rules)
    value = None if counted.value is None else round(Decimal(str(counted.value)), 2)
    return (value if value is None or value < 10_000 else None), counted.rule


def _quote(evidence: Json, path: str) -> str:
    found = evidence.get(path)
    return " ".join((found.get("quote") or "").split()) if isinstance(found, Mapping) else ""


def paths_in(claim: Claim, values: Json) -> list[str]:
    """The items of another profile of the same site that say the same: a fixed row by its path, an own row by its words."""
    if ".own-" not in claim.key:
        return [claim.path]
    wanted = label_key(claim.label)
    if claim.block == EXTRA:
        return [EXTRA] if any(label_key(record.get("name") or "") == wanted for record in values.get(EXTRA) or ()) else []
    rows = (values.get(claim.block) or {}).get("own_rows") or ()
    return [f"{claim.block}.own_rows[{at}]" for at, row in enumerate(rows) if label_key(row.get("label") or "") == wanted]
