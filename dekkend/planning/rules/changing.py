"""What would a region be like if these changes were made? Nothing of what schools said is touched: only arrays of one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import numpy as np

from dekkend.coverage.rules.capacity import hours_of
from dekkend.coverage.rules.map_drawing import named
from dekkend.coverage.rules.schools import why_apart
from dekkend.coverage.rules.telling import number
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES, Coverage, Ground, Ints, Marks
from dekkend.coverage.words.settings import Kind
from dekkend.kernel.sentences import say
from dekkend.offers.words import Availability, Claim, Said, SiteOffer
from dekkend.planning.rules.undoing import with_undone
from dekkend.planning.words.changes import AddOffer, Change, ChangeHours, CloseSite, Elsewhere, EndOffer, Newcomers, Told

HERE = Elsewhere()  # all of it is in the region
NOT_HERE = say("De school staat niet meer in het register van deze regio.")
CLOSED = say("De school sluit al in dit scenario.")
NOT_COUNTED = say("Deze soort hulp telt niet mee bij de instellingen van uw regio.")


@dataclass(frozen=True, eq=False)
class Applied:
    """What the changes make of ground and marks, before anything is counted again. `answered` are rows of the new ground."""

    ground: Ground
    marks: Marks
    answered: frozenset[int]
    told: tuple[Told, ...]
    newcomers: Mapping[str, int]


@dataclass(eq=False)
class Draft:
    """The region while changes are made to it, one after another: rows as in `coverage`, and which of them closed.

    `elsewhere` is what is not there or not counted in the region.
    """

    coverage: Coverage
    signs: Any
    offers: dict[tuple[int, int], tuple[SiteOffer, ...]]
    children: Ints
    closed: set[int]
    newcomers: dict[str, int]
    elsewhere: Elsewhere

    @classmethod
    def of(cls, coverage: Coverage, elsewhere: Elsewhere) -> Draft:
        return cls(
            coverage, coverage.marks.signs.copy(), dict(coverage.marks.offers), coverage.ground.children.copy(), set(), {}, elsewhere
        )

    def row(self, brin6: str) -> int | None:
        sites = self.coverage.sites[: self.coverage.ground.inside]
        return next((row for row, site in enumerate(sites) if site.brin6 == brin6), None)

    def school(self, brin6: str) -> str:
        row = self.row(brin6)
        return self.elsewhere.names.get(brin6, brin6) if row is None else self.coverage.sites[row].name

    def kind(self, code: str) -> str:
        """How the kind is called, also when it is not counted here."""
        column = self.coverage.column(code)
        return self.elsewhere.names.get(code, code) if column is None else self.coverage.kinds[column].label

    def hindrance(self, brin6: str, code: str = "") -> str:
        """Why nothing about this school, or this kind of it, can change; "" when it can."""
        row = self.row(brin6)
        if row is None:
            apart = {site.brin6: why_apart(site) for site in self.coverage.ground.apart}
            return (apart | dict(self.elsewhere.why)).get(brin6, NOT_HERE)
        if row in self.closed:
            return CLOSED
        return NOT_COUNTED if code and self.coverage.column(code) is None else ""

    def cell(self, brin6: str, code: str) -> tuple[int, int]:
        """Row and column, for who asked `hindrance` first."""
        return self.row(brin6) or 0, self.coverage.column(code) or 0


def apply(coverage: Coverage, changes: Sequence[Change], elsewhere: Elsewhere = HERE) -> Applied:
    """These changes, in this order. One that does not fit today is told with its reason and passed over, the others count.

    `elsewhere` names schools and kinds that the region does not have or count, and says why a school is not there.
    """
    draft = Draft.of(coverage, elsewhere)
    told = with_undone([MAKE[type(change)](draft, change) for change in changes])
    ground, stays = coverage.ground, np.array([row not in draft.closed for row in range(len(coverage.sites))], dtype=bool)
    new_row = {old: new for new, old in enumerate(np.flatnonzero(stays).tolist())}
    return Applied(
        ground=replace(
            ground,
            sites=tuple(site for site, there in zip(ground.sites, stays.tolist(), strict=True) if there),
            inside=ground.inside - len(draft.closed),
            points=ground.points[stays],
            children=draft.children,
        ),
        marks=Marks(
            draft.signs[stays], {(new_row[row], column): offers for (row, column), offers in draft.offers.items() if row in new_row}
        ),
        answered=frozenset(new_row[row] for row in coverage.answered if row in new_row),
        told=told,
        newcomers=draft.newcomers,
    )


def lines_of(told: Sequence[Told]) -> tuple[str, ...]:
    """What stands among the sentences about how it was counted: every change, also one that has no effect."""
    first = say("Dit is een scenario: zo zou het zijn als dit verandert.")
    return first, *(
        say("Dit telt niet mee: {change} Reden: {why}", change=each.sentence, why=each.why_not) if each.why_not else each.sentence
        for each in told
    )


def close_site(draft: Draft, change: CloseSite) -> Told:
    sentence = say("{school} sluit.", school=draft.school(change.brin6))
    if why := draft.hindrance(change.brin6):
        return Told(change, sentence, why)
    row = draft.row(change.brin6)
    draft.closed.add(0 if row is None else row)
    return Told(change, sentence)


def add_offer(draft: Draft, change: AddOffer) -> Told:
    given = {"school": draft.school(change.brin6), "kind": draft.kind(change.code)}
    sentence = say("{school} krijgt erbij: {kind}.", **given)
    if change.hours is not None:
        sentence = say("{school} krijgt erbij: {kind}, {hours} uur per week.", **given, hours=number(float(change.hours)))
    if why := draft.hindrance(change.brin6, change.code):
        return Told(change, sentence, why)
    row, column = draft.cell(change.brin6, change.code)
    if draft.signs[row, column] == YES:
        return Told(change, sentence, say("De school heeft dit al."))
    if draft.coverage.sites[row].point is None:
        return Told(change, sentence, say("Waar de school ligt, is niet bekend. Daarom dekt zij geen plek."))
    draft.signs[row, column] = YES
    draft.offers[row, column] = (imagined(draft.coverage.sites[row].site_id, draft.coverage.kinds[column], change.hours),)
    return Told(change, sentence)


WHY_NOT_ENDED = {
    NO: say("De school heeft dit nu ook niet."),
    PAUSED: say("De school kan dit nu even niet geven. Daarom telt het al niet mee."),
    UNKNOWN: say("Van deze school is niet bekend of zij dit heeft."),
}


def end_offer(draft: Draft, change: EndOffer) -> Told:
    sentence = say("{school} stopt met: {kind}.", school=draft.school(change.brin6), kind=draft.kind(change.code))
    if why := draft.hindrance(change.brin6, change.code) or not_given(draft, change):
        return Told(change, sentence, why)
    row, column = draft.cell(change.brin6, change.code)
    draft.signs[row, column] = NO
    draft.offers.pop((row, column), None)
    return Told(change, sentence)


def change_hours(draft: Draft, change: ChangeHours) -> Told:
    given = {"school": draft.school(change.brin6), "kind": draft.kind(change.code), "hours": number(float(change.hours))}
    if why := draft.hindrance(change.brin6, change.code) or not_given(draft, change):
        return Told(change, say("{school} geeft {hours} uur per week: {kind}.", **given), why)
    row, column = draft.cell(change.brin6, change.code)
    offers, level = draft.offers.get((row, column), ()), draft.coverage.kinds[column].level
    before = hours_of(offer for offer in offers if counts(offer, level))
    draft.offers[row, column] = with_hours(offers, level, change.hours)
    known = say("niet bekend") if before is None else number(float(before))
    return Told(change, say("{school} geeft {hours} uur per week in plaats van {before}: {kind}.", **given, before=known))


def newcomers(draft: Draft, change: Newcomers) -> Told:
    at = next((at for at, area in enumerate(draft.coverage.areas) if area.postcode == change.postcode), None)
    place = change.postcode if at is None else named(draft.coverage.areas[at])
    given = {"place": place, "children": change.children, "reason": change.reason}
    sentence = say("In {place} komen {children} kinderen wonen ({reason}).", **given)
    if not change.reason:
        sentence = say("In {place} komen {children} kinderen wonen.", place=place, children=change.children)
    if at is None:
        return Told(change, sentence, say("Dit gebied staat niet in het register van deze regio."))
    draft.children[at] += change.children
    draft.newcomers[change.postcode] = draft.newcomers.get(change.postcode, 0) + change.children
    return Told(change, sentence)


MAKE: dict[type[Any], Callable[[Draft, Any], Told]] = {
    CloseSite: close_site,
    AddOffer: add_offer,
    EndOffer: end_offer,
    ChangeHours: change_hours,
    Newcomers: newcomers,
}


def not_given(draft: Draft, change: EndOffer | ChangeHours) -> str:
    """Why there is nothing to end or to change; "" when the school has it now."""
    row, column = draft.cell(change.brin6, change.code)
    return WHY_NOT_ENDED.get(int(draft.signs[row, column]), "")


def counts(offer: SiteOffer, level: int) -> bool:
    return offer.deliverable and (offer.level or 0) >= level


def with_hours(offers: Sequence[SiteOffer], level: int, hours: Decimal) -> tuple[SiteOffer, ...]:
    """The same offers; those that count have these hours together."""
    found, left = [], hours
    for offer in offers:
        if counts(offer, level):
            offer, left = replace(offer, said=replace(offer.said, hours=left)), Decimal(0)
        found.append(offer)
    return tuple(found)


def imagined(site_id: int | None, kind: Kind, hours: Decimal | None) -> SiteOffer:
    """An offer that nobody wrote down: it stands in no version of a profile."""
    claim = Claim(f"scenario.{kind.code}", kind.code, kind.label, kind.block, "", kind.level, "", "", "", hours, "", None)
    return SiteOffer(site_id or 0, 0, "", claim, Availability.AVAILABLE, Said(), None)
