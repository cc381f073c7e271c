"""Is availability in a school's own words counted by rule, and left unknown where the words leave two readings?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.words.hours import HoursRules

STATED = {
    "24 uur per week": 24,
    "24uur per week": 24,
    "4 u p/w": 4,
    "8u p.w.": 8,
    "5 uur/week": 5,
    "wekelijks 3 uur": 3,
    "per week 2 uur": 2,
    "twaalf uren per week": 12,
    "2.5 uur per week": 2.5,
    "2 uur per dag": 10,
    "Om de week een dag voor ambulante hulp": 4,
    "1 dag in de 2 weken": 4,
    "1 x per 14 dagen een dagdeel": 2,
    "elke 4 weken een dagdeel": 1,
    "twee-wekelijks 1 dag": 4,
    "2wekelijks een dagdeel": 2,
    "om de dag 1 uur": 2.5,
    "16 uur p/w (2 dagen)": 16,
    "10 uur per schooljaar": 0.25,
    "40 uur op jaarbasis": 1,
    "2 keer per jaar een dag": 0.4,
    "halve dag per maand": 1,
    "2 dagdelen per maand": 2,
    "fulltime leerkracht nieuwkomersgroep": 40,
    "full-time": 40,
    "0,4 fte": 16,
    "wtf 0,6": 24,
    "halve fte": 20,
    "1,5 dag per week": 12,
    "2½ dag per week": 20,
    "tweeënhalve dag per week": 20,
    "anderhalf uur per week": 1.5,
    "een half uur per week": 0.5,
    "een kwartier per dag": 1.25,
    "2x per week 30 minuten": 1,
    "30 minuten, 2x per week": 1,
    "3 x 45 minuten per week": 2.25,
    "iedere ochtend 30 minuten": 2.5,
    "twee ochtenden per week": 8,
    "3 ochtenden van 2 uur per week": 6,
    "2 halve dagen per week": 8,
    "1 dag (8 uur) per week": 8,
    "1 dag per week (dinsdag)": 8,
    "fulltime (40 uur per week)": 40,
    "2 dagdelen per week door QX 3 dagdelen per week door ZW uit NPO-geld": 20,
    "IB 2 dagen per week, RT 1 dag per week": 24,
    "wekelijks 3 uur en maandelijks een dag": 5,
    "1 dag per week schooljaar 2023-2024": 8,
    "2 uur per week na schooltijd": 2,
}
ASSUMED = {
    "8 uur": 8,
    "1 dagdeel Leescoördinator - QX": 4,
    "2 dagdelen Plusklas leerkracht (QX)": 8,
    "1 dagdeel Fysiotherapie van buiten Gymleraren - IB": 4,
    "anderhalve dag": 12,
    "dinsdag en donderdag": 16,
    "elke dinsdag": 8,
    "maandag t/m woensdag": 24,
    "ma, di en do": 24,
    "ma t/m vr": 40,
    "ma-di": 16,
    "woensdag middag": 4,
    "wo ochtend": 4,
    "maandag- en woensdagochtend": 8,
    "elke ochtend": 20,
    "om de week op dinsdag": 4,
    "om de twee weken 1 dag": 4,
    "circa 2 dagen per week": 16,
    "1 dag en 1 dagdeel per week": 12,
    "dinsdag 4 uur en donderdag 4 uur": 8,
    "groep 1/2 4 uur per week": 4,
}
UNKNOWN = (
    "",
    "X",
    "Ja",
    "10",
    "Leerkracht gr 1 (LA)",
    "Gedragsspecialist - QX",
    "groep 3 t/m 8",
    "in overleg",
    "op afroep",
    "dagelijks",
    "2x per week",
    "parttime",
    "geen vaste uren",
    "een paar uur",
    "bijna fulltime",
    "tussen de 2 en 4 uur per week",
    "ma, wo ochtend",
    "di-do",
    "van aug t/m dec 2 uur per week",
    "tot de zomer 1 dag per week",
    "2 uur per week (tijdelijk)",
    "1/2 dag per week",
    "2 à 3 uur",
    "2-3 uur per week",
    "1 of 2 dagdelen",
    "max. 4 uur per week",
    "2 uur per leerling",
    "1 uur per week per groep",
    "twee leerkrachten 1 dag per week",
    "dinsdag en donderdag 3 uur",
    "dinsdag 8.30-12.30 uur",
    "tot 12 uur",
    "2,30 uur per week",
    "1 dag (6 uur) per week",
    "16 uur, 2 dagen per week",
    "2 dagen per week 3 uur",
    "4 uur per week waarvan 2 uur voor NT2",
    "QX 2 dagdelen, ZW 3 dagdelen, totaal 5 dagdelen",
    "2 xyz per week QX, 1 dag per week ZW",
    "10 weken 2 uur per week",
    "80 uur",
    "gehele schooljaar 2 uur",
    "minimaal 4 uur per week",
    "minstens 4 uur per week",
    "meer dan 4 uur per week",
    "4 uur of meer per week",
    "minder dan 4 uur per week",
    "hooguit 4 uur per week",
    "hoogstens 4 uur per week",
    "niet meer dan 4 uur per week",
    "vorig jaar 4 uur per week",
    "vorig jaar 4 uur per week, nu 2 uur per week",
    "2022-2023: 1 dag per week; 2023-2024: 2 dagen per week",
    "2023: 4 uur per week, 2024: 2 uur per week",
    "was 4 uur per week, 2 uur per week",
    "eerst 4 uur per week, daarna 2 uur per week",
    "niet 4 uur maar 2 uur per week",
    "eerst maandag, nu dinsdag",
    "Elke dinsdag na schooltijd",
    "woensdag na school",
    "maandag en donderdag voor schooltijd",
    "dinsdag tussen de middag",
    "vrijdag 's middags",
    "dinsdag in de ochtend",
    "1 dag per week na schooltijd",
)


@pytest.mark.parametrize(("text", "value"), STATED.items())
def test_a_stated_amount_is_counted(text: str, value: float) -> None:
    hours = hours_per_week(text)
    assert (hours.value, hours.assumed) == (value, False), hours.rule


@pytest.mark.parametrize(("text", "value"), ASSUMED.items())
def test_what_the_text_leaves_open_is_said_to_be_assumed(text: str, value: float) -> None:
    hours = hours_per_week(text)
    assert (hours.value, hours.assumed) == (value, True), hours.rule


@pytest.mark.parametrize("text", UNKNOWN)
def test_two_readings_or_none_give_no_number_but_a_reason(text: str) -> None:
    hours = hours_per_week(text)
    assert hours.value is None
    assert hours.rule.endswith(".")


def test_the_rule_is_told_in_dutch() -> None:
    assert hours_per_week("om de week een dag").rule == "1 dag van 8 uur, per 2 weken: 4 uur per week."
    assert hours_per_week("1 dagdeel").rule == "1 dagdeel van 4 uur: 4 uur per week. Er staat geen periode bij: per week aangenomen."


def test_amounts_of_different_moments_are_never_added_up() -> None:
    assert "twee manieren" in hours_per_week("eerst 4 uur per week, nu 2 uur per week").rule
    assert "ander jaar" in hours_per_week("vorig jaar 4 uur per week, nu 2 uur per week").rule
    assert "maximum" in hours_per_week("niet meer dan 4 uur per week").rule
    assert "ondergrens" in hours_per_week("minstens 4 uur per week").rule


def test_a_region_can_count_with_its_own_sizes() -> None:
    rules = HoursRules(part_day=3, day=6.5, full_time=36, school_weeks=38)
    assert hours_per_week("2 dagdelen per week", rules).value == 6
    assert hours_per_week("een dag per week", rules).value == 6.5
    assert hours_per_week("fulltime", rules).value == 36
    assert hours_per_week("38 uur per schooljaar", rules).value == 1


@given(
    st.integers(1, 9),
    st.sampled_from(["uur", "dagdeel", "dag"]),
    st.sampled_from(["per week", "per 2 weken", "per maand", "per schooljaar"]),
)
def test_a_plain_amount_is_the_count_times_its_size_over_its_period(count: int, unit: str, period: str) -> None:
    size = {"uur": 1, "dagdeel": 4, "dag": 8}[unit]
    weeks = {"per week": 1, "per 2 weken": 2, "per maand": 4, "per schooljaar": 40}[period]
    plural = {"uur": "uur", "dagdeel": "dagdelen", "dag": "dagen"}[unit]
    hours = hours_per_week(f"{count} {plural if count > 1 else unit} {period}")
    assert hours.value == pytest.approx(count * size / weeks, abs=1e-4)
    assert not hours.assumed


@given(st.text("0123456789 uurdagenwkp/.,-()xenhalf", max_size=80))
def test_any_text_gets_an_answer(text: str) -> None:
    hours = hours_per_week(text)
    assert hours.value is None or hours.value >= 0
    assert hours.rule


def test_the_sample_documents_are_counted_as_expected(shared: Path) -> None:
    for file in sorted((shared / "seeds" / "expected").glob("*.json")):
        expected = json.loads(file.read_text("utf-8"))
        rows = expected["values"]["expertise"]["rows"]
        for code, (value, _) in expected["hours_per_week"].items():
            assert hours_per_week(rows[code]["note"]).value == value, (file.name, code)
