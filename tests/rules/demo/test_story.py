"""Is every profile of the story in order, but for what the story is about?"""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from dekkend.demo.gateways.files import story
from dekkend.demo.words.region import YEARS
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.rules.validation import validate

FORM = load_template("haaglanden")
TOLD = story()
TODAY = datetime.date(2026, 10, 5)
NAMES = {school.brin6: school.name for school in TOLD.region.schools}
TITLED = [event for event in TOLD.events if event.title]


def found(brin6: str, year: str) -> dict[str, str]:
    return {finding.code: finding.severity for finding in check_profile(TOLD.profiles[brin6, year], FORM, today=TODAY)}


def test_every_school_has_a_valid_profile_for_each_of_the_years():
    assert set(TOLD.profiles) == {(brin6, year) for brin6 in NAMES for year in YEARS}
    problems = [(NAMES[brin6], year, problem) for (brin6, year), made in TOLD.profiles.items() for problem in validate(made, FORM)]
    assert not problems


@pytest.mark.parametrize("event", [event for event in TITLED if event.finding], ids=lambda event: event.code)
def test_the_text_guard_finds_what_the_story_says(event):
    for year in event.years:
        assert event.finding in found(TOLD.region.school(event.school).brin6, year)


def test_whatever_is_wrong_belongs_to_the_story():
    meant = {(event.school, year) for event in TITLED if event.finding for year in event.years}
    wrong = {(NAMES[brin6], year) for brin6, year in TOLD.profiles if {"serious", "warning"} & set(found(brin6, year).values())}
    assert wrong <= meant


def test_the_nt2_teacher_is_there_in_one_year_and_gone_in_the_next():
    brin6 = TOLD.region.school("De Trossengooier").brin6
    answers = [TOLD.profiles[brin6, year]["values"]["expertise"]["rows"]["second_language"]["choice"] for year in YEARS]
    assert answers == ["yes", "yes", "no", "no"]


def test_the_harbour_is_without_nt2_for_one_year_until_a_language_school_opens():
    harbour = [school for school in TOLD.region.schools if school.place == "Schelphaven" and school.kind == "regular"]
    having = {year: [school.name for school in harbour if has_nt2(school.brin6, year)] for year in YEARS}
    assert having["2024-2025"] == ["De Trossengooier"]
    assert having["2025-2026"] == []
    assert having["2026-2027"] == ["Het Wantijhuis"]


def has_nt2(brin6: str, year: str) -> bool:
    return TOLD.profiles[brin6, year]["values"]["expertise"]["rows"]["second_language"]["choice"] == "yes"


def test_from_august_2025_on_the_offer_stands_in_the_school_guide_and_pupils_are_heard():
    for (_, year), made in TOLD.profiles.items():
        titles = [chapter["title"] for chapter in made["values"]["own_chapters"]]
        assert ("Wat leerlingen ervan vinden" in titles) == (year >= "2025-2026")
        assert ("schoolgids" in made["values"]["introduction"]) == (year >= "2025-2026")


def test_two_schools_are_late_and_one_of_them_has_something_to_go_on_with():
    assert {NAMES[brin6] for brin6, _ in TOLD.late} == {"De Zeeklit", "De Bakenwachter"}
    assert [event.school for event in TOLD.events if not event.hands_in and event.changes] == ["De Bakenwachter"]


def test_schools_stay_mostly_the_same_from_year_to_year():
    changed = total = 0
    for brin6 in NAMES:
        for before, after in pairwise(YEARS):
            rows = [TOLD.profiles[brin6, year]["values"]["expertise"]["rows"] for year in (before, after)]
            changed += sum(rows[0][code] != rows[1][code] for code in rows[0])
            total += len(rows[0])
    assert 0.005 < changed / total < 0.08
