"""What does a change of a row mean for pupils: is the help still there, how often, how many hours?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.rules.hours.counts import say_number
from dekkend.profiles.words.catalogue import Catalogue, SupportItem
from dekkend.profiles.words.change_effects import LISTS
from dekkend.profiles.words.changes import Change, FormChange, Kind, Weight
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Block

Effect = tuple[Weight, str]


@dataclass(frozen=True, slots=True)
class Offer:
    """A row on one side: 0 is not there, None is not known."""

    level: int | None
    choice: str
    note: str


def effects_of_list(change: Change) -> Iterator[Effect]:
    effect = LISTS.get(change.block)
    if effect and change.kind in effect.said and not change.is_layout:
        yield effect.weight[change.kind], effect.said[change.kind]


def effects_of_row(change: Change, block: Block, catalogue: Catalogue, hours: HoursRules | None) -> Iterator[Effect]:
    """`block` must be one of the catalogue's."""
    item = catalogue.item(change.path)
    before, after = (_offer(catalogue, block, value) for value in (change.before, change.after))
    if ".own_rows[" in change.path and change.kind in (Kind.ADDED, Kind.REMOVED):
        yield from _own_row(change.kind, before, after)
    elif change.form is FormChange.GONE:
        if before.level:
            yield Weight.LOST, say("Deze vraag staat niet meer op het formulier. Of dit er nog is, zegt het profiel niet meer.")
    else:
        yield from _level(before, after, item)
    yield from _hours(before, after, hours)


def _offer(catalogue: Catalogue, block: Block, value: Any) -> Offer:
    row = value or {}
    code = str(row.get("choice") or "")
    choice = block.choice(code) if code else None
    return Offer(catalogue.blocks[block.id].levels.get(code), choice.label.lower() if choice else "", row.get("note") or "")


def _own_row(kind: Kind, before: Offer, after: Offer) -> Iterator[Effect]:
    if kind is Kind.REMOVED:
        if before.level:
            yield Weight.LOST, say("Dit staat niet meer in het profiel. Of het er nog is, is niet bekend: vraag het de school.")
    elif after.level:
        yield Weight.GAINED, say("Dit is nieuw: de school voegde het zelf toe.")
    elif after.level == 0:
        yield Weight.PUPILS, say("De school schrijft nu zelf dat zij dit niet heeft.")
    else:
        yield Weight.PUPILS, say("De school noemt dit nu, maar niet of het er is.")


def _level(before: Offer, after: Offer, item: SupportItem | None) -> Iterator[Effect]:
    if before.level == after.level:
        return
    if after.level is None:
        was = say("Was nee, is nu niet bekend.") if before.level == 0 else say("Was ja, is nu niet bekend.")
        yield Weight.LOST if before.level else Weight.PUPILS, was
        yield Weight.PUPILS, say("Niet bekend is geen nee: vraag het de school.")
    elif after.level == 0:
        yield _nothing_now(before, item)
    elif before.level:
        yield _more_or_less(before, after)
    else:
        yield _something_now(before, item)


def _nothing_now(before: Offer, item: SupportItem | None) -> Effect:
    if before.level is None and item:
        return Weight.PUPILS, say("Was niet bekend, is nu nee: dit is er niet voor {need}.", need=item.need)
    if before.level is None:
        return Weight.PUPILS, say("Was niet bekend, is nu nee.")
    return Weight.LOST, say("Van ja naar nee: dit is er niet meer voor {need}.", need=item.need) if item else say("Van ja naar nee.")


def _something_now(before: Offer, item: SupportItem | None) -> Effect:
    if before.level is None and item:
        return Weight.GAINED, say("Was niet bekend, is nu ja: dit is er voor {need}.", need=item.need)
    if before.level is None:
        return Weight.GAINED, say("Was niet bekend, is nu ja.")
    return Weight.GAINED, say("Van nee naar ja: dit is er nu voor {need}.", need=item.need) if item else say("Van nee naar ja.")


def _more_or_less(before: Offer, after: Offer) -> Effect:
    if (after.level or 0) < (before.level or 0):
        return Weight.LESS, say("Dit is er minder vaak: van {before} naar {after}.", before=before.choice, after=after.choice)
    return Weight.MORE, say("Dit is er vaker: van {before} naar {after}.", before=before.choice, after=after.choice)


def _hours(before: Offer, after: Offer, rules: HoursRules | None) -> Iterator[Effect]:
    if not after.level or before.note == after.note:
        return
    old = hours_per_week(before.note, rules) if before.level and before.note else None
    new = hours_per_week(after.note, rules) if after.note else None
    was, now = old.value if old else None, new.value if new else None
    if was is None and now is None:
        return
    yield _hours_said(was, now) if before.level else (Weight.PUPILS, say("Het is {hours} uur per week.", hours=say_number(now or 0)))
    if (old and was is not None and old.assumed) or (new and now is not None and new.assumed):
        yield Weight.PUPILS, say("Bij het tellen van de uren is iets aangenomen, omdat de tekst het openlaat.")


def _hours_said(was: float | None, now: float | None) -> Effect:
    if now is None:
        return Weight.LESS, say("Het aantal uren is niet meer bekend. Het was {hours} uur per week.", hours=say_number(was or 0))
    if was is None:
        return Weight.PUPILS, say("Het aantal uren was niet bekend. Nu is het {hours} uur per week.", hours=say_number(now))
    given = {"before": say_number(was), "after": say_number(now)}
    if now == was:
        return Weight.PUPILS, say("Het aantal uren per week blijft gelijk: {hours} uur.", hours=given["after"])
    if now < was:
        return Weight.LESS, say("{less} uur per week minder: van {before} naar {after} uur.", less=say_number(was - now), **given)
    return Weight.MORE, say("{more} uur per week meer: van {before} naar {after} uur.", more=say_number(now - was), **given)
