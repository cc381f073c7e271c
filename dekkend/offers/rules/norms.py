"""Does a school have what the norm asks? Unknown stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dekkend.offers.words import Norm, NormItem, Sign, SiteOffer


def sign_of(item: NormItem, offers: Mapping[str, Sequence[SiteOffer]]) -> Sign:
    """`offers` are those of one site by code. One that is enough decides; after that one that may be; "no" only when all are known."""
    among = [offers.get(code, ()) for code in item.one_of]
    enough = [offer for each in among for offer in each if (offer.level or 0) >= item.level]
    if any(offer.deliverable for offer in enough):
        return Sign.YES
    if enough:
        return Sign.PAUSED
    asked = all(any(offer.level is not None for offer in each) for each in among)
    return Sign.NO if asked else Sign.UNKNOWN


def signs(norm: Norm, offers: Iterable[SiteOffer]) -> tuple[Sign, ...]:
    """One sign for each item of the norm; a site without offers has only unknowns."""
    found = by_code(offers)
    return tuple(sign_of(item, found) for item in norm.items)


def by_code(offers: Iterable[SiteOffer]) -> dict[str, list[SiteOffer]]:
    found: dict[str, list[SiteOffer]] = {}
    for offer in offers:
        if offer.code:
            found.setdefault(offer.code, []).append(offer)
    return found


def in_force(norms: Sequence[Norm], name: str, today: date) -> Norm | None:
    """The version of this norm that counts on this day: the last that has begun. Of those that begin on the same day the one added last.

    `norms` stand in the order in which they were added.
    """
    begun = [norm for norm in norms if norm.name == name and norm.valid_from <= today]
    return max(reversed(begun), key=lambda norm: norm.valid_from, default=None)
