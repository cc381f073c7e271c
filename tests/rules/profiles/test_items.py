"""Is every value of a profile part of one item, and does each path find its item?"""

from __future__ import annotations

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.empty import empty_values
from dekkend.profiles.rules.items import is_filled, item_of, items, value_of
from dekkend.profiles.rules.paths import UnknownPath
from tests.corpus.school import vuursprot

TEMPLATE = load_template()
OWN = [{"label": "Moestuin", "choice": "present", "note": None}]


@pytest.mark.parametrize(
    ("path", "item"),
    [
        ("school.phone", "school.phone"),
        ("expertise.autism", "expertise.autism"),
        ("expertise.autism.note", "expertise.autism"),
        ("facilities.own_rows[0].choice", "facilities.own_rows[0]"),
        ("limits[2].text", "limits"),
        ("vision", "vision"),
        ("support_scheme.alt", "support_scheme"),
    ],
)
def test_a_path_lies_in_one_item(path, item):
    assert item_of(TEMPLATE, path).path == item


@pytest.mark.parametrize("path", ["", "nothing", "school", "school.x", "expertise", "expertise.x", "expertise.own_rows", "..", "a[b]"])
def test_a_path_without_an_item_is_refused(path):
    with pytest.raises(UnknownPath):
        item_of(TEMPLATE, path)


def test_the_items_of_a_form_are_the_same_for_every_school_but_for_own_rows():
    values = vuursprot(facilities={"own_rows": OWN})["values"]
    fixed, all_of_them = items(TEMPLATE), items(TEMPLATE, values)
    assert [item.path for item in all_of_them if item not in fixed] == ["facilities.own_rows[0]"]
    assert all(item_of(TEMPLATE, item.path).path == item.path for item in all_of_them)
    assert value_of(values, all_of_them[-1]) == values["own_chapters"]
    assert next(item for item in all_of_them if item.path.endswith("[0]")).label == "Moestuin"


def test_the_value_of_a_row_is_choice_and_note_together():
    values = vuursprot(expertise={"rows": {"autism": {"choice": "yes", "note": "4 uur"}}})["values"]
    assert value_of(values, item_of(TEMPLATE, "expertise.autism.note")) == {"choice": "yes", "note": "4 uur"}
    assert value_of(values, item_of(TEMPLATE, "facilities.own_rows[9]")) is None


def test_nothing_is_filled_in_an_empty_form():
    values = empty_values(TEMPLATE)
    assert not any(is_filled(value_of(values, item)) for item in items(TEMPLATE, values))
