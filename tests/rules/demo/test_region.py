"""Is the made-up region the same every time, whole, and nowhere to be found in the real Netherlands?"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from dekkend.demo.gateways.files import facts, story
from dekkend.demo.rules.mesh import size
from dekkend.demo.rules.region import make_region
from dekkend.reading.rules.site_match import name_likeness

REGION = story().region


def test_the_same_seed_gives_the_same_region_and_another_seed_another():
    assert make_region(facts()) == REGION
    assert make_region(facts() | {"seed": 1954}) != REGION


def test_the_region_has_the_size_that_the_demo_promises():
    assert len(REGION.areas) == 80
    assert Counter(school.kind for school in REGION.schools) == {"regular": 37, "special_primary": 2, "special": 1}
    assert len({school.board for school in REGION.schools}) == 5
    assert len({school.brin6 for school in REGION.schools}) == len({school.name for school in REGION.schools}) == 40


def test_the_areas_fit_together_and_none_is_inside_out():
    assert all(size(area.outline) > 1e6 for area in REGION.areas)
    edges = Counter(
        frozenset(edge) for area in REGION.areas for edge in zip(area.outline, area.outline[1:] + area.outline[:1], strict=True)
    )
    assert set(edges.values()) == {1, 2}, "an edge is the border of the region, or belongs to exactly two areas"


def test_most_children_live_in_the_towns_and_there_is_a_place_for_them():
    young = {kind: sum(area.children["5-9"] for area in REGION.areas if area.kind == kind) for kind in ("town", "polder", "dune")}
    assert young["town"] > young["polder"] > young["dune"]
    assert all(number % 5 == 0 for area in REGION.areas for number in area.children.values())
    of_school_age = sum(area.children["5-9"] + 0.6 * area.children["10-14"] for area in REGION.areas)
    assert 0.8 < sum(school.pupils for school in REGION.schools) / of_school_age < 1.2


def test_the_story_has_not_changed_without_anyone_meaning_it():
    """When it was meant, put the new fingerprint here and make the documents anew."""
    told = story()
    whole = json.dumps([told.profiles[key] for key in sorted(told.profiles)], sort_keys=True, ensure_ascii=False) + repr(told.region)
    assert hashlib.sha256(whole.encode()).hexdigest()[:16] == FINGERPRINT


def test_no_code_name_or_place_of_ours_exists(shared: Path):
    if not (shared / "data").is_dir():
        pytest.skip("no open data beside the sample documents")
    sites = rows(shared / "data" / "schools" / "po-vestigingen-nl-2024-11.csv")
    areas = rows(shared / "data" / "population" / "pc4-inwoners-2021.csv")
    assert not {school.brin6 for school in REGION.schools} & {site["brin6"] for site in sites}
    assert not {area.postcode for area in REGION.areas} & {area["pc4"] for area in areas}
    assert not {place.name for place in REGION.ground.places} & {area["plaats"] for area in areas}
    names = {site["naam"] for site in sites}
    same = [
        (ours.name, name) for ours in REGION.schools for name in names if ours.name[-4:] in name and name_likeness(ours.name, name) == 1.0
    ]
    assert not same


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FINGERPRINT = "a333b642b7f9847e"
