"""Where do the schools that this person looks at stand in the round of a year?"""

from __future__ import annotations

from datetime import date

from dekkend.adoption.queries.campaign import place_of, places_of, taking_part
from dekkend.adoption.queries.overview import stands_of
from dekkend.adoption.words.campaign import Place
from dekkend.coverage.words.reach import REGION
from dekkend.organisations.models import Partnership
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Role, Scope
from dekkend.register.queries.closures import still_open


def places_seen(scope: Scope, region: Partnership, school_year: str, *, today: date) -> list[Place]:
    """Every open school of the region for who works for it; of a board its own. The late ones first, in a fixed number of queries."""
    if scope.roles() & set(REGION):
        return places_of(scope, region, school_year, today=today)
    sites = list(still_open(sites_within(scope.only(Role.BOARD)).filter(partnership=region)).order_by("name", "brin6"))
    stands = stands_of(sites, school_year, today=today)
    joined = taking_part(sites)
    found = [place_of(site, stands[site.pk], joined) for site in sites]
    return sorted(found, key=lambda each: (not each.late, each.order))
