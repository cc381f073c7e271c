"""What stands on the map of a plan: what was covered, what comes with it, what stays open, and which schools, by number?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dekkend.coverage.rules.map_drawing import INKS, LegendKey, MapDrawing, Shade, draw_map, frame_of, named
from dekkend.coverage.rules.map_geojson import degrees, geojson
from dekkend.coverage.words.coverage import COVERED, POSSIBLE
from dekkend.kernel.sentences import say
from dekkend.planning.words.advice import Advice, KindStand
from dekkend.register.words import Area, Geography

NEW = 3  # the ink of what the plan covers: between all and nothing
SAYS = {
    "was": say("{place}: was al gedekt"),
    "new": say("{place}: komt erbij"),
    "maybe": say("{place}: mogelijk, een school gaf nog geen antwoord"),
    "open": say("{place}: blijft open"),
}


@dataclass(frozen=True, slots=True)
class Pin:
    """A school of the plan on the map; `numbers` are those of its choices ("1", or "1, 4")."""

    x: float
    y: float
    numbers: str
    says: str


@dataclass(frozen=True, slots=True)
class PlanMap:
    """The drawing with the schools of the plan upon it."""

    drawing: MapDrawing
    pins: tuple[Pin, ...]


def state_of(kind: KindStand, at: int) -> str:
    """ "was", "new", "maybe" or "open", for the area in this row."""
    if int(kind.before_by_place[at]) == COVERED:
        return "was"
    after = int(kind.after_by_place[at])
    return "new" if after == COVERED else "maybe" if after == POSSIBLE else "open"


def shades(advice: Advice, kind: KindStand, areas: Iterable[Area]) -> dict[str, Shade]:
    """By postcode. A place that the plan did not know says nothing."""
    rows = {postcode: at for at, postcode in enumerate(advice.postcodes)}
    inks = {"was": INKS, "new": NEW, "maybe": 1, "open": 1}
    found = {}
    for area in areas:
        if (at := rows.get(area.postcode)) is not None:
            state = state_of(kind, at)
            found[area.postcode] = Shade(inks[state], maybe=state == "maybe", says=SAYS[state].format(place=named(area)))
    return found


def legend() -> list[LegendKey]:
    return [
        LegendKey(INKS, say("was al gedekt")),
        LegendKey(NEW, say("komt erbij")),
        LegendKey(1, say("blijft open")),
        LegendKey(None, say("mogelijk: een school gaf nog geen antwoord"), maybe=True),
    ]


def plan_map(advice: Advice, kind: KindStand, ground: Geography, *, title: str, says: str) -> PlanMap:
    """The map of one kind of a plan, with the schools that get it numbered as in the list of choices."""
    drawing = draw_map(ground, shades(advice, kind, ground.areas), title=title, says=says, legend=legend())
    return PlanMap(drawing, pins(advice, kind.code, ground))


def plan_geojson(
    advice: Advice, kind: KindStand, ground: Geography, links: Mapping[str, str], shaded: Mapping[str, Shade]
) -> dict[str, Any]:
    """The same map for the script that moves it; a school of the plan is a point with a `number`. `links` by postcode."""
    data = geojson(ground, shaded, links, frozenset())
    points = {site.brin6: site.point for site in ground.sites}
    for brin6, numbers in numbers_by_school(advice, kind.code).items():
        if point := points.get(brin6):
            told = {"kind": "school", "says": pin_says(advice, brin6, numbers), "number": ", ".join(map(str, numbers)), "late": False}
            geometry = {"type": "Point", "coordinates": degrees([point])[0]}
            data["features"].append({"type": "Feature", "geometry": geometry, "properties": told})
    return data


def pin_says(advice: Advice, brin6: str, numbers: Iterable[int]) -> str:
    name = next(choice.school for choice in advice.choices if choice.brin6 == brin6)
    return f"{', '.join(map(str, numbers))}. {name}"


def pins(advice: Advice, code: str, ground: Geography) -> tuple[Pin, ...]:
    frame, points = frame_of(ground), {site.brin6: site.point for site in ground.sites}
    found = []
    for brin6, numbers in numbers_by_school(advice, code).items():
        point = points.get(brin6)
        if point:
            x, y = frame.at(point)
            found.append(Pin(x, y, ", ".join(map(str, numbers)), pin_says(advice, brin6, numbers)))
    return tuple(found)


def numbers_by_school(advice: Advice, code: str) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, choice in enumerate(advice.choices, 1):
        if choice.code == code:
            found.setdefault(choice.brin6, []).append(number)
    return found
