"""Does a norm tell yes, not now, no and unknown apart, and does its version follow the day?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from dekkend.offers.gateways import load_norms
from dekkend.offers.rules.counting import by_site, own_words, uses
from dekkend.offers.rules.norms import in_force, sign_of
from dekkend.offers.rules.standing import offer_on
from dekkend.offers.words import Availability, Claim, NormItem, Said, Sign, Standing
from dekkend.profiles.gateways.catalogue import load_catalogue

DAY = date(2026, 10, 5)


def an_offer(code="expertise.autism", level=1, state=Availability.AVAILABLE, site=1, key="", label="Autisme"):
    claim = Claim(key or code, code, label, "expertise", code, level, "", "", "", None, "", DAY)
    return offer_on(site, site, "2026-2027", claim, Standing(Said(state), DAY, None, ""), DAY)


@pytest.mark.parametrize(
    ("offers", "sign"),
    [
        ([an_offer(level=1)], Sign.YES),
        ([an_offer(level=0)], Sign.NO),
        ([an_offer(level=None)], Sign.UNKNOWN),
        ([], Sign.UNKNOWN),
        ([an_offer(state=Availability.PAUSED)], Sign.PAUSED),
        ([an_offer(state=Availability.GONE)], Sign.PAUSED),
        ([an_offer(level=0), an_offer(level=1, key="own")], Sign.YES),
    ],
)
def test_one_offer_against_one_point(offers, sign):
    assert sign_of(NormItem("Autisme", ("expertise.autism",)), {"expertise.autism": offers} if offers else {}) is sign


def test_of_two_kinds_one_is_enough_and_no_needs_both():
    item = NormItem("Een van twee", ("a", "b"), level=2)
    for one, other in product((None, 0, 1, 2, 3), repeat=2):
        levels = {code: [an_offer(code, level)] for code, level in (("a", one), ("b", other))}
        expected = Sign.YES if max(one or 0, other or 0) >= 2 else Sign.UNKNOWN if None in (one, other) else Sign.NO
        assert sign_of(item, levels) is expected


def test_the_version_that_has_begun_last_counts():
    norms = load_norms()
    assert in_force(norms, "voorbeeld", date(2023, 7, 31)) is None
    assert in_force(norms, "voorbeeld", date(2026, 7, 31)).version == "2023"
    assert in_force(norms, "voorbeeld", date(2026, 8, 1)).version == "2026"


def test_of_versions_that_begin_on_the_same_day_the_one_added_last_counts():
    first, *_ = load_norms()
    added = [replace(first, version=version) for version in ("9", "1")]
    assert in_force(added, first.name, date(2026, 8, 1)).version == "1"
    assert in_force([*added, replace(first, version="0", valid_from=date(2020, 1, 1))], first.name, date(2026, 8, 1)).version == "1"


def test_sites_are_counted_per_kind_and_the_rest_is_unknown():
    offers = [an_offer(site=1), an_offer(level=0, site=2), an_offer(state=Availability.PAUSED, site=3), an_offer(level=None, site=4)]
    use = uses(load_catalogue(), by_site(offers), sites=6)["expertise.autism"]
    assert (use.yes, use.paused, use.no, use.unknown) == (1, 1, 1, 3)


def test_own_words_are_asked_once_with_a_suggestion():
    offers = [
        an_offer("", 1, site=site, key=f"extra_offers.own-{site}", label=label) for site, label in enumerate(("Plusklas", "plusklas "), 1)
    ]
    (asked,) = own_words(load_catalogue(), offers, {1: "A", 2: "B"}, known=())
    assert asked.sites == ("A", "B")
    assert asked.suggested[0] == "expertise.giftedness"
    assert own_words(load_catalogue(), offers, {}, known={"plusklas"}) == []
