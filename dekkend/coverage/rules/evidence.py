"""What stands behind the figures of a kind: what does each school say, in which sentence, and why does it count or not?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.coverage.words.coverage import NO, PAUSED, YES, Coverage
from dekkend.coverage.words.figures import Behind, Evidence
from dekkend.coverage.words.settings import Kind
from dekkend.kernel.sentences import say
from dekkend.offers.rules.telling import different
from dekkend.offers.rules.wording import Wording, wording_of
from dekkend.offers.words import Availability, SiteOffer

HAS_IT, HAS_IT_NOT = say("De school heeft dit."), say("De school heeft dit niet.")
NO_WORDS = Wording("", "", ticked=False)
ORDER = (YES, PAUSED, 3, NO)  # who has it first, then who cannot give it now, who did not say, who does not have it


def behind(coverage: Coverage, code: str) -> Behind | None:
    """Every site with what it says of this kind, those that have it first; None for a kind that is not counted here."""
    column = coverage.column(code)
    if column is None:
        return None
    signs = coverage.marks.signs[:, column].tolist()
    rows = sorted(range(len(signs)), key=lambda row: (ORDER.index(signs[row]), coverage.sites[row].name.casefold()))
    told = tuple(evidence(coverage, row, column) for row in rows)
    yes, paused, unknown, no = (signs.count(sign) for sign in ORDER)
    return Behind(coverage.kinds[column], told, yes, paused, no, unknown)


def of_site(coverage: Coverage, row: int) -> tuple[Evidence, ...]:
    """What the site in this row says of every kind."""
    return tuple(evidence(coverage, row, column) for column in range(len(coverage.kinds)))


def evidence(coverage: Coverage, row: int, column: int) -> Evidence:
    offers, kind = coverage.marks.offers.get((row, column), ()), coverage.kinds[column]
    best = max(offers, key=_standing, default=None)
    words = wording_of(best.claim) if best else NO_WORDS
    return Evidence(
        site=coverage.sites[row],
        kind=kind,
        sign=coverage.sign(row, column),
        quote=words.text,
        school_year=best.school_year if best else "",
        confirmed_on=best.confirmed_on if best else None,
        reason=_reason(coverage, row, kind, offers, best),
        offers=tuple(offers),
        row=words.row,
        ticked=words.ticked,
    )


def _standing(offer: SiteOffer) -> tuple[bool, int]:
    return offer.deliverable, -1 if offer.level is None else offer.level


def _reason(coverage: Coverage, row: int, kind: Kind, offers: Sequence[SiteOffer], best: SiteOffer | None) -> str:
    site = coverage.sites[row]
    if site.site_id is None:
        return say("De school doet niet mee in Dekkend. Daarom is het niet bekend.")
    if row not in coverage.answered:
        return say("De school heeft geen openbaar profiel. Daarom is het niet bekend.")
    if best is None or best.level is None:
        return say("De school gaf hier geen antwoord op.")
    if not best.level:
        return HAS_IT_NOT
    if best.level < kind.level:
        return say("De school heeft dit, maar minder vaak dan hier meetelt.")
    if not best.deliverable:
        return _not_now(best)
    if site.point is None:
        return say("De school heeft dit. Waar zij ligt, is niet bekend; daarom dekt zij geen plek.")
    return HAS_IT


def _not_now(offer: SiteOffer) -> str:
    if offer.state is Availability.PAUSED and offer.said.until is not None:
        return different(offer, offer.said.until)
    if offer.state is Availability.PLANNED:
        return say("De school krijgt dit later. Nu telt het niet mee.")
    if offer.state is Availability.GONE:
        return say("De school geeft dit niet meer.")
    return say("De school kan dit nu even niet geven.")
