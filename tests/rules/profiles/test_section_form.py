"""Does the form of one part show every answer with what stands beside it, and does what was posted come back as the same value?"""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.rules.form_values import digest, read, value_from, written
from dekkend.profiles.rules.items import OWN_ROWS
from dekkend.profiles.rules.parts import part_of_item, parts, states
from dekkend.profiles.rules.section_form import Beside, form_item, section_form
from dekkend.profiles.rules.validation import validate_values
from dekkend.profiles.rules.values import empty_profile
from dekkend.profiles.words.section_form import FormItem, Remark
from dekkend.profiles.words.template import BlockKind, FieldType
from tests.corpus.school import vuursprot

TEMPLATE = load_template()
VALUES = vuursprot()["values"]
BESIDE = Beside(7, load_catalogue())


def all_items(values: dict[str, Any], beside: Beside = BESIDE) -> list[FormItem]:
    blocks = [block for part in parts(TEMPLATE) for block in section_form(TEMPLATE, part, values, beside)]
    return [item for block in blocks for item in (*block.items, *([block.own] if block.own else []))]


def posted(item: FormItem) -> dict[str, list[str]]:
    """What a browser sends of this item when nobody typed."""
    given: dict[str, list[str]] = {}
    for cell in (*item.cells, *(cell for row in item.rows for cell in row.cells)):
        given.setdefault(cell.name, []).append(cell.value.replace("\n", "\r\n"))
    if item.kind is BlockKind.FIGURE:
        given[f"{item.path}.file"] = [item.picture]
    chosen = next((option.code for option in item.options if option.chosen), None)
    if chosen:
        given[f"{item.path}.choice"] = [chosen]
    for row in item.rows:
        if row.options:
            given.setdefault(f"{item.path}.choice", []).append(next((option.code for option in row.options if option.chosen), ""))
    return given


@pytest.mark.parametrize("values", [VALUES, empty_profile(TEMPLATE)["values"]], ids=["filled", "empty"])
def test_a_form_in_which_nobody_typed_changes_nothing(values):
    changed = [
        item.path for item in all_items(values) if digest(TEMPLATE, item.path, value_from(TEMPLATE, item.path, posted(item))) != item.was
    ]
    assert changed == []


def test_every_block_of_the_form_stands_in_exactly_one_part():
    found = [block.id for part in parts(TEMPLATE) for block in part.blocks]
    assert found == [block.id for block in TEMPLATE.blocks()]
    assert len({part.id for part in parts(TEMPLATE)}) == len(parts(TEMPLATE))


def test_several_tables_in_a_section_are_parts_of_their_own():
    assert part_of_item(TEMPLATE, "facilities.lift").name == "Bijzondere voorzieningen en toegankelijkheid in het gebouw"
    assert part_of_item(TEMPLATE, "expertise.own_rows[0]").number == "2D"
    assert part_of_item(TEMPLATE, "nergens") is None


def test_what_was_posted_is_always_a_valid_value():
    values = empty_profile(TEMPLATE)["values"]
    values["limits"] = value_from(TEMPLATE, "limits", {"limits.text": ["Een grens", " ", "Nog een\r\n- met een regel"]})
    own = {"expertise.own_rows.label": ["Plusklas", ""], "expertise.own_rows.choice": ["yes", ""], "expertise.own_rows.note": ["2 uur", ""]}
    values["expertise"][OWN_ROWS] = value_from(TEMPLATE, "expertise.own_rows", own)
    assert [record["text"] for record in values["limits"]] == ["Een grens", "Nog een\n- met een regel"]
    assert values["expertise"][OWN_ROWS] == [{"label": "Plusklas", "choice": "yes", "note": "2 uur"}]
    assert validate_values(values, TEMPLATE) == []


@pytest.mark.parametrize(
    ("kind", "typed", "stored", "shown"),
    [
        (FieldType.DATE, "sept 2023", "2023-09", "september 2023"),
        (FieldType.DATE, "14-9-2023", "2023-09-14", "14 september 2023"),
        (FieldType.DATE, "na de zomer", "na de zomer", "na de zomer"),
        (FieldType.MONEY, "€ 8.500,-", "8500", "8.500"),
        (FieldType.SCHOOL_YEAR, "2023/2024", "2023-2024", "2023-2024"),
        (FieldType.PHONE, " 000-12 34 ", "000-12 34", "000-12 34"),
        (FieldType.TEXT, " ", None, ""),
    ],
)
def test_a_single_value_is_typed_as_people_write_it(kind, typed, stored, shown):
    assert read(kind, typed) == stored
    assert written(kind, stored) == shown


def test_a_row_without_a_choice_is_not_answered_and_can_be_cleared():
    assert value_from(TEMPLATE, "expertise.autism", {"expertise.autism.note": ["2 uur"]}) == {"choice": None, "note": "2 uur"}
    item = form_item(TEMPLATE, "expertise.autism", VALUES | {"expertise": empty_profile(TEMPLATE)["values"]["expertise"]}, BESIDE)
    assert not item.filled


def test_last_years_answer_stands_beside_the_field():
    before = vuursprot(expertise={"rows": {"autism": {"choice": "no", "note": None}}})["values"]
    beside = Beside(
        0, load_catalogue(), last=before, last_year="2023-2024", standing={"expertise.autism": {"open": True, "since": "2022-2023"}}
    )
    item = form_item(TEMPLATE, "expertise.autism", VALUES, beside)
    assert (item.last.said, item.last.year, item.open, item.since) == ("nee", "2023-2024", True, "2022-2023")


def test_a_finding_stands_beside_the_item_it_is_about():
    values = vuursprot(expertise={"rows": {"autism": {"choice": "no", "note": "8 uur per week"}}})["values"]
    found = check_profile(vuursprot() | {"values": values}, TEMPLATE, today=datetime.date(2024, 9, 1))
    beside = Beside(0, load_catalogue(), remarks=tuple(Remark(finding) for finding in found))
    assert form_item(TEMPLATE, "expertise.autism", values, beside).remarks
    assert not form_item(TEMPLATE, "expertise.mathematics", values, beside).remarks


def test_an_own_row_says_which_kind_of_support_it_may_mean():
    values = vuursprot(expertise={"rows": {}, "own_rows": [{"label": "Plusklas hoogbegaafden", "choice": "yes", "note": None}]})["values"]
    item = form_item(TEMPLATE, "expertise.own_rows", values, BESIDE)
    assert item.rows[0].likely


def test_hours_are_read_where_the_form_asks_for_hours():
    values = vuursprot(expertise={"rows": {"autism": {"choice": "yes", "note": "om de week een dag"}}})["values"]
    assert form_item(TEMPLATE, "expertise.autism", values, BESIDE).hours.value == 4
    assert form_item(TEMPLATE, "facilities.lift", values, BESIDE).hours is None


def test_the_state_of_a_part_counts_what_is_filled_and_what_is_to_confirm():
    by_id = {state.part.id: state for state in states(TEMPLATE, VALUES, {"vision": {"open": True}})}
    assert (by_id["vision"].filled, by_id["vision"].total, by_id["vision"].open, by_id["vision"].done) == (1, 1, 1, False)
    empty = {state.part.id: state for state in states(TEMPLATE, empty_profile(TEMPLATE)["values"], {})}
    assert not any(state.begun for state in empty.values())
    assert empty["expertise"].total == 12
