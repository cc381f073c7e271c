"""Is nothing lost when two people choose how it is counted from the same beginning?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.coverage.rules.kinds import checked, from_data, items_of
from dekkend.coverage.rules.settings_merge import mark_of, merge
from dekkend.coverage.words import USUAL, Settings
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.factories.coverage import NT2

CATALOGUE = load_catalogue()
CODES = [item.code for item in CATALOGUE.items]
AUTISM, LIFT = "expertise.autism", "facilities.lift"

km = st.sampled_from([1.0, 2.0, 3.0])
choices = st.builds(
    lambda **data: checked(from_data(data), CATALOGUE),
    radii=st.dictionaries(st.sampled_from(["health", "home"]), km),
    own_radii=st.dictionaries(st.sampled_from([NT2, AUTISM]), km),
    detour=st.sampled_from([1.25, 1.5]),
    around=st.booleans(),
    codes=st.lists(st.sampled_from([NT2, AUTISM, LIFT]), unique=True),
    norms=st.sampled_from([[], ["eigen"], ["eigen", "voorbeeld"]]),
)


def at(km: float, domain: str) -> Settings:
    return replace(USUAL, radii=tuple((dict(USUAL.radii) | {domain: km}).items()))


def merged(base: Settings, mine: Settings, theirs: Settings) -> Settings:
    return checked(merge(base, mine, theirs, CATALOGUE).settings, CATALOGUE)


def test_two_who_change_something_else_both_have_it():
    both = merge(USUAL, at(4.0, "home"), at(3.0, "health"), CATALOGUE)
    assert (dict(both.settings.radii)["health"], dict(both.settings.radii)["home"]) == (3.0, 4.0)
    assert mark_of(both.clash) == mark_of(at(3.0, "health"))


def test_where_both_changed_the_same_mine_counts_and_that_is_told():
    both = merge(USUAL, at(4.0, "home"), replace(at(3.0, "home"), detour=1.5), CATALOGUE)
    assert (dict(both.settings.radii)["home"], both.settings.detour) == (4.0, 1.5)
    assert mark_of(both.clash) == mark_of(replace(at(4.0, "home"), detour=1.5))


def test_kinds_and_norms_are_added_and_taken_away_one_at_a_time():
    usual = tuple(item.code for item in items_of(USUAL, CATALOGUE))
    mine = replace(USUAL, codes=(*usual, "external_experts.play_therapy"), norms=("eigen",))
    theirs = replace(USUAL, codes=tuple(code for code in usual if code != NT2), norms=("voorbeeld",))
    both = merged(USUAL, mine, theirs)
    assert set(both.codes) == {*usual, "external_experts.play_therapy"} - {NT2}
    assert set(both.norms) == {"eigen", "voorbeeld"}
    assert merged(replace(USUAL, norms=("eigen",)), USUAL, replace(USUAL, norms=("eigen", "voorbeeld"))).norms == ("voorbeeld",)


def test_a_distance_that_one_took_away_stays_away():
    base = replace(USUAL, own_radii=((AUTISM, 1.0), (NT2, 5.0)))
    mine, theirs = replace(base, own_radii=((NT2, 5.0),)), replace(base, own_radii=((AUTISM, 1.0), (NT2, 4.0)))
    assert merged(base, mine, theirs).own_radii == ((NT2, 4.0),)


def test_something_is_always_counted():
    base = replace(USUAL, codes=(NT2, LIFT))
    assert merged(base, replace(base, codes=(NT2,)), replace(base, codes=(LIFT,))).codes == (NT2,)


@given(base=choices, mine=choices, theirs=choices)
def test_who_changed_nothing_gets_what_the_other_chose_and_the_other_way_round(base, mine, theirs):
    assert mark_of(merged(base, base, theirs)) == mark_of(theirs)
    assert mark_of(merged(base, mine, base)) == mark_of(mine)
    assert mark_of(merged(base, mine, mine)) == mark_of(mine)
    assert mark_of(merge(base, mine, mine, CATALOGUE).clash) == mark_of(mine)


@pytest.mark.parametrize("other", [at(2.5, "home"), replace(USUAL, around=True), replace(USUAL, norms=("eigen",))])
def test_another_way_of_counting_has_another_mark_and_the_order_of_lines_does_not_matter(other):
    assert mark_of(other) != mark_of(USUAL)
    there_and_back = [replace(USUAL, own_radii=own) for own in (((NT2, 1.0), (AUTISM, 2.0)), ((AUTISM, 2.0), (NT2, 1.0)))]
    assert len({mark_of(each) for each in there_and_back}) == 1
