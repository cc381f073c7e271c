"""Where is the postcode or the place that someone typed?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dekkend.finder.rules.tokens import folded
from dekkend.finder.words.results import Spot
from dekkend.kernel.sentences import say
from dekkend.register.words import Area, Point, SiteOnMap

POSTCODE = re.compile(r"([1-9]\d{3})\s*([a-zA-Z]{2})?")
LONGEST = 80  # characters
MOST_REGIONS = 5  # that are named
GAP = re.compile(r"[^a-z0-9]+")


class UnknownPlace(Exception):
    """We do not know this place; the text is a sentence for the person who typed it."""


def spot_of(typed: str, areas: Mapping[str, Area], places: Mapping[str, tuple[str, Point]], regions: Sequence[str] = ()) -> Spot | None:
    """Where to measure from; None for nothing typed. `regions` are those that take part here. Raises UnknownPlace."""
    text = " ".join(typed.split())[:LONGEST]
    if not text:
        return None
    if match := POSTCODE.fullmatch(text):
        return spot_of_postcode(match[1], (match[2] or "").upper(), areas, places, regions)
    if found := places.get(key_of(text)):
        return Spot(found[0], found[1], rough=True)
    raise UnknownPlace(unknown_place(text, regions))


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


def spot_of_postcode(
    four: str, letters: str, areas: Mapping[str, Area], places: Mapping[str, tuple[str, Point]], regions: Sequence[str] = ()
) -> Spot:
    label = f"{four} {letters}".strip()
    if letters and (area := areas.get(four + letters)):
        return Spot(label, area.point, area=four)
    if area := areas.get(four):
        return Spot(label, area.point, rough=True, area=four)
    if found := places.get(four):
        return Spot(label, found[1], rough=True, area=four)
    raise UnknownPlace(unknown_postcode(label, regions))


def places_of(areas: Iterable[Area], sites: Iterable[SiteOnMap]) -> dict[str, tuple[str, Point]]:
    """By name, and by the four digits of schools where no area is known: what it is called, and the middle of it.

    A place of several areas lies in the middle of its children; where nobody counted them, of its areas.
    """
    named: dict[str, list[tuple[str, Point, float]]] = {}
    for area in areas:
        weight = (area.children or 0) + 1
        for name in {area.name, area.municipality} - {""}:
            named.setdefault(key_of(name), []).append((name, area.point, weight))
    for site in sites:
        if site.point is None:
            continue
        for name in (site.place, site.postcode[:4]):
            key = key_of(name)
            if key and (key not in named or named[key][0][2] == 0):
                named.setdefault(key, []).append((readable(name), site.point, 0))
    return {key: (parts[0][0], middle(parts)) for key, parts in named.items() if key}


def middle(parts: list[tuple[str, Point, float]]) -> Point:
    weights = [weight or 1.0 for _, _, weight in parts]
    whole = sum(weights)
    x = sum(point[0] * weight for (_, point, _), weight in zip(parts, weights, strict=True)) / whole
    y = sum(point[1] * weight for (_, point, _), weight in zip(parts, weights, strict=True)) / whole
    return x, y


def readable(name: str) -> str:
    """The register shouts the names of places."""
    return name.title() if name.isupper() else name


def key_of(name: str) -> str:
    return GAP.sub(" ", folded(name).replace("'", "").replace("’", "")).strip()
