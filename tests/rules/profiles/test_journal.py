"""Do the lines between two moments lead from the one to the other, and back, exactly?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.empty import empty_values
from dekkend.profiles.rules.journal import Moment, applied, lines_between, unit_of, unit_value, units, with_unit, wound_back
from dekkend.profiles.rules.paths import UnknownPath
from dekkend.profiles.words.template import BlockKind

TEMPLATE = load_template()
UNITS = list(units(TEMPLATE))
TEXT = st.none() | st.sampled_from(["", "Een.", "Een. Twee.", "Drie."])
KNOWN = st.fixed_dictionaries({"since": st.sampled_from(["2024-2025", "2025-2026"]), "open": st.booleans()})


@st.composite
def a_moment(draw: Any) -> Moment:
    """A draft in which some units have another value, with something known about some paths."""
    values = empty_values(TEMPLATE)
    for unit in draw(st.lists(st.sampled_from(UNITS), max_size=6)):
        values = with_unit(values, unit, draw(value_for(unit)))
    paths = st.sampled_from(
        ["vision", "school.phone", "expertise.autism", "expertise.autism.note", "limits[0].text", "facilities.own_rows[1]"]
    )
    return Moment(values, draw(st.dictionaries(paths, KNOWN, max_size=3)), draw(st.dictionaries(paths, KNOWN, max_size=3)))


def value_for(unit: str) -> st.SearchStrategy[Any]:
    block = TEMPLATE.block(unit.partition(".")[0])
    if unit.endswith(".own_rows"):
        return st.lists(st.fixed_dictionaries({"label": st.just("Kas"), "choice": st.none(), "note": TEXT}), max_size=3)
    if block.kind is BlockKind.GRID:
        return st.fixed_dictionaries({"choice": st.sampled_from([None, block.choices[0].code]), "note": TEXT})
    if block.kind is BlockKind.RECORDS:
        return st.lists(st.fixed_dictionaries({column.code: TEXT for column in block.columns}), max_size=3)
    return TEXT


@pytest.mark.slow
@given(before=a_moment(), after=a_moment())
def test_the_lines_lead_there_and_back(before, after):
    lines = lines_between(TEMPLATE, before, after)
    there = before
    for line in lines:
        there = applied(there, line)
    assert there == after
    assert wound_back(there, reversed(lines)) == before
    assert lines_between(TEMPLATE, there, after) == []


@pytest.mark.slow
@given(first=a_moment(), second=a_moment(), third=a_moment())
def test_two_lines_of_one_unit_are_as_good_as_one(first, second, third):
    earlier = {line.path: line for line in lines_between(TEMPLATE, first, second)}
    for line in lines_between(TEMPLATE, second, third):
        if line.path in earlier:
            joined = earlier[line.path].then(line)
            assert applied(first, joined).values == applied(applied(first, earlier[line.path]), line).values
            assert applied(first, joined).standing == applied(applied(first, earlier[line.path]), line).standing


def test_values_that_are_replaced_are_never_changed_in_place():
    values = empty_values(TEMPLATE)
    for unit in UNITS:
        with_unit(values, unit, "iets")
    assert values == empty_values(TEMPLATE)


def test_every_unit_is_found_by_its_own_path_and_together_they_are_the_whole_form():
    assert [unit_of(TEMPLATE, unit) for unit in UNITS] == UNITS
    assert {unit.partition(".")[0] for unit in UNITS} == {block.id for block in TEMPLATE.blocks()}
    assert unit_of(TEMPLATE, "facilities.own_rows[3].note") == "facilities.own_rows"
    assert unit_value(empty_values(TEMPLATE), "facilities.own_rows") == []


@pytest.mark.parametrize("path", ["vision.own_rows", "nothing", "school.own_rows[0]", ""])
def test_a_path_outside_the_form_has_no_unit(path):
    with pytest.raises(UnknownPath):
        unit_of(TEMPLATE, path)
