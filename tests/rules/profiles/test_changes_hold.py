"""Do changes, made on the earlier profile, give the later one, and do their sentences give both texts? For any two profiles."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.changes import apply, changes
from dekkend.profiles.rules.changes.sentences import split_sentences
from dekkend.profiles.rules.changes.texts import compare_texts
from dekkend.profiles.rules.paths import get_value
from dekkend.profiles.rules.validation import validate_values
from dekkend.profiles.words.changes import Change, FormChange, Kind
from dekkend.profiles.words.template import Block, BlockKind
from tests.rendering.profiles import random_profiles

pytestmark = pytest.mark.slow  # many made-up profiles; `make fast` leaves these out

FORM = load_template("haaglanden")
CATALOGUE = load_catalogue()
SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))  # whole profiles take long to make up
MANY = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))

TEXT = st.text(st.sampled_from("ab .,?!\n•-1€\"'XÉ"), max_size=60)
LINE = st.one_of(st.none(), st.text(st.sampled_from("ab 12.,é"), max_size=12), st.sampled_from(("8 uur per week", "om de week een dag")))
# Few different words, so that lines of two lists are often alike, equal, doubled or moved.
LISTED = st.lists(st.sampled_from(("rust", "rust in de klas", "een vaste plek in de klas", "", "rust  in de klas")), max_size=6)


def any_block(block: Block) -> st.SearchStrategy[Any]:
    """Every value that the form allows, also the odd ones."""
    choice = st.sampled_from([None, *(choice.code for choice in block.choices)])
    row = st.fixed_dictionaries({"choice": choice, "note": LINE})
    if block.kind is BlockKind.GRID:
        own = st.fixed_dictionaries({"label": st.sampled_from(("Plusklas", "Plus klas", "Snoezelkamer")), "choice": choice, "note": LINE})
        return st.fixed_dictionaries(
            {"rows": st.fixed_dictionaries({row_.code: row for row_ in block.rows}), "own_rows": st.lists(own, max_size=5)}
        )
    if block.kind is BlockKind.RECORDS:
        columns = [column.code for column in block.columns]
        return LISTED.map(lambda texts: [dict.fromkeys(columns, text or None) | {columns[-1]: text} for text in texts])
    if block.kind is BlockKind.FACTS:
        values = {"money": ("8500", "106.50", "0"), "date": ("2023-09", "2023"), "school_year": ("2023-2024",), "number": ("12",)}
        return st.fixed_dictionaries({f.code: st.sampled_from([None, *values.get(f.type, ("De Boei", "", "0"))]) for f in block.fields})
    if block.kind is BlockKind.FIGURE:
        return st.one_of(st.none(), st.fixed_dictionaries({"file": LINE, "alt": LINE}))
    return st.one_of(st.none(), TEXT)


VALUES = st.fixed_dictionaries({block.id: any_block(block) for block in FORM.blocks()})
# The one is often the other with a few parts replaced, as in life.
PAIRS = st.one_of(
    st.tuples(VALUES, VALUES),
    st.builds(
        lambda one, other, taken: (one, {block: other[block] if block in taken else value for block, value in one.items()}),
        VALUES,
        VALUES,
        st.sets(st.sampled_from([block.id for block in FORM.blocks()]), max_size=3),
    ),
)


def joined(change: Change) -> tuple[str, str]:
    return "".join(s.before for s in change.sentences), "".join(s.after for s in change.sentences)


@FEW
@given(VALUES)
def test_the_made_up_values_are_valid(values: dict[str, Any]) -> None:
    assert validate_values(values, FORM) == []


@SOME
@given(PAIRS)
def test_changes_made_on_the_earlier_values_give_the_later_ones(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = pair
    kept = copy.deepcopy(before)
    found = changes(FORM, before, after, catalogue=CATALOGUE)
    assert apply(before, found) == after
    assert apply(before, reversed(found)) == after
    assert before == kept
    assert bool(found) == (before != after)


@FEW
@given(random_profiles(FORM), random_profiles(FORM))
def test_so_do_those_between_profiles_as_schools_write_them(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert apply(one["values"], changes(FORM, one["values"], other["values"], catalogue=CATALOGUE)) == other["values"]
    assert changes(FORM, one["values"], copy.deepcopy(one["values"]), catalogue=CATALOGUE) == ()


@SOME
@given(PAIRS)
def test_before_and_after_stand_there_as_they_are_stored(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = pair
    for change in changes(FORM, before, after):
        if change.kind is not Kind.REMOVED or change.after is not None or "[" not in change.path:
            assert whole(after, change.path) == change.after
        if change.was:
            assert whole(before, change.was) == change.before


def whole(values: dict[str, Any], path: str) -> Any:
    """The item at a path: of a grid row the choice and the note together."""
    block, _, row = path.partition(".")
    grid = values.get(block)
    if row and isinstance(grid, dict) and "rows" in grid and not row.startswith("own_rows"):
        return grid["rows"][row]
    return get_value(values, path)


@SOME
@given(PAIRS)
def test_rows_that_only_one_of_two_forms_has_are_told_as_such(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = copy.deepcopy(pair[0]), copy.deepcopy(pair[1])
    before["expertise"]["rows"].pop("autism")
    before.pop("vision")
    after["facilities"]["rows"].pop("lift")
    after["school"].pop("website")
    after.pop("evaluation")
    found = changes(FORM, before, after, catalogue=CATALOGUE)
    assert apply(before, found) == after
    by_form = {change.path: change.form for change in found if change.form is not FormChange.NONE}
    assert by_form == {
        "expertise.autism": FormChange.NEW,
        "vision": FormChange.NEW,
        "facilities.lift": FormChange.GONE,
        "school.website": FormChange.GONE,
        "evaluation": FormChange.GONE,
    }


@SOME
@given(PAIRS)
def test_no_answer_is_never_told_as_no(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = pair
    for change in changes(FORM, before, after, catalogue=CATALOGUE):
        if isinstance(change.before, dict) and "choice" in change.before and change.kind is Kind.CHANGED:
            assert (change.before["choice"] is None) <= ("van nee" not in change.effect_pupils.lower())
            assert (change.after["choice"] is None) <= ("naar nee" not in change.effect_pupils)


@MANY
@given(TEXT)
def test_the_sentences_of_a_text_are_the_text(text: str) -> None:
    sentences = split_sentences(text)
    assert "".join(sentences) == text
    assert all(sentences)


@MANY
@given(TEXT, TEXT)
def test_compared_sentences_give_both_texts(before: str, after: str) -> None:
    sentences = compare_texts(before, after)
    assert "".join(s.before for s in sentences) == before
    assert "".join(s.after for s in sentences) == after


@SOME
@given(PAIRS)
def test_the_marked_words_of_a_sentence_give_both_sentences(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    for change in changes(FORM, *pair):
        assert joined(change) == (change.said_before, change.said_after)
        for sentence in change.sentences:
            if sentence.parts:
                later = "".join(part.text for part in sentence.parts if part.kind != "removed")
                assert later.split() == sentence.after.split()
