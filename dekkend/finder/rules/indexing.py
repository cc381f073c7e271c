"""How do offers and sites become arrays that can be searched at once?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from sys import intern

import numpy as np
from numpy.typing import NDArray

from dekkend.finder.rules.places import places_of
from dekkend.finder.words.results import NO, PAUSED, UNKNOWN, YES, Contact, Ground, Index, Reason
from dekkend.offers.rules.telling import different
from dekkend.offers.rules.wording import own_words
from dekkend.offers.words import PlainOffer, SiteOffer
from dekkend.register.words import Area, Geography, SiteOnMap

LONGEST_TEXT = 400  # characters of a school's own words in a result; the page of the school has all of it

Behind = Reason | PlainOffer
Stand = tuple[int, Behind | None]
OfSite = tuple[str, Mapping[str, Stand]]


def best_by_code(years: Mapping[int, str], plain: Iterable[PlainOffer], offers: Iterable[SiteOffer], today: date) -> dict[int, OfSite]:
    """By the key of the site its school year, and per code how it stands. Of several offers with one code the best counts.

    `years` are those of every public profile, also of one that says nothing of any kind.
    """
    found: dict[int, tuple[str, dict[str, Stand]]] = {site_id: (intern(year), {}) for site_id, year in years.items()}
    for row in plain:
        codes, state = found[row[0]][1], YES if row[5] else NO
        before = codes.get(row[3])
        if before is None or state >= before[0]:
            codes[row[3]] = (state, row)
    for offer in offers:
        _, codes = found.setdefault(offer.site_id, (intern(offer.school_year), {}))
        if not offer.code:
            continue
        state = state_of(offer)
        if state >= codes.get(offer.code, (UNKNOWN, None))[0]:
            codes[intern(offer.code)] = (state, reason_of(offer, today))
    return dict(found)


def reason_behind(said: Behind) -> Reason:
    """Plain offers are put into words when someone reads them: of a whole country that is done for the few that are shown."""
    if isinstance(said, Reason):
        return said
    words = own_words(said.key, said.choice, said.label, said.note, said.quote)
    return Reason(said.choice, said.label, short(words), said.school_year, said.confirmed_on, "", "")


def state_of(offer: SiteOffer) -> int:
    if offer.level is None:
        return UNKNOWN
    if not offer.offered:
        return NO
    return YES if offer.deliverable else PAUSED


def reason_of(offer: SiteOffer, today: date) -> Reason | None:
    if offer.level is None:
        return None
    claim = offer.claim
    said = different(offer, today)
    return Reason(
        choice=intern(claim.choice),
        label=intern(claim.label),
        text=short(own_words(claim.key, claim.choice, claim.label, claim.note, claim.quote)),
        year=intern(offer.school_year),
        confirmed_on=offer.confirmed_on if offer.deliverable else offer.claim.confirmed_on,  # saying "not now" confirms nothing
        different=said,
        note=offer.said.note_for_parents if said else "",
    )


def short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1].rsplit(" ", 1)[0] + "…"


def made(
    geography: Geography,
    codes: tuple[str, ...],
    offers: Mapping[int, OfSite],
    contacts: Mapping[str, Contact],
    *,
    fingerprint: str,
    regions: tuple[str, ...] = (),
    not_asked: Mapping[int, frozenset[str]] | None = None,
) -> Index:
    """The arrays over every site. A site without a point stands in the middle of its postcode area, when that is known.

    `not_asked` are by the key of a site the kinds of support for which the form of its profile has no question.
    """
    sites, areas = geography.sites, {area.postcode: area for area in geography.areas}
    points = [point_of(site, areas) for site in sites]
    states, reasons = filled(sites, codes, offers)
    by_name = sorted(range(len(sites)), key=lambda at: (sites[at].name.casefold(), sites[at].brin6))
    names = np.empty(len(sites), dtype=np.int32)
    names[by_name] = np.arange(len(sites))
    own = tuple(contacts.get(site.brin6, Contact()) for site in sites)
    return Index(
        codes=codes,
        sites=sites,
        contacts=own,
        x=np.array([point[0] for point in points], dtype=np.float64),
        y=np.array([point[1] for point in points], dtype=np.float64),
        states=states,
        reasons=reasons,
        years=tuple(offers.get(site.site_id or 0, ("", {}))[0] for site in sites),
        fresh=np.array([newest(per_site) for per_site in reasons], dtype=np.int32),
        kinds=np.array([site.kind for site in sites], dtype=np.str_),
        denominations=np.array([contact.denomination for contact in own], dtype=np.str_),
        names=names,
        areas=areas,
        places=places_of(geography.areas, sites),
        ground=ground_of(geography.areas),
        fingerprint=fingerprint,
        regions=regions,
        not_asked=tuple((not_asked or {}).get(site.site_id or 0, frozenset()) for site in sites),
    )


def ground_of(areas: Iterable[Area]) -> Ground:
    drawn = [area for area in areas if area.outlines]
    return Ground(
        x=np.array([area.point[0] for area in drawn], dtype=np.float64),
        y=np.array([area.point[1] for area in drawn], dtype=np.float64),
        names=tuple(area.name for area in drawn),
        rings=tuple(tuple(np.asarray(ring, dtype=np.float64) for ring in area.outlines) for area in drawn),
    )


def filled(
    sites: tuple[SiteOnMap, ...], codes: tuple[str, ...], offers: Mapping[int, OfSite]
) -> tuple[NDArray[np.int8], tuple[Mapping[int, Behind], ...]]:
    """What is not said stays UNKNOWN."""
    columns = {code: at for at, code in enumerate(codes)}
    states = np.full((len(sites), len(codes)), UNKNOWN, dtype=np.int8)
    reasons: list[Mapping[int, Behind]] = []
    for row, site in enumerate(sites):
        _, of_site = offers.get(site.site_id or 0, ("", {}))
        per_site = {}
        for code, (state, reason) in of_site.items():
            if code in columns and reason is not None:
                states[row, columns[code]] = state
                per_site[columns[code]] = reason
        reasons.append(per_site)
    return states, tuple(reasons)


def point_of(site: SiteOnMap, areas: Mapping[str, Area]) -> tuple[float, float]:
    if site.point is not None:
        return site.point
    area = areas.get(site.postcode) or areas.get(site.postcode[:4])
    return area.point if area is not None else (np.nan, np.nan)


def newest(reasons: Mapping[int, Behind]) -> int:
    return max((reason.confirmed_on.toordinal() for reason in reasons.values() if reason.confirmed_on), default=0)
