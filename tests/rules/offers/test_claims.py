"""Which offers follow from a profile, with unknown as unknown and own rows under a key that stays?"""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dekkend.offers.rules.claims import claims, confirmed, label_key
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.words.hours import HoursRules
from tests.corpus.school import vuursprot

SINCE = date(2026, 7, 20)


def found(values, **given_):
    usual = {"standing": {}, "hours": HoursRules(), "codes": {}, "public_since": SINCE}
    made = claims(load_template("haaglanden"), load_catalogue(), values, {}, **(usual | given_))
    return {claim.key: claim for claim in made}


def values():
    return copy.deepcopy(vuursprot()["values"])


def test_every_row_of_the_form_is_an_offer_also_when_nobody_answered():
    empty = values()
    empty["expertise"]["rows"]["autism"] = {"choice": None, "note": None}
    made = found(empty)
    in_form = {item.code for item in load_catalogue().items if item.in_form}
    assert in_form <= set(made)
    assert made["expertise.autism"].level is None
    assert made["expertise.behaviour"].level == 0


def test_a_level_is_that_of_the_catalogue_and_hours_are_counted_by_rule():
    made = found(values())
    assert made["external_experts.speech_therapy"].level == 3
    assert made["expertise.remedial_teaching"].hours == Decimal("24.00")
    assert made["expertise.remedial_teaching"].hours_rule
    assert made["expertise.behaviour"].hours is None


def test_an_own_row_has_a_key_that_survives_another_order_and_other_capitals():
    one, other = values(), values()
    one["expertise"]["own_rows"] = [{"label": "Plusklas", "choice": "yes", "note": None}, {"label": "Tuin", "choice": "no", "note": None}]
    other["expertise"]["own_rows"] = [
        {"label": "Tuin", "choice": "no", "note": None},
        {"label": " PLUSKLAS ", "choice": "yes", "note": None},
    ]
    keys = [{claim.key for claim in found(each).values() if "own" in claim.key} for each in (one, other)]
    assert keys[0] == keys[1]


def test_the_same_own_row_twice_gives_two_keys():
    twice = values()
    twice["expertise"]["own_rows"] = [{"label": "Plusklas", "choice": "yes", "note": None}] * 2
    assert sum("expertise.own-" in key for key in found(twice)) == 2


def test_an_own_row_gets_a_code_only_from_what_a_person_said():
    own = values()
    own["expertise"]["own_rows"] = [{"label": "Plusklas", "choice": "yes", "note": None}]
    (before,) = (claim for key, claim in found(own).items() if key.startswith("expertise.own-"))
    (after,) = (claim for key, claim in found(own, codes={"plusklas": "expertise.giftedness"}).items() if key.startswith("expertise.own-"))
    assert (before.code, after.code) == ("", "expertise.giftedness")
    assert before.key == after.key


def test_an_extra_offer_is_there_because_it_is_listed():
    extra = next(claim for key, claim in found(values()).items() if key.startswith("extra_offers.own-"))
    assert extra.level == 1


def test_a_row_counts_as_confirmed_by_its_own_day_or_else_by_the_adoption():
    earlier = {"since": "2023-2024", "confirmed_on": "2025-05-12"}
    assert confirmed(None, SINCE) == SINCE
    assert confirmed(earlier | {"open": False}, SINCE) == date(2025, 5, 12)
    assert confirmed(earlier | {"open": True}, SINCE) == date(2025, 5, 12), "taken over and not looked at: as old as it is"
    assert confirmed({"since": "2026-2027", "confirmed_on": None, "open": True}, SINCE) == SINCE


@given(st.text(max_size=40))
def test_the_words_of_a_row_are_remembered_without_capitals_and_blanks(text):
    assert label_key(f"  {text} ") == label_key(text)
    assert label_key(label_key(text)) == label_key(text)
