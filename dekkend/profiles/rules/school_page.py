"""How do the values of a profile become a page that a parent can read? Unknown stays unknown: it never turns into "no"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.catalogue import offer_level, say_offer
from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.rules.naming import short
from dekkend.profiles.rules.since import since
from dekkend.profiles.words.catalogue import Catalogue, SupportItem
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.school_page import Level, Now, OfferLine, Proof, SchoolPage
from dekkend.profiles.words.template import Block, BlockKind, GridRow, Template

Values = Mapping[str, Any]


def school_page(
    template: Template,
    catalogue: Catalogue,
    values: Values,
    evidence: Mapping[str, Any],
    *,
    earlier: Sequence[tuple[str, Values]] = (),
    hours: HoursRules | None = None,
    standing: Mapping[str, Any] | None = None,
) -> SchoolPage:
    """`earlier` are the site's public profiles as (school year, values), newest first, this one included. Hours count by `hours`."""
    offers = _offers(template, catalogue, "expertise", values, evidence, earlier, standing or {})
    team = [replace(line, hours=hours_per_week(line.note, hours)) if line.note and line.sign == "yes" else line for line in offers]
    return SchoolPage(
        can=tuple(line for line in team if line.sign == "yes"),
        cannot=tuple(line for line in team if line.sign == "no"),
        unknown=tuple(line for line in team if line.sign == "unknown"),
        experts=tuple(_offers(template, catalogue, "external_experts", values, evidence, earlier, standing or {})),
        facilities=tuple(_offers(template, catalogue, "facilities", values, evidence, earlier, standing or {})),
        extras=tuple((row.get("name") or "", row.get("period") or "") for row in values.get("extra_offers") or []),
        levels=tuple(_levels(values)),
        limits=tuple(row["text"] for row in values.get("limits") or [] if row.get("text")),
        texts=tuple(_texts(template, values)),
        facts={code: value for code, value in (values.get("school") or {}).items() if value},
    )


def with_now(page: SchoolPage, now: Sequence[Now]) -> SchoolPage:
    """The page with at each fixed row how it stands today; rows that the school added have no code and stand in the list above it."""
    known = {each.path: each for each in now}

    def laid(lines: tuple[OfferLine, ...]) -> tuple[OfferLine, ...]:
        return tuple(replace(line, now=known.get(line.code)) for line in lines)

    return replace(page, can=laid(page.can), experts=laid(page.experts), facilities=laid(page.facilities))


def _offers(
    template: Template,
    catalogue: Catalogue,
    block_id: str,
    values: Values,
    evidence: Mapping[str, Any],
    earlier: Sequence[tuple[str, Values]],
    standing: Mapping[str, Any],
) -> Iterable[OfferLine]:
    """The rows of the form in its order, then the rows that the school added."""
    block = next((block for block in template.blocks() if block.id == block_id), None)
    grid = values.get(block_id) or {}
    if block is None:
        return
    for row in block.rows:
        answer = (grid.get("rows") or {}).get(row.code) or {}
        yield _line(catalogue, block, row, answer, evidence, earlier, standing)
    for at, own in enumerate(grid.get("own_rows") or []):
        path = f"{block_id}.own_rows[{at}]"
        yield _own_line(catalogue, block, own, path, evidence.get(path))


def _line(
    catalogue: Catalogue,
    block: Block,
    row: GridRow,
    answer: Mapping[str, Any],
    evidence: Mapping[str, Any],
    earlier: Sequence[tuple[str, Values]],
    standing: Mapping[str, Any],
) -> OfferLine:
    code, choice, note = f"{block.id}.{row.code}", answer.get("choice"), answer.get("note") or ""
    item = catalogue.item(code)
    sign = _sign(catalogue, code, choice)
    return OfferLine(
        code=code,
        path=code,
        label=item.label if item else short(row.label),
        sign=sign,
        sentence=say_offer(catalogue, code, choice) if item else "",
        note=note,
        since=since(code, earlier, standing) if sign == "yes" else "",
        ask=_question(item) if sign == "unknown" else "",
        proof=_worst(_proof(evidence.get(code)), _proof(evidence.get(f"{code}.note"))),
    )


def _worst(choice: Proof | None, note: Proof | None) -> Proof | None:
    """A line is as sure as the least sure of its choice and its note: the hours come from the note."""
    return note if note and note.doubtful else choice


def _own_line(catalogue: Catalogue, block: Block, own: Mapping[str, Any], path: str, evidence: Any) -> OfferLine:
    choice, note = own.get("choice") or "", own.get("note") or ""
    levels = catalogue.blocks[block.id].levels
    sign = "unknown" if choice not in levels else "yes" if levels[choice] else "no"
    said = block.choice(choice) if choice else None
    return OfferLine(
        code="",
        path=path,
        label=own.get("label") or "",
        sign=sign,
        sentence=said.label if said else "",
        note=note,
        ask=say("Hebt u {name}?", name=own.get("label")) if sign == "unknown" else "",
        proof=_proof(evidence),
    )


def _sign(catalogue: Catalogue, code: str, choice: str | None) -> str:
    level = offer_level(catalogue, code, choice)
    return "unknown" if level is None else "yes" if level else "no"


def _question(item: SupportItem | None) -> str:
    return say("Kunt u zeggen of {whether}?", whether=item.whether) if item else ""


def _proof(found: Any) -> Proof | None:
    if not found or not found.get("quote", "").strip():
        return None
    quote = " ".join(found["quote"].split())
    return Proof(quote, found.get("page"), found.get("line"), found.get("certainty") == "certain", found.get("by") != "reader")


def _levels(values: Values) -> Iterable[Level]:
    for row in values.get("support_levels") or []:
        yield Level(*(row.get(column) or "" for column in ("level", "content", "for_whom", "consultation")))


def _texts(template: Template, values: Values) -> Iterable[tuple[str, str, str]]:
    """The school's own texts as (heading that parents understand, text, path)."""
    for section in template.sections:
        for block in section.blocks:
            if block.kind is BlockKind.PROSE and values.get(block.id):
                yield section.plain_title or section.title, values[block.id], block.id
    for chapter in values.get("own_chapters") or []:
        if chapter.get("text"):
            yield chapter.get("title") or say("Meer van de school"), chapter["text"], "own_chapters"
