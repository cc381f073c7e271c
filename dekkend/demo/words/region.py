"""Of what does the made-up region consist: areas with children, places, boards, schools?"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]  # metres east and north, as the Dutch grid counts; the region lies where on a real map there is sea
YEARS = ("2023-2024", "2024-2025", "2025-2026", "2026-2027")  # the school years that the story tells


@dataclass(frozen=True, slots=True)
class Place:
    """A town or village. `reach` is how far from its centre its houses stand, in metres."""

    name: str
    kind: str
    centre: Point
    reach: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of land: its outline (first point not repeated) and its place in the rows and columns of the map."""

    column: int
    row: int
    outline: tuple[Point, ...]
    centre: Point


@dataclass(frozen=True, slots=True)
class Ground:
    """The map. Cells fit together without gaps; `river` runs along their edges to the sea; `places` in the order of the file."""

    cells: tuple[Cell, ...]
    coast: tuple[Point, ...]
    river: tuple[Point, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A postcode area. `kind` is dune, town, village or polder; `children` are numbers by age: "0-4", "5-9", "10-14"."""

    postcode: str
    place: str
    kind: str
    outline: tuple[Point, ...]
    centre: Point
    children: dict[str, int]


@dataclass(frozen=True, slots=True)
class School:
    """A school site. `pupils` is the number on 1 October of the first year; `kind` a code of `organisations.words.Kind`."""

    brin6: str
    name: str
    kind: str
    board: str
    place: str
    street: str
    house_number: str
    postcode: str
    point: Point
    pupils: int

    @property
    def host(self) -> str:
        """The made-up address on the web, under a name that can never be registered."""
        letters = "".join(letter for letter in self.name.lower() if letter.isalnum())
        return f"{letters}.example"


@dataclass(frozen=True, slots=True)
class Region:
    """The made-up region on the first day of the story."""

    areas: tuple[Area, ...]
    ground: Ground
    schools: tuple[School, ...]

    def school(self, name: str) -> School:
        return next(school for school in self.schools if school.name == name)
