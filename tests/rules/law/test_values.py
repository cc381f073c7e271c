"""Does every legal value have its article, an address and a use, and does the right one hold on the day before, on and after?"""

from __future__ import annotations

from datetime import date

import pytest

from dekkend.law.gateways import every_value
from dekkend.law.queries import on
from dekkend.law.rules import clashes, law_of, matching, overlap
from dekkend.law.words import Checked, NotInLaw

VALUES = every_value()
LAST_OF_OLD, FIRST_OF_NEW = date(2025, 7, 31), date(2025, 8, 1)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.anchor)
def test_each_value_has_an_article_an_address_a_title_and_a_use(value):
    assert value.article.startswith("artikel ")
    assert value.address.startswith("https://wetten.overheid.nl/BWBR")
    assert value.title
    assert value.note
    assert value.used


def test_no_two_values_of_one_code_hold_on_the_same_day():
    assert clashes(VALUES) == []
    assert overlap(VALUES[0], VALUES[0])


def test_each_value_has_a_place_of_its_own_on_the_screen():
    anchors = [value.anchor for value in VALUES]
    assert len(anchors) == len(set(anchors))


def test_the_regime_changes_on_the_first_of_august_2025():
    assert on(LAST_OF_OLD).value("adoption.regime").value == "profile"
    assert on(FIRST_OF_NEW).value("adoption.regime").value == "guide"


def test_the_pupils_are_heard_from_the_first_of_august_2025():
    assert not on(LAST_OF_OLD).holds("adoption.pupils_voice")
    assert on(FIRST_OF_NEW).holds("adoption.pupils_voice")


def test_the_bound_is_four_years_and_then_one():
    assert on(LAST_OF_OLD).number("adoption.profile_years") == 4
    assert on(FIRST_OF_NEW).number("adoption.guide_years") == 1
    with pytest.raises(NotInLaw):
        on(FIRST_OF_NEW).number("adoption.profile_years")


def test_a_duty_without_a_number_gives_none():
    with pytest.raises(NotInLaw):
        on(FIRST_OF_NEW).number("adoption.advice")


def test_what_was_not_verified_says_so():
    assert on(LAST_OF_OLD).value("adoption.advice").checked is Checked.UNCHECKED
    assert Checked.UNCHECKED.label == "niet geverifieerd"


def test_values_are_found_by_words_of_title_article_and_note():
    assert {value.code for value in matching(VALUES, "13b leerlingen")} == {"adoption.pupils_voice"}
    assert matching(VALUES, "zeilboot") == []
    assert len(matching(VALUES, "")) == len(VALUES)


def test_a_law_without_values_holds_nothing():
    assert not law_of([], FIRST_OF_NEW).holds("adoption.regime")
