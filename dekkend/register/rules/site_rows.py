"""What does one row of a list say about a school site, in any of the ways DUO and others write it?"""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.kernel.sentences import say
from dekkend.register.rules.kinds import is_secondary, register_kind
from dekkend.register.rules.writing import brin6_of, clean, first_of, number_between, postcode_of, region_of, website_of
from dekkend.register.words.records import Count, RegisterKind, SiteRecord

Row = Mapping[str, str]
Point = tuple[float, float]
LONGEST = 200  # characters of a name

NO_CODE = say("De vestigingscode ontbreekt of klopt niet: 2 cijfers, 2 letters en 2 cijfers.")
NO_NAME = say("De naam ontbreekt.")
NO_POSTCODE = say("De postcode ontbreekt of klopt niet.")
ODD_KIND = say("Deze soort onderwijs kennen wij niet.")
ODD_COUNT = say("Het aantal leerlingen is geen getal.")


class Unusable(Exception):
    """This row cannot be used; the text says why."""


class Elsewhere(Exception):
    """This row is fine, but of secondary education: another register."""


def site_of(row: Row, point: Point | None) -> SiteRecord:
    """The row (headings as `writing.heading` writes them) as a site; `point` in metres (RD). Raises Unusable or Elsewhere.

    A list without a column for the kind is DUO's list of primary schools. Pupils come without a day: the list's date says which count.
    """
    kind = _kind(row)
    brin6 = code_of(row)
    name = clean(first_of(row, "NAAM", "VESTIGINGSNAAM", "INSTELLINGSNAAM"))
    postcode = postcode_of(first_of(row, "POSTCODE"))
    for found, problem in ((brin6, NO_CODE), (name, NO_NAME), (postcode, NO_POSTCODE)):
        if not found:
            raise Unusable(problem)
    x, y = point or (None, None)
    return SiteRecord(
        brin6=brin6,
        name=name[:LONGEST],
        kind=kind.value,
        street=first_of(row, "STRAAT", "STRAATNAAM")[:LONGEST],
        house_number=_house_number(row),
        postcode=postcode,
        place=first_of(row, "PLAATS", "PLAATSNAAM")[:100],
        municipality=first_of(row, "GEMEENTE", "GEMEENTENAAM")[:100],
        province=first_of(row, "PROVINCIE")[:50],
        denomination=first_of(row, "DENOMINATIE")[:100],
        website=website_of(first_of(row, "WEBSITE", "INTERNETADRES"))[:LONGEST],
        board_number=first_of(row, "BEVOEGD_GEZAG_NUMMER")[:5],
        board_name=first_of(row, "BEVOEGD_GEZAG_NAAM")[:LONGEST],
        region=region_of(first_of(row, "SWV_PO_2015", "SWV_PO", "SWV")),
        x=x,
        y=y,
        pupils=_pupils(row),
    )


def code_of(row: Row) -> str:
    """The site code of six signs, whichever columns hold it; "" when it is not one."""
    brin4 = first_of(row, "BRIN_NUMMER", "INSTELLINGSCODE", "BRIN4", "BRIN")
    return brin6_of(first_of(row, "BRIN6", "VESTIGINGSCODE", "VESTIGINGSNUMMER"), brin4)


def _kind(row: Row) -> RegisterKind:
    written = first_of(row, "SOORT", "TYPE", "SOORT_PRIMAIR_ONDERWIJS", "SOORT_PO", "TYPE_PO")
    if not written:
        return RegisterKind.BAO
    kind = register_kind(written)
    if kind is None:
        raise Elsewhere if is_secondary(written) else Unusable(ODD_KIND)
    return kind


def _house_number(row: Row) -> str:
    """In one column ("12-a") or in three; written as the schools of a region write it."""
    whole = first_of(row, "HUISNUMMER_TOEVOEGING")
    if whole:
        return whole[:20]
    addition = first_of(row, "TOEVOEGING", "HUISNUMMERTOEVOEGING")
    return f"{first_of(row, 'HUISNUMMER')}{first_of(row, 'HUISLETTER')}{addition and '-' + addition}"[:20]


def _pupils(row: Row) -> Count | None:
    try:
        bounds = number_between(first_of(row, "LEERLINGEN", "AANTAL_LEERLINGEN"))
    except ValueError:
        raise Unusable(ODD_COUNT) from None
    return Count(*bounds) if bounds else None
