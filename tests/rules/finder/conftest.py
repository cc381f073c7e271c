"""Which made-up country do the tests of searching walk through?"""

from __future__ import annotations

import random
from datetime import date

import pytest

from dekkend.finder.rules.indexing import made
from dekkend.finder.words.results import NO, PAUSED, UNKNOWN, YES, Contact, Index, Reason
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.words import Area, Geography, SiteOnMap

CODES = tuple(item.code for item in load_catalogue().items)
CHOICES = {YES: "yes", PAUSED: "yes", NO: "no"}


def a_site_on_map(number: int, point: tuple[float, float] | None, postcode: str = "9999ZZ") -> SiteOnMap:
    known = {"kind": "regular", "place": "Zilverduin", "municipality": "", "region": "PO0000", "board_id": 1, "board": "", "pupils": None}
    return SiteOnMap(brin6=f"99ZZ{number:02}", site_id=number + 1, name=f"School {number:02}", postcode=postcode, point=point, **known)


def index_of(states: list[dict[str, int]], points: list[tuple[float, float] | None]) -> Index:
    """Sites with how they stand on each code; what is not said is unknown."""
    sites = tuple(a_site_on_map(number, point) for number, point in enumerate(points))
    offers = {
        site.site_id: ("2026-2027", {code: (state, reason_for(state)) for code, state in of_site.items()})
        for site, of_site in zip(sites, states, strict=True)
        if of_site
    }
    areas = (Area("9999", "Zilverduin", "Zilverkust", "PO0000", (0.0, 0.0), 100.0),)
    contacts = {site.brin6: Contact() for site in sites}
    return made(Geography("", sites, areas), CODES, offers, contacts, fingerprint="1")


def reason_for(state: int) -> Reason | None:
    return None if state == UNKNOWN else Reason(CHOICES[state], "", "Zo staat het er.", "2026-2027", date(2026, 9, 1), "", "")


@pytest.fixture
def country() -> Index:
    """Forty schools in a square of 10 km, with answers by chance."""
    chance = random.Random(7)
    points = [(chance.uniform(-5000, 5000), chance.uniform(-5000, 5000)) for _ in range(40)]
    states = [{code: chance.choice((UNKNOWN, NO, PAUSED, YES)) for code in chance.sample(CODES, 20)} for _ in range(40)]
    return index_of(states, points)
