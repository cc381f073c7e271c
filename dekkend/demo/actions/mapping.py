"""How does the made-up region get its ground: where schools and areas lie, how many children live there, and its outlines?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dekkend.demo.rules.borders import border_around
from dekkend.demo.words.region import Area, Region, School
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Site
from dekkend.register.actions.keeping import Origin, keep_areas, keep_borders, keep_regions, keep_shapes, keep_sites
from dekkend.register.models import Closure, RegisterSite
from dekkend.register.words.records import AreaRecord, Count, Drawing, RegisterKind, SiteRecord

Json = dict[str, Any]
MADE_UP = "verzonnen"
FIRST_DAY = date(2023, 10, 1)  # the count date of the first year of the story
KIND = {"regular": RegisterKind.BAO, "special_primary": RegisterKind.SBO, "special": RegisterKind.SO}


def put_on_the_map(region: Region, code: str, municipality: str) -> None:
    """Fill the register with the made-up region, once."""
    if RegisterSite.objects.filter(region=code).exists():
        return
    origin = Origin(MADE_UP, FIRST_DAY)
    keep_sites([_site(school, code, municipality) for school in region.schools], origin)
    keep_areas([_area(area, municipality) for area in region.areas], origin)
    keep_regions({area.postcode: code for area in region.areas}, FIRST_DAY, MADE_UP)
    keep_shapes([Drawing(area.postcode, (area.outline,)) for area in region.areas], MADE_UP, 0.0)
    keep_borders([Drawing(municipality, border_around([area.outline for area in region.areas]))], MADE_UP, 0.0)


def announce_closings(closings: Iterable[Json], sites: Mapping[str, Site], today: date) -> None:
    """What the region took over from the published lists: which school closes, and on which day.

    A demo that is begun after that day has the school close at the end of its own school year, so that the story holds.
    """
    for row in closings:
        day = max(row["closed_on"], SchoolYear.of(today).next.first_day)
        Closure.anywhere.get_or_create(site=sites[row["school"]], defaults={"closed_on": day})


def _site(school: School, code: str, municipality: str) -> SiteRecord:
    x, y = school.point
    return SiteRecord(
        brin6=school.brin6,
        name=school.name,
        kind=KIND[school.kind].value,
        street=school.street,
        house_number=school.house_number,
        postcode=school.postcode.replace(" ", ""),
        place=school.place,
        municipality=municipality,
        website=f"www.{school.host}",
        board_number=school.board,
        region=code,
        x=x,
        y=y,
        pupils=Count(school.pupils, school.pupils, FIRST_DAY),
    )


def _area(area: Area, municipality: str) -> AreaRecord:
    x, y = (round(metres, 1) for metres in area.centre)
    children = {band: (number, number) for band, number in area.children.items()}
    return AreaRecord(area.postcode, area.place, municipality, "", x, y, children)
