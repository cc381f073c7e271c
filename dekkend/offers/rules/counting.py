"""How many schools have what, and which words of schools does nobody know yet?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from dekkend.offers.rules.claims import label_key
from dekkend.offers.rules.norms import by_code
from dekkend.offers.rules.standing import claimed, is_stale
from dekkend.offers.words import OwnWords, SiteOffer, SiteSummary, Use
from dekkend.profiles.rules.catalogue import suggest_code
from dekkend.profiles.words.catalogue import Catalogue


def by_site(offers: Iterable[SiteOffer]) -> dict[int, list[SiteOffer]]:
    found: dict[int, list[SiteOffer]] = {}
    for offer in offers:
        found.setdefault(offer.site_id, []).append(offer)
    return found


def summary(site: Any, offers: Iterable[SiteOffer], today: date) -> SiteSummary:
    """A site without a public profile has no year and nothing to count."""
    all_ = list(offers)
    said = claimed(all_)
    days = [offer.confirmed_on for offer in said if offer.confirmed_on is not None]
    return SiteSummary(
        site=site,
        school_year=all_[0].school_year if all_ else "",
        claimed=len(said),
        paused=sum(not offer.deliverable for offer in said),
        stale=sum(is_stale(offer.confirmed_on, today) for offer in said),
        unknown=sum(offer.level is None for offer in all_),
        oldest=min(days, default=None),
    )


def uses(catalogue: Catalogue, offers: Mapping[int, list[SiteOffer]], sites: int) -> dict[str, Use]:
    """Per code how many of so many `sites` have it; a site without a public profile is unknown for every code."""
    counts = {item.code: [0, 0, 0] for item in catalogue.items}
    for of_site in offers.values():
        for code, found in by_code(of_site).items():
            if code in counts and (place := _place(found)) is not None:
                counts[code][place] += 1
    return {code: Use(code, yes, paused, no, max(0, sites - yes - paused - no)) for code, (yes, paused, no) in counts.items()}


def _place(offers: list[SiteOffer]) -> int | None:
    """0 there, 1 there but not now, 2 not there; None when the site does not say."""
    if any(offer.deliverable for offer in offers):
        return 0
    if any(offer.offered for offer in offers):
        return 1
    return 2 if any(offer.level == 0 for offer in offers) else None


def own_words(catalogue: Catalogue, offers: Iterable[SiteOffer], names: Mapping[int, str], known: Collection[str]) -> list[OwnWords]:
    """Rows that schools added and that nobody named yet; what most schools use first. `known` are the words that are remembered,
    `names` those of the sites."""
    written: dict[str, str] = {}
    sites: dict[str, set[int]] = {}
    for offer in offers:
        key = label_key(offer.claim.label)
        if ".own-" in offer.claim.key and not offer.code and key and key not in known:
            written.setdefault(key, offer.claim.label)
            sites.setdefault(key, set()).add(offer.site_id)
    found = [
        OwnWords(
            written[key],
            tuple(sorted(names.get(site, "") for site in at)),
            tuple(suggestion.code for suggestion in suggest_code(written[key], catalogue)),
        )
        for key, at in sites.items()
    ]
    return sorted(found, key=lambda each: (-len(each.sites), each.words.casefold()))
