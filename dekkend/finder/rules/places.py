"""Where is the postcode or the place that someone typed?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dekkend.finder.rules.tokens import folded
from dekkend.finder.words.results import NamedPlace, Spot
from dekkend.kernel.sentences import say
from dekkend.register.words import Area, Point, SiteOnMap

POSTCODE = re.compile(r"([1-9]\d{3})\s*([a-zA-Z]{2})?")
LONGEST = 80  # characters
MOST_REGIONS = 5  # that are named
GAP = re.compile(r"[^a-z0-9]+")

Parts = dict[tuple[str, str], list[tuple[Point, float, str]]]  # by place and municipality: points with their weight and their region
Places = Mapping[str, tuple[NamedPlace, ...]]


class UnknownPlace(Exception):
    """We do not know this place, or not which one is meant; the text is a sentence for the person who typed it."""

    def __init__(self, sentence: str, choices: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.choices = tuple(choices)


def spot_of(typed: str, areas: Mapping[str, Area], places: Places, regions: Sequence[str] = ()) -> Spot | None:
    """Where to measure from; None for nothing typed. `regions` are those that take part here. Raises UnknownPlace."""
    text = " ".join(typed.split())[:LONGEST]
    if not text:
        return None
    if match := POSTCODE.fullmatch(text):
        return spot_of_postcode(match[1], (match[2] or "").upper(), areas, places, regions)
    if found := places.get(key_of(text)):
        return the_one(text, found)
    raise UnknownPlace(unknown_place(text, regions))


def the_one(text: str, found: tuple[NamedPlace, ...]) -> Spot:
    """The middle of several places that lie apart is nowhere: then the person says which one it is."""
    if len(found) > 1:
        sentence = say("Met ‘{place}’ kunt u meer dan een plaats bedoelen. Kies welke u bedoelt, of vul een postcode in.", place=text)
        raise UnknownPlace(sentence, [place.label for place in found])
    return Spot(found[0].label, found[0].point, rough=True, region=found[0].region)


def unknown_place(text: str, regions: Sequence[str]) -> str:
    """Where one may look here is said with it: else a place elsewhere leads to its postcode, and that back to a place."""
    if not regions:
        return say("Wij kennen de plaats ‘{place}’ niet. Vul een postcode in, bijvoorbeeld 1234 AB.", place=text)
    here = ", ".join(regions[:MOST_REGIONS])
    return say(
        "Wij kennen de plaats ‘{place}’ niet. Hier zoekt u in {regions}: vul een plaats of postcode van daar in.", place=text, regions=here
    )


def unknown_postcode(label: str, regions: Sequence[str]) -> str:
    if not regions:
        return say("Wij kennen postcode {postcode} niet. Controleer de cijfers, of vul de naam van een plaats in.", postcode=label)
    here = ", ".join(regions[:MOST_REGIONS])
    return say(
        "Wij kennen postcode {postcode} niet. Hier zoekt u in {regions}: vul een plaats of postcode van daar in.",
        postcode=label,
        regions=here,
    )


def spot_of_postcode(four: str, letters: str, areas: Mapping[str, Area], places: Places, regions: Sequence[str] = ()) -> Spot:
    label = f"{four} {letters}".strip()
    if letters and (area := areas.get(four + letters)):
        return Spot(label, area.point, area=four, region=area.region)
    if area := areas.get(four):
        return Spot(label, area.point, rough=True, area=four, region=area.region)
    if found := places.get(four):
        return Spot(label, found[0].point, rough=True, area=four, region=found[0].region)
    raise UnknownPlace(unknown_postcode(label, regions))


def places_of(areas: Iterable[Area], sites: Iterable[SiteOnMap]) -> dict[str, tuple[NamedPlace, ...]]:
    """By name what may be meant with it: one place, several of the same name that lie apart, or every place of a municipality.

    A place of several areas lies in the middle of its children; where nobody counted them, of its areas. Where no area is known the schools
    tell where a place lies, and the four digits of a postcode.
    """
    parts: Parts = {}
    for area in areas:
        town = (area.name or area.municipality, area.municipality)
        parts.setdefault(town, []).append((area.point, (area.children or 0) + 1.0, area.region))
    drawn, of_sites = {key_of(name) for name, _ in parts}, Parts()
    for site in sites:
        if site.point is not None:
            towns = ((readable(site.place), readable(site.municipality)), (site.postcode[:4], ""))
            for town in (each for each in towns if key_of(each[0]) not in drawn):
                of_sites.setdefault(town, []).append((site.point, 1.0, site.region))
    return by_name(parts | of_sites)


def by_name(parts: Parts) -> dict[str, tuple[NamedPlace, ...]]:
    """A name that several municipalities have is told apart by them, and found with them. A town goes before the municipality it is in."""
    towns: dict[str, dict[str, tuple[str, str, Point, str]]] = {}
    for (name, municipality), where in parts.items():
        towns.setdefault(key_of(name), {}).setdefault(key_of(municipality), (name, municipality, middle(where), where[0][2]))
    found: dict[str, tuple[NamedPlace, ...]] = {}
    around: dict[str, list[NamedPlace]] = {}
    for key, same in towns.items():
        told = [each for each in same.values() if each[1]] or list(same.values())
        named = [NamedPlace(f"{name} ({town})" if len(told) > 1 else name, point, region) for name, town, point, region in told]
        found[key] = tuple(named)
        for (_, town, *_), place in zip(told, named, strict=True):
            around.setdefault(key_of(town), []).append(place)
            found.setdefault(key_of(place.label), (place,))
    whole = {key: tuple(sorted(places, key=lambda place: place.label)) for key, places in around.items()}
    return {key: places for key, places in (whole | found).items() if key}


def middle(parts: Sequence[tuple[Point, float, str]]) -> Point:
    whole = sum(weight for _, weight, _ in parts)
    return sum(point[0] * weight for point, weight, _ in parts) / whole, sum(point[1] * weight for point, weight, _ in parts) / whole


def readable(name: str) -> str:
    """The register shouts the names of places."""
    return name.title() if name.isupper() else name


def key_of(name: str) -> str:
    return GAP.sub(" ", folded(name).replace("'", "").replace("’", "")).strip()
