"""May a question be like this, how is it stored, and what does one offer of each kind cost for it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from dekkend.coverage.rules.kinds import LEAST_KM, MOST_KM
from dekkend.coverage.words import Per, Rate, Refused
from dekkend.kernel.school_years import parse_school_year
from dekkend.kernel.sentences import say
from dekkend.organisations.words import FOR_CHILDREN
from dekkend.planning.words.asking import MOST_EUROS, MOST_HOURS, MOST_KINDS, MOST_OFFERS, MOST_SITES, Asked, Least, Way
from dekkend.profiles.words.catalogue import Catalogue

CENTS = Decimal(100)
BOUNDS = {
    Way.OFFERS: (MOST_OFFERS, say("Het aantal scholen kan niet. Vul een getal in van 1 tot en met 50.")),
    Way.EUROS: (MOST_EUROS, say("Dit bedrag kan niet. Vul hele euro's in, van 1 tot en met 100 miljoen.")),
    Way.SHARE: (100, say("Dit percentage kan niet. Vul een getal in van 1 tot en met 100.")),
}


class NoAmount(Refused):
    """What a kind costs was not filled in; the text leads to where that is done."""


def as_data(asked: Asked) -> dict[str, Any]:
    """The question as it is stored and exported."""
    return {
        "codes": list(asked.codes),
        "way": asked.way.value,
        "number": asked.number,
        "least": asked.least.value,
        "radius_km": asked.radius_km,
        "school_year": asked.school_year,
        "site_kinds": list(asked.site_kinds),
        "without": list(asked.without),
        "certain": list(asked.certain),
        "hours": {code: str(hours) for code, hours in asked.hours},
    }


def from_data(data: Mapping[str, Any]) -> Asked:
    """What `as_data` made, also when it came from elsewhere. Raises Refused for what is no question."""
    try:
        return Asked(
            codes=_texts(data["codes"]),
            way=Way(data["way"]),
            number=_whole(data["number"]),
            least=Least(data.get("least") or Least.OFFERS.value),
            radius_km=None if data.get("radius_km") is None else float(data["radius_km"]),
            school_year=str(data.get("school_year") or ""),
            site_kinds=_texts(data.get("site_kinds") or ()),
            without=_texts(data.get("without") or ()),
            certain=_texts(data.get("certain") or ()),
            hours=tuple((str(code), Decimal(str(hours))) for code, hours in (data.get("hours") or {}).items()),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, InvalidOperation):
        raise Refused(say("Dit is geen vraag die Dekkend kent. Vul het formulier opnieuw in.")) from None


def _texts(given: Any) -> tuple[str, ...]:
    if isinstance(given, str) or not all(isinstance(each, str) for each in given):
        raise TypeError
    return tuple(given)


def _whole(given: Any) -> int:
    if isinstance(given, bool) or not isinstance(given, int):
        raise TypeError
    return given


def checked(asked: Asked, catalogue: Catalogue, sites: Mapping[str, str]) -> Asked:
    """The same question in the order of the catalogue. `sites` are names of the region by brin6. Raises Refused with what is wrong."""
    known = {item.code: item for item in catalogue.items}
    most, wrong = BOUNDS[asked.way]
    if not 1 <= asked.number <= most:
        raise Refused(wrong)
    if not asked.codes:
        raise Refused(say("Er is geen soort hulp gekozen. Kies er minstens een."))
    if set(asked.codes) - known.keys() or len(set(asked.codes)) > MOST_KINDS:
        raise Refused(say("Een soort hulp staat niet in de catalogus. Kies uit de lijst."))
    if asked.radius_km is not None and not LEAST_KM <= asked.radius_km <= MOST_KM:
        raise Refused(say("De afstand is te klein of te groot. Kies iets tussen 0,5 en 25 km."))
    if asked.school_year and parse_school_year(asked.school_year) is None:
        raise Refused(say("Dit is geen schooljaar. Schrijf het zo: 2026-2027."))
    if set(asked.site_kinds) - {kind.value for kind in FOR_CHILDREN}:
        raise Refused(say("Deze soort school is er niet. Kies uit de lijst."))
    _check_sites(asked, sites)
    if any(code not in known or not hours.is_finite() or not 0 < hours <= MOST_HOURS for code, hours in asked.hours):
        raise Refused(say("Het aantal uren per week kan niet. Vul een getal in van meer dan 0 tot en met 100."))
    return replace(
        asked,
        codes=tuple(item.code for item in catalogue.items if item.code in asked.codes),
        without=tuple(sorted(set(asked.without))),
        certain=tuple(sorted(set(asked.certain))),
        hours=tuple(sorted((code, hours) for code, hours in asked.hours if code in asked.codes)),
    )


def _check_sites(asked: Asked, known: Mapping[str, str]) -> None:
    named = {*asked.without, *asked.certain}
    if len(named) > MOST_SITES:
        raise Refused(say("Er zijn te veel scholen genoemd. Noem er hoogstens 100."))
    if strange := named - known.keys():
        raise Refused(say("De school {school} ligt niet in deze regio. Kies uit de lijst.", school=min(strange)[:40]))
    if both := set(asked.without) & set(asked.certain):
        raise Refused(
            say("U koos dat {school} niet kan, en ook dat deze school er zeker bij moet. Kies een van beide.", school=known[min(both)])
        )


def with_hours_that_count(asked: Asked, rates: Iterable[Rate]) -> Asked:
    """Without hours for what is not paid by the hour: they would stand beside an amount that has nothing to do with them."""
    paid = {rate.code for rate in rates if rate.per is Per.HOUR} if asked.needs_money else set()
    return replace(asked, hours=tuple((code, hours) for code, hours in asked.hours if code in paid))


def costs_of(asked: Asked, catalogue: Catalogue, rates: Iterable[Rate], school_year: str) -> dict[str, int]:
    """What one offer of each kind costs for a school year in whole cents; 1 for each when money does not count.

    Raises NoAmount when the region did not fill in an amount, Refused when hours are not known.
    """
    if not asked.needs_money:
        return dict.fromkeys(asked.codes, 1)
    known, hours = {rate.code: rate for rate in rates}, dict(asked.hours)
    found: dict[str, int] = {}
    for code in asked.codes:
        item, rate = catalogue.item(code), known.get(code)
        label = item.label if item else code
        if rate is None or rate.euros <= 0:
            raise NoAmount(
                say(
                    "Wat {kind} kost in {year}, is niet ingevuld. De directeur of de beheerder van het samenwerkingsverband vult dit in "
                    "bij Dekking, Bedragen; er is geen standaardbedrag.",
                    kind=label,
                    year=school_year,
                )
            )
        if rate.per is Per.HOUR and code not in hours:
            raise Refused(say("Voor {kind} betaalt u per uur. Vul in hoeveel uur per week een school ervan krijgt.", kind=label))
        number = hours[code] if rate.per is Per.HOUR else Decimal(1)
        found[code] = max(1, int((rate.euros * number * CENTS).quantize(Decimal(1), ROUND_HALF_UP)))
    return found
