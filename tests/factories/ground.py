"""How does a test put schools and places on the map of the register?"""

from __future__ import annotations

from datetime import date

from dekkend.coverage.gateways import kept
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Partnership, Place, Site
from dekkend.register.actions.keeping import Origin, changed, keep_areas, keep_regions, keep_sites
from dekkend.register.queries import geography
from dekkend.register.words.records import AreaRecord, RegisterKind, SiteRecord
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_board, a_site

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
    keep_regions({postcode[:4]: region.code}, SINCE, "verzonnen")
    changed()


def a_large_area(postcode: str = "9999") -> Place:
    """So many children live here that it may stand beside what one of them needs."""
    known = {"name": "Zilverduin", "x": 1000.0, "y": 1000.0, "children": {"0-4": 900, "5-9": 900, "10-14": 900}}
    return Place.objects.get_or_create(postcode=postcode, defaults=known)[0]


def two_schools_apart(site: Site) -> Site:
    """This school with NT2 and children at its door; one without a profile nine kilometres away, with children, three of them alone."""
    kept.forget()
    geography.forget()
    a_public_offer(site)
    other = a_site(site.partnership, a_board("Stichting met een heel lange naam aan de kust"), name="De School van een heel lange naam")
    take_up()
    put_site(site, 100_000, 400_000)
    put_site(other, 109_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    put_area(site.partnership, "9997", 112_000, 405_000, 3)
    return site


def two_more_schools(region: Partnership) -> None:
    """Near the middle, each with a public profile: whoever counts queries asks again afterwards."""
    for at in range(2):
        more = a_site(region, a_board(f"Bestuur {at}"), name=f"De Duinroos {at}")
        a_public_offer(more)
        put_site(more, 100_000 + 100 * at, 400_100)
    take_up()
