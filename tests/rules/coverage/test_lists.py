"""Do the lists, the inks of the map and the report follow from one count, and never say more than is known?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.config.settings.maps import tile_host
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.listed import kind_rows, percent, spot_rows
from dekkend.coverage.rules.nearby import near_rows
from dekkend.coverage.rules.part import in_municipality, municipalities
from dekkend.coverage.rules.report import Story, report, titled
from dekkend.coverage.rules.report_maps import pictures
from dekkend.coverage.rules.shading import legend_of_all, shades_of_all, shades_of_kind
from dekkend.coverage.rules.spots import kilometres_of
from dekkend.coverage.words.coverage import NO, UNKNOWN, YES
from dekkend.publishing.words.paper import Heading, Picture
from tests.factories.coverage import NT2, a_site_at, an_area_at, counted

AREAS = [
    an_area_at(1, 0, 0, 100),
    an_area_at(2, 10_000, 0, 60, municipality="Elders"),
    an_area_at(3, 20_000, 0, 40),
]
SITES = [a_site_at(1, 0, 0), a_site_at(2, 10_000, 0), a_site_at(3, 20_000, 0)]


def region():
    """Covered here, not known there, and no at the third place."""
    made = counted(SITES, AREAS, [[YES], [UNKNOWN], [NO]])
    return replace(made, marks=replace(made.marks, offers={(0, 0): ()}))


@given(st.floats(min_value=0, max_value=1))
def test_only_nothing_is_0_and_only_all_is_100_percent(share):
    assert (percent(share) == 0) == (share == 0)
    assert (percent(share) == 100) == (share == 1)


def test_a_row_of_a_kind_adds_up():
    [row] = kind_rows(region())
    assert (row.covered, row.possible, row.children) == (100, 60, 200)
    assert (row.yes, row.paused, row.no, row.unknown) == (1, 0, 1, 1)
    assert (row.spots, row.maybe_spots, row.alone) == (1, 1, 100)


def test_what_lies_just_beyond_the_distance_is_never_shown_as_that_distance():
    made = counted([a_site_at(1, 0, 0)], [an_area_at(1, 1_610, 0, 100), an_area_at(2, 1_600, 0, 100)], [[YES]])
    assert [(row.state, row.km) for at in (0, 1) for row in near_rows(made, at)] == [("niet", 2.1), ("gedekt", None)]
    assert [row.km for row in spot_rows(made)] == [2.1]


@pytest.mark.parametrize(("metres", "radius", "shown"), [(5_003, 5.0, 5.1), (4_990, 5.0, 5.0), (1_950, 1.92, 2.0), (1_955, 1.97, 1.9)])
def test_a_distance_is_rounded_on_its_own_side_of_what_counts(metres, radius, shown):
    assert kilometres_of(metres, radius) == shown


def test_beside_the_nearest_that_has_it_a_sure_white_spot_names_no_school_that_did_not_say():
    made = counted([a_site_at(1, 0, 0), a_site_at(2, 90_000, 0)], [an_area_at(1, 30_000, 0, 100)], [[YES], [UNKNOWN]])
    [row] = spot_rows(made)
    assert (row.sure, row.school, row.open_school) == (True, "De Vuursprot 1", "")
    [row] = spot_rows(replace(made, counts=counted(made.sites, made.areas, [[NO], [UNKNOWN]]).counts))
    assert (row.sure, row.school, row.open_school) == (True, "", "De Vuursprot 2")


def test_a_norm_that_names_its_year_does_not_say_it_twice():
    assert titled("Voorbeeldnorm 2026", "2026") == "Voorbeeldnorm 2026"
    assert titled("Basisondersteuning Zilverkust", "2026") == "Basisondersteuning Zilverkust, 2026"


def test_white_is_not_covered_and_hatched_is_not_known():
    drawn = shades_of_kind(region(), 0)
    assert [(shade.ink, shade.maybe) for shade in drawn.values()] == [(5, False), (1, True), (1, False)]
    assert [shade.ink for shade in shades_of_all(region()).values()] == [5, 1, 1]


@pytest.mark.parametrize("total", range(1, 40))
def test_the_legend_names_every_number_once(total):
    named = [key for key in legend_of_all(total) if key.ink is not None]
    assert [key.ink for key in named] == sorted((key.ink for key in named), reverse=True)
    assert (named[0].ink, named[-1].ink) == (5, 1)


def test_a_municipality_is_a_part_of_the_region():
    whole = region()
    parts = [in_municipality(whole, name) for name in municipalities(whole)]
    assert sum(of_region(part)[0].children for part in parts) == of_region(whole)[0].children
    assert [(spot.postcode, spot.sure) for spot in spot_rows(in_municipality(whole, "Elders"))] == [("1002", False)]


def test_a_place_says_what_is_near_and_what_is_nearest():
    [row] = near_rows(region(), 2)
    assert (row.state, row.yes, row.unknown, row.km, row.open_km) == ("niet", 0, 0, 25.0, 12.5)


def test_the_report_has_a_chapter_and_a_map_for_every_kind():
    paper, maps = report(Story(region())), pictures(region())
    assert [part.text for part in paper.parts if isinstance(part, Heading) and part.level == 1] == [
        "Samenvatting",
        "Zo rekenden wij",
        "Per soort hulp",
        "Bronnen",
    ]
    assert {part.file for part in paper.parts if isinstance(part, Picture)} == set(maps) == {NT2}


def test_tiles_come_from_an_address_with_places_for_the_tile():
    assert tile_host("https://tegels.example/kaart/{z}/{x}/{y}.png") == "https://tegels.example"
    for wrong in ("http://tegels.example/{z}/{x}/{y}.png", "https://tegels.example/kaart.png", "tegels"):
        with pytest.raises(ValueError, match="DEKKEND_MAP_TILES"):
            tile_host(wrong)
