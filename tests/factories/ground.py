"""How does a test put schools and places on the map of the register?"""

from __future__ import annotations

from datetime import date

from dekkend.organisations.models import Partnership, Site
from dekkend.register.actions.keeping import Origin, changed, keep_areas, keep_regions, keep_sites
from dekkend.register.words.records import AreaRecord, RegisterKind, SiteRecord

SINCE = date(2023, 10, 1)


def put_site(site: Site, x: float, y: float) -> None:
    """This school lies here: metres in the Dutch grid."""
    known = {"name": site.name, "street": site.street, "house_number": site.house_number, "postcode": site.postcode, "place": site.place}
    record = SiteRecord(
        brin6=site.brin6, kind=RegisterKind.BAO.value, municipality="Zilverkust", region=site.partnership.code, x=x, y=y, **known
    )
    keep_sites([record], Origin("verzonnen", SINCE))
    changed()


def put_area(region: Partnership, postcode: str, x: float, y: float, children: int, municipality: str = "Zilverkust") -> None:
    """Here live so many children of 5 to 9, and none of other ages."""
    bands = {"0-4": (0, 0), "5-9": (children, children), "10-14": (0, 0)}
    keep_areas([AreaRecord(postcode, f"Duin {postcode}", municipality, "", x, y, bands)], Origin("verzonnen", SINCE))
    keep_regions({postcode: region.code}, SINCE, "verzonnen")
    changed()
