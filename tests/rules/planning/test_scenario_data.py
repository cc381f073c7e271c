"""Do changes come back as they were stored, and is everything else refused with a sentence?"""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.coverage.words import Refused
from dekkend.planning.rules.scenario_data import as_data, checked, from_data, one_from_data
from dekkend.planning.words.changes import MOST_CHANGES, AddOffer, ChangeHours, CloseSite, EndOffer, Newcomers
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.factories.coverage import NT2

brin6 = st.from_regex(r"[0-9]{2}[A-Z]{2}[0-9]{2}", fullmatch=True).filter(str.isascii)
code = st.sampled_from([item.code for item in load_catalogue().items])
hours = st.decimals(min_value=Decimal("0.25"), max_value=999, places=2)
changes = st.one_of(
    st.builds(CloseSite, brin6),
    st.builds(AddOffer, brin6, code, st.none() | hours),
    st.builds(EndOffer, brin6, code),
    st.builds(ChangeHours, brin6, code, hours),
    st.builds(Newcomers, st.just("9999"), st.integers(5, 5000), st.sampled_from(["", "nieuwbouw"])),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["what", "brin6", "code", "hours", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.lists(changes, max_size=8))
def test_changes_come_back_as_they_were_stored(kept):
    assert from_data(as_data(kept)) == tuple(kept)


@given(anything)
def test_anything_else_is_refused_with_a_sentence(data):
    """What was made up here is a change only by accident; nothing but Refused comes out of it."""
    for read in (from_data, one_from_data):
        with suppress(Refused):
            assert read(data) is not None


GOOD = {"what": "newcomers", "postcode": "9999", "children": 40, "reason": "nieuwbouw"}
OFFER = {"what": "change_hours", "brin6": "99ZZ00", "code": NT2, "hours": "8"}


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (GOOD | {"children": 4}, "5 tot 5000"),
        (GOOD | {"children": 5001}, "5 tot 5000"),
        (GOOD | {"children": True}, "5 tot 5000"),
        (GOOD | {"children": "40"}, "5 tot 5000"),
        (GOOD | {"postcode": "0999"}, "postcode"),
        (GOOD | {"postcode": "9999ZZ; --"}, "postcode"),
        (GOOD | {"postcode": "٩٩٩٩"}, "postcode"),
        (GOOD | {"reason": "x" * 121}, "reden"),
        (GOOD | {"reason": None}, "reden"),
        (OFFER | {"hours": "0"}, "0,25"),
        (OFFER | {"hours": "1000"}, "0,25"),
        (OFFER | {"hours": "NaN"}, "0,25"),
        (OFFER | {"hours": "Infinity"}, "0,25"),
        (OFFER | {"hours": "1e900"}, "0,25"),
        (OFFER | {"hours": "1.234"}, "0,25"),
        (OFFER | {"hours": None}, "0,25"),
        (OFFER | {"brin6": "<script>"}, "school"),
        (OFFER | {"brin6": ["99ZZ00"]}, "school"),
        (OFFER | {"code": ""}, "soort hulp"),
        (OFFER | {"what": "drop_table"}, "kennen wij niet"),
        ([], "kennen wij niet"),
    ],
)
def test_what_cannot_be_says_what_can(data, word):
    with pytest.raises(Refused, match=word):
        one_from_data(data)


def test_a_kind_that_does_not_exist_and_the_same_twice_are_refused():
    catalogue = load_catalogue()
    with pytest.raises(Refused, match="catalogus"):
        checked((AddOffer("99ZZ00", "expertise.made_up"),), catalogue)
    with pytest.raises(Refused, match="staat al in het scenario"):
        checked((Newcomers("9999", 40), Newcomers("9999", 60)), catalogue)
    with pytest.raises(Refused, match="hoogstens 100"):
        checked((CloseSite("99ZY00"), *(CloseSite(f"99ZZ{number:02}") for number in range(MOST_CHANGES))), catalogue)
