"""Do sentences with names and numbers in the report stand in pieces that are each told in another language?"""

from __future__ import annotations

from dataclasses import replace

from dekkend.coverage.rules.kinds import kinds_of
from dekkend.coverage.rules.listed import kind_rows, spot_rows
from dekkend.coverage.rules.report_kind import fragile, nearest
from dekkend.coverage.rules.schools import ARTICLES
from dekkend.coverage.rules.telling import method
from dekkend.coverage.words import USUAL
from dekkend.coverage.words.coverage import YES
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.publishing.words.paper import plain
from tests.factories.coverage import a_site_at, an_area_at, counted


def test_the_nearest_school_and_its_distance_are_one_sentence_with_blanks():
    [spot] = spot_rows(counted([a_site_at(1, 0, 0)], [an_area_at(1, 5_000, 0, 100)], [[YES]]))
    assert nearest(spot) == "op 6,2 km: De Vuursprot 1"
    assert nearest(replace(spot, km=None, open_km=3.1, open_school="De Stille")) == "geen antwoord, op 3,1 km: De Stille"


def test_numbers_beside_names_of_schools_are_pieces_of_their_own():
    made = counted([a_site_at(1, 0, 0)], [an_area_at(1, 0, 0, 1_250)], [[YES]])
    made = replace(made, marks=replace(made.marks, offers={(0, 0): ()}))
    [told] = fragile(made, kind_rows(made)[0])
    assert plain(told) == "1.250 kinderen hebben maar één school dichtbij die dit heeft: De Vuursprot 1 (1.250)."
    assert "1.250" in [run.text for run in told]


def test_two_distances_are_named_and_of_more_the_least_and_the_most():
    ground = counted([], [an_area_at(1, 0, 0, 100)], []).ground
    kinds = kinds_of(USUAL, load_catalogue())

    def told(*radii):
        mixed = [replace(kind, radius_km=radii[at % len(radii)]) for at, kind in enumerate(kinds)]
        return " ".join(method(USUAL, mixed, ground, "2026-10-05", "", ["artikel"] * len(ARTICLES)))

    assert "een school is binnen 2 km. De weg" in told(2.0)
    assert "binnen 2 of 5 km een school is" in told(2.0, 5.0)
    assert "binnen 1 tot 5 km een school is" in told(2.0, 5.0, 1.0)
