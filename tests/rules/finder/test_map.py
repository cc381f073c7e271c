"""Can the names on the map be read, and does none stand there twice?"""

from __future__ import annotations

import pytest

from dekkend.finder.rules.drawing import drawing
from dekkend.finder.rules.indexing import made
from dekkend.finder.rules.searching import search
from dekkend.finder.words.results import Spot, Wish
from dekkend.register.words import Area, Geography

RING = ((-900.0, -900.0), (900.0, -900.0), (900.0, 900.0), (-900.0, 900.0))


def names_around(spot: Spot, *places: tuple[str, float, float]) -> list[str]:
    """The names on the map of 10 km around, of areas with these names and middles."""
    areas = tuple(
        Area(f"{9000 + at}", name, "", "PO0000", (x, y), 10.0, (tuple((x + dx, y + dy) for dx, dy in RING),))
        for at, (name, x, y) in enumerate(places)
    )
    index = made(Geography("", (), areas), (), {}, {}, fingerprint="1")
    return [name for name, _, _ in drawing(index, search(index, Wish((), spot, 10)), spot, 10, (), ()).names]


@pytest.mark.parametrize("typed", ["Zilverduin", "ZILVERDUIN", "'s Zilverduin"])
def test_the_place_that_was_asked_for_stands_on_the_map_once(typed):
    name = typed.title()
    assert names_around(Spot(typed, (0.0, 0.0)), (name, 300.0, 900.0), ("Zandvelde", 5000.0, 5000.0)) == ["Zandvelde"]


def test_no_name_stands_under_what_was_asked_for():
    spot = Spot("9999 ZA", (0.0, 0.0))
    places = (("Zilverduin", 1200.0, 0.0), ("Zandvelde", -5000.0, 0.0), ("Noordkaap", 1200.0, 4000.0))
    assert names_around(spot, *places) == ["Noordkaap", "Zandvelde"]
