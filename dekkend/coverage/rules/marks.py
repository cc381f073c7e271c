"""What does each site say of each kind: yes, not now, no, or nothing?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES, Marks
from dekkend.coverage.words.settings import Kind
from dekkend.offers.words import SiteOffer
from dekkend.register.words import SiteOnMap

Said = Mapping[int, Mapping[str, Sequence[SiteOffer]]]  # by key of the site, then by code


def by_site_and_code(offers: Iterable[SiteOffer]) -> dict[int, dict[str, list[SiteOffer]]]:
    """A site with a public profile is always in it, also when none of its offers has a code."""
    found: dict[int, dict[str, list[SiteOffer]]] = {}
    for offer in offers:
        of_site = found.setdefault(offer.site_id, {})
        if offer.code:
            of_site.setdefault(offer.code, []).append(offer)
    return found


def marks_of(sites: Sequence[SiteOnMap], kinds: Sequence[Kind], said: Said) -> Marks:
    """One row for each site, one column for each kind. A site that takes no part, or has no public profile, says nothing."""
    signs = np.full((len(sites), len(kinds)), UNKNOWN, dtype=np.uint8)
    behind: dict[tuple[int, int], tuple[SiteOffer, ...]] = {}
    columns = {kind.code: (column, kind.level) for column, kind in enumerate(kinds)}
    for row, site in enumerate(sites):
        of_site = said.get(site.site_id, {}) if site.site_id is not None else {}
        for code, offers in of_site.items():
            if code in columns:
                column, level = columns[code]
                signs[row, column] = mark(offers, level)
                behind[row, column] = tuple(offers)
    return Marks(signs, behind)


def mark(offers: Iterable[SiteOffer], level: int) -> int:
    """The number of the sign (see `SIGNS`) of one site for one kind: one offer that is enough and can be given now decides.

    What the school never said leaves it open; less than enough is a no.
    """
    found = UNKNOWN
    for offer in offers:
        height = offer.claim.level
        if height is None:
            continue
        if height >= level:
            if offer.deliverable:
                return YES
            found = PAUSED
        elif found == UNKNOWN:
            found = NO
    return found
