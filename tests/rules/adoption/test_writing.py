"""Does an advice that several members write at once keep the words of all of them?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.adoption.rules.writing import Page, chosen, page_from, together

TEXTS = st.lists(st.sampled_from(["wij", "zijn", "blij", "niet", "met", "dit"]), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("shown", "mine", "stored", "after"),
    [
        ("", "Mijn zin.", "", "Mijn zin."),
        ("", "", "Zin van een ander.", "Zin van een ander."),
        ("Begin.", "Begin. En verder.", "Begin.", "Begin. En verder."),
        ("Oud.", "", "Oud.", ""),
        ("Oud.", "", "Nieuw van een ander.", "Nieuw van een ander."),
        ("Wij zijn blij.", "Wij zijn tevreden.", "Wij zijn bezorgd.", "Wij zijn bezorgd.\n\nWij zijn tevreden."),
        ("Mijn.", "Mijn. Meer.", "Ander.\n\nMijn.", "Ander.\n\nMijn. Meer."),
    ],
)
def test_both_stand_and_what_one_removed_alone_is_gone(shown, mine, stored, after):
    assert together(shown, mine, stored) == after


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_that_someone_added_is_ever_lost(shown, mine, stored):
    after = together(shown, mine, stored).split()
    for text in (mine, stored):
        assert {word for word in text.split() if word not in shown.split()} <= set(after)


def test_a_choice_that_was_not_touched_leaves_that_of_another():
    assert chosen("", "", "remarks") == "remarks"
    assert chosen("", "positive", "remarks") == "positive"


@pytest.mark.parametrize("told", ["", "x", "[]", "{}", '{"outcome": "", "text": "", "remarks": 3}', "null"])
def test_a_page_that_cannot_be_read_takes_nothing_away(told):
    assert page_from(told) == Page()
    assert together(page_from(told).text, "", "Van een ander.") == "Van een ander."


def test_a_page_survives_the_browser():
    page = Page("remarks", "Twee\n\nalinea's", {"limits": "“Nee” <b>"})
    assert page_from(page.as_json()) == page
