"""What changed between two profiles of one school: per thing, in sentences, with what it means for pupils and for money?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dekkend.profiles.rules.changes.applying import apply
from dekkend.profiles.rules.changes.blocks import ABSENT, Place, compare_block
from dekkend.profiles.rules.changes.money import money_in_text, money_of_fact
from dekkend.profiles.rules.changes.offers import effects_of_list, effects_of_row
from dekkend.profiles.rules.items import is_filled
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.changes import Change, ChangeList, FormChange, Kind, Weight, in_sections
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Block, BlockKind, Template

__all__ = ["apply", "change_list", "changes"]


def changes(
    template: Template,
    before: dict[str, Any],
    after: dict[str, Any],
    *,
    earlier: Template | None = None,
    catalogue: Catalogue | None = None,
    hours: HoursRules | None = None,
) -> tuple[Change, ...]:
    """Every difference, what matters to pupils first. `apply(before, changes(...))` is `after`, and equal values give none.

    `template` is the form of `after`, `earlier` that of `before` when it is another version. Without a `catalogue` nothing is said about
    pupils. A place that only one of both has (null is a place too) is told as a difference of the form.
    """
    found = [
        _with_effects(change, place.block, catalogue, hours)
        for place in _places(template, earlier or template, before, after)
        for change in compare_block(place, before.get(place.block.id, ABSENT), after.get(place.block.id, ABSENT))
    ]
    return tuple(sorted(found, key=lambda change: change.weight))


def change_list(
    template: Template,
    before: dict[str, Any],
    after: dict[str, Any],
    *,
    earlier: Template | None = None,
    catalogue: Catalogue | None = None,
    hours: HoursRules | None = None,
) -> ChangeList:
    """The same, also by section in the order of the form; without who signed when only one of the two says it."""
    told_once = signed_once(template, before, after)
    every = changes(template, before, after, earlier=earlier, catalogue=catalogue, hours=hours)
    found = tuple(change for change in every if change.block not in told_once)
    titles = {section.id: section.title for form in (template, earlier or template) for section in form.sections}
    in_order = {block.id: at for at, block in enumerate(template.blocks())}
    by_form = sorted(found, key=lambda change: in_order.get(change.block, len(in_order)))
    return ChangeList(found, in_sections(by_form, titles))


def signed_once(template: Template, before: dict[str, Any], after: dict[str, Any]) -> frozenset[str]:
    """The parts on who signed that only one side fills in: they begin empty every year and come with the procedure, so nothing was lost."""
    signing = [block.id for block in template.blocks() if block.signing]
    return frozenset(block for block in signing if is_filled(before.get(block)) != is_filled(after.get(block)))


def _places(template: Template, earlier: Template, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Place]:
    """Every part that either side has, in the order of the form; last the parts that only the earlier form knows, or none."""
    new = {block.id: (block, section.id) for section in template.sections for block in section.blocks}
    old = {block.id: (block, section.id) for section in earlier.sections for block in section.blocks}
    for block_id in dict.fromkeys([*new, *old, *after, *before]):
        if block_id not in before and block_id not in after:
            continue
        unknown = (Block(block_id, BlockKind.FIGURE, block_id), "")
        block, section = new.get(block_id) or old.get(block_id) or unknown
        old_block, _ = old.get(block_id) or (block, section)
        yield Place(template, earlier, block, old_block if old_block.kind is block.kind else block, section)


def _with_effects(change: Change, block: Block, catalogue: Catalogue | None, hours: HoursRules | None) -> Change:
    if change.is_layout or change.kind is Kind.MOVED:
        return change
    if change.path == block.id and change.form is not FormChange.NONE:
        return change
    effects = list(effects_of_list(change))
    money: list[str] = []
    if block.kind is BlockKind.GRID and catalogue and block.id in catalogue.blocks:
        effects += effects_of_row(change, block, catalogue, hours)
    elif block.kind is BlockKind.FACTS:
        money += money_of_fact(change, block)
    elif block.kind in (BlockKind.PROSE, BlockKind.RECORDS):
        money += money_in_text(change)
    weight = min([weight for weight, _ in effects] + ([Weight.MONEY] if money else []), default=change.weight)
    return replace(change, pupils=tuple(said for _, said in effects), money=tuple(money), weight=weight)
