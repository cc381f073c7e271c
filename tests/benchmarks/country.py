"""How does a benchmark get a database with every school of the country and a public offer of each? Made up, and written in one go."""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from typing import Any

from django.utils import timezone

from dekkend.finder.queries.index import make_ready
from dekkend.offers.gateways import made_with
from dekkend.offers.models import Offer, Projection, RegionOffers
from dekkend.organisations.models import Board, Partnership, Place, Site
from dekkend.profiles.models import ProfileVersion
from dekkend.register.models import RegisterSite
from dekkend.register.words import Area, SiteOnMap
from tests.benchmarks.bench_finder import CODES, NO, REGIONS, UNKNOWN, WORDS, country

AT_A_TIME = 500
YEAR = "2026-2027"


def fill() -> None:
    """The country of `bench_finder` in the database of this process."""
    ground, states = country()
    today = timezone.localdate()
    regions = Partnership.objects.bulk_create([Partnership(code=f"PO{at:04}", name=f"SWV {at}") for at in range(REGIONS)])
    Place.objects.bulk_create([a_place(area) for area in ground.areas], batch_size=AT_A_TIME)
    board = Board.objects.create(number="00001", name="Stichting Verzonnen")
    sites = [a_site(each, regions[at % REGIONS], board) for at, each in enumerate(ground.sites)]
    sites = Site.anywhere.bulk_create(sites, batch_size=AT_A_TIME)
    RegisterSite.objects.bulk_create([in_register(each) for each in ground.sites], batch_size=AT_A_TIME)
    versions = ProfileVersion.anywhere.bulk_create([a_version(site, today) for site in sites], batch_size=AT_A_TIME)
    Projection.anywhere.bulk_create([Projection(version=version, made_with=made_with()) for version in versions], batch_size=AT_A_TIME)
    for at in range(0, len(versions), AT_A_TIME):
        rows = zip(versions[at : at + AT_A_TIME], states[at : at + AT_A_TIME].tolist(), strict=True)
        Offer.anywhere.bulk_create([offer for version, row in rows for offer in offers_of(version, row, today)], batch_size=AT_A_TIME)
    RegionOffers.anywhere.bulk_create([RegionOffers(partnership=region, revision=1) for region in regions])


def a_place(area: Area) -> Place:
    return Place(postcode=area.postcode, name=area.name, x=area.point[0], y=area.point[1], children={"5-9": 300})


def a_site(each: SiteOnMap, region: Partnership, board: Board) -> Site:
    known = {"street": "Straat", "house_number": "1", "place": "Plaats", "postcode": f"{each.postcode[:4]} ZZ"}
    return Site(partnership=region, board=board, brin6=each.brin6, name=each.name, **known)


def in_register(each: SiteOnMap) -> RegisterSite:
    x, y = each.point or (None, None)
    return RegisterSite(brin6=each.brin6, name=each.name, kind="BAO", x=x, y=y, postcode=each.postcode)


def a_version(site: Site, today: date) -> ProfileVersion:
    shape: dict[str, Any] = {"template": "haaglanden", "school_year": YEAR, "number": 1, "fingerprint": site.brin6.rjust(64, "0")}
    values = {"school": {"phone": "000-0000000", "email": "school@dekkend.example"}}
    return ProfileVersion(site=site, values=values, frozen_at=timezone.now(), adopted_on=today, published_on=today, **shape)


def offers_of(version: ProfileVersion, row: list[int], today: date) -> list[Offer]:
    note = WORDS.format(hours=version.site_id % 30)
    return [an_offer(version, at, state, note if state not in (UNKNOWN, NO) else "", today) for at, state in enumerate(row)]


def an_offer(version: ProfileVersion, at: int, state: int, note: str, today: date) -> Offer:
    level, choice = (None, "") if state == UNKNOWN else (0, "no") if state == NO else (1, "yes")
    code = CODES[at]
    named = {"key": code, "code": code, "label": code, "block": code.partition(".")[0], "path": code}
    return Offer(version=version, number=at, level=level, choice=choice, note=note, confirmed_on=today, **named)


def make() -> None:
    """Make what the finder searches in, out of this database; as JSON seconds of the processor, on the clock, and megabytes."""
    began, worked = time.perf_counter(), time.process_time()
    make_ready(timezone.localdate()).result()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    json.dump((time.process_time() - worked, time.perf_counter() - began, peak), sys.stdout)
