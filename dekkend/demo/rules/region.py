"""Which region grows from the seed: its land, postcode areas, children and schools?"""

from __future__ import annotations

import math
from typing import Any

from dekkend.demo.rules.chance import chance_for
from dekkend.demo.rules.mesh import COLUMNS, ROWS, Mesh, on_map
from dekkend.demo.words.region import Area, Cell, Ground, Place, Point, Region, School

RIVER_ROW = 3  # the river runs between rows 2 and 3 and reaches the sea at the harbour
VILLAGE_REACH = 1500.0  # metres
AGES = ("0-4", "5-9", "10-14")
LIVING = {"town": (70, 150), "village": (60, 110), "polder": (5, 35), "dune": (0, 10)}  # children of 5 to 9 in one area
GROWING = {"0-4": 0.95, "5-9": 1.0, "10-14": 1.04}
SIZES = {"regular": (70, 250), "special_primary": (110, 160), "special": (80, 120)}  # pupils of a school

Facts = dict[str, Any]


def make_region(facts: Facts) -> Region:
    """The region of these facts (the parsed `region.yaml`) and of their seed."""
    ground = make_ground(facts)
    areas = make_areas(facts, ground)
    return Region(areas, ground, make_schools(facts, areas))


def make_ground(facts: Facts) -> Ground:
    places = tuple(_place(row) for row in facts["places"])
    mesh = Mesh(facts["seed"], [place for place in places if place.kind == "town"])
    cells = tuple(mesh.cell(column, row) for row in range(ROWS) for column in range(COLUMNS))
    coast = mesh.line([(0, row) for row in range(ROWS + 1)])
    river = mesh.line([(column, RIVER_ROW) for column in range(COLUMNS, -1, -1)])
    return Ground(cells, coast, river, places)


def make_areas(facts: Facts, ground: Ground) -> tuple[Area, ...]:
    codes = [str(code) for first, last in facts["postcodes"] for code in range(first, last + 1)]
    hearts = {_heart(place, ground): place.kind for place in ground.places}
    order = sorted(ground.cells, key=lambda cell: (_nearest(cell.centre, ground.places).name, cell.row, cell.column))
    return tuple(
        _area(cell, code, hearts.get(cell) or _kind(cell, ground.places), facts["seed"], ground)
        for cell, code in zip(order, codes, strict=False)
    )


def make_schools(facts: Facts, areas: tuple[Area, ...]) -> tuple[School, ...]:
    """The schools of one place stand in its built-up areas, in turn."""
    taken: dict[str, int] = {}
    schools = []
    for number, (name, place, board, *kind) in enumerate(facts["schools"]):
        own = [area for area in areas if area.place == place and area.kind in ("town", "village")]
        area = own[taken.get(place, 0) % len(own)]
        taken[place] = taken.get(place, 0) + 1
        schools.append(_school(number, name, area, board, kind[0] if kind else "regular", facts))
    return tuple(schools)


def _place(row: Facts) -> Place:
    return Place(row["name"], row["kind"], on_map(row["column"], row["row"]), float(row.get("reach", VILLAGE_REACH)))


def _heart(place: Place, ground: Ground) -> Cell:
    """The piece of land that a place certainly stands on, however the corners were shaken."""
    own = [cell for cell in ground.cells if _nearest(cell.centre, ground.places) == place]
    return min(own or ground.cells, key=lambda cell: math.dist(cell.centre, place.centre))


def _area(cell: Cell, code: str, kind: str, seed: int, ground: Ground) -> Area:
    chance = chance_for(seed, "children", code)
    number = chance.randint(*LIVING[kind])
    children = {age: _by_five(number * GROWING[age] * chance.uniform(0.9, 1.1)) for age in AGES}
    return Area(code, _nearest(cell.centre, ground.places).name, kind, cell.outline, cell.centre, children)


def _kind(cell: Cell, places: tuple[Place, ...]) -> str:
    for place in places:
        if math.dist(cell.centre, place.centre) <= place.reach:
            return place.kind
    return "dune" if cell.column == 0 else "polder"


def _nearest(point: Point, places: tuple[Place, ...]) -> Place:
    """The place a piece of land belongs to; a town reaches further than a village."""
    return min(places, key=lambda place: math.dist(point, place.centre) - place.reach)


def _by_five(number: float) -> int:
    """Published numbers of inhabitants come in multiples of five."""
    return 5 * round(number / 5)


def _school(number: int, name: str, area: Area, board: str, kind: str, facts: Facts) -> School:
    chance = chance_for(facts["seed"], "school", number)
    x, y = area.centre
    return School(
        brin6=_code(number, name),
        name=name,
        kind=kind,
        board=board,
        place=area.place,
        street=facts["streets"][number % len(facts["streets"])],
        house_number=str(chance.randint(1, 120)) + ("a" if chance.random() < 0.1 else ""),
        postcode=f"{area.postcode} {_letters(23 * number + 5)}",
        point=(round(x + chance.uniform(-450, 450), 1), round(y + chance.uniform(-450, 450), 1)),
        pupils=chance.randint(*SIZES[kind]),
    )


def _code(number: int, name: str) -> str:
    """A site code from a range that the register does not use. A second site shares the code of the school named before it."""
    second = ", locatie " in name
    return f"99{_letters(number - 1 if second else number)}{'01' if second else '00'}"


def _letters(number: int) -> str:
    """Two letters for a number: AA, AB, and so on."""
    return chr(65 + number // 26 % 26) + chr(65 + number % 26)
