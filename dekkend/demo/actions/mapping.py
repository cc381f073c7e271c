"""How does the made-up region get its ground: where schools and areas lie, how many children live there, and its outlines?"""

from __future__ import annotations

from datetime import date

from dekkend.demo.rules.borders import border_around
from dekkend.demo.words.region import Area, Region, School
from dekkend.register.actions.keeping import Origin, keep_areas, keep_borders, keep_regions, keep_shapes, keep_sites
from dekkend.register.models import RegisterSite
from dekkend.register.words.records import AreaRecord, Count, Drawing, RegisterKind, SiteRecord

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
