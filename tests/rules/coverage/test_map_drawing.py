"""Does the map show every place once, in the right ink, north up, and the same in a page, a document and GeoJSON?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from dekkend.coverage.rules.map_drawing import LegendKey, Shade, draw_map, ink_of
from dekkend.coverage.rules.map_geojson import geojson
from dekkend.coverage.rules.map_picture import map_picture
from dekkend.register.words import Area, Geography, SiteOnMap

SOUTH = Area(
    "9991", "Zuidhoek", "Zilverduin", "PO9999", (80_000, 450_000), 900.0, (((79_000, 449_000), (81_000, 449_000), (81_000, 451_000)),)
)
NORTH = Area("9992", "Noordhoek", "Zilverduin", "PO9999", (80_000, 453_000), 400.0)  # nobody knows its border
SITE = SiteOnMap("99ZZ01", None, "De <Vuursprot>", "BAO", "9991AA", "Zilverduin", "Zilverduin", "PO9999", None, "", (80_500, 450_200), 100)
BORDER = ("Zilverduin", (((78_500, 448_500), (82_000, 448_500), (82_000, 454_500), (78_500, 454_500)),))
GROUND = Geography("PO9999", (SITE,), (SOUTH, NORTH), borders=(BORDER,))
SHADES = {"9991": Shade(5, maybe=False, says="9991 Zuidhoek: 12 van 12"), "9992": Shade(1, maybe=True, says="9992 Noordhoek: 0 van 12")}


def drawing(ground: Geography = GROUND):
    return draw_map(ground, SHADES, title="Kaart", says="Wat er te zien is.", legend=[LegendKey(5, "alle")], late=frozenset(["99ZZ01"]))


def test_north_is_up_and_everything_lies_in_the_box():
    drawn = drawing()
    south, north = drawn.areas
    assert north.y < south.y
    for area in drawn.areas:
        assert 0 <= area.x <= drawn.wide
        assert 0 <= area.y <= drawn.high


def test_a_place_without_a_border_is_drawn_around_where_people_live():
    assert drawing().areas[1].path.count("L") == 7


def test_the_scale_stands_for_the_metres_it_says():
    drawn = drawing()
    per_metre = (drawn.areas[0].y - drawn.areas[1].y) / 3000
    assert drawn.scale.text == "500 m"
    assert drawn.scale.to - drawn.scale.x == pytest.approx(500 * per_metre, abs=0.2)


def test_a_region_without_places_gives_a_map_without_areas():
    drawn = drawing(Geography("PO9999", (), ()))
    assert (drawn.areas, drawn.scale) == ((), None)


def test_the_picture_for_a_document_is_whole_and_hatches_what_is_not_known():
    root = ET.fromstring(map_picture(drawing()))
    fills = [each.get("fill") for each in root.iter() if each.tag.endswith("path")]
    assert fills.count("url(#h)") == 1
    assert "#ffffff" in fills


def test_geojson_has_every_place_school_and_border_in_degrees():
    data = geojson(GROUND, SHADES, {"9991": "/dekking/plek/9991/"}, frozenset())
    kinds = [each["properties"]["kind"] for each in data["features"]]
    assert kinds == ["area", "area", "border", "school"]
    for longitude, latitude in data["features"][0]["geometry"]["coordinates"][0][0]:
        assert 4 < longitude < 5
        assert 51 < latitude < 53
    first = data["features"][0]["geometry"]["coordinates"][0][0]
    assert first[0] == first[-1]
    assert data["features"][0]["properties"] | {"kind": "area"} == {
        "kind": "area",
        "postcode": "9991",
        "says": "9991 Zuidhoek: 12 van 12",
        "ink": 5,
        "maybe": False,
        "link": "/dekking/plek/9991/",
    }


@pytest.mark.parametrize(("share", "ink"), [(None, None), (0, 1), (0.01, 2), (0.34, 3), (0.67, 4), (0.999, 4), (1, 5)])
def test_nothing_is_white_and_only_all_of_it_is_full_ink(share, ink):
    assert ink_of(share) == ink
