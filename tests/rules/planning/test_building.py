"""Which offers may a plan add, when is a question refused, and what is told beside its figures?"""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from dekkend.coverage.words import Settings
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES
from dekkend.planning.words.asking import Asked, Way
from dekkend.planning.words.problem import TooLarge
from tests.factories.coverage import NT2, a_site_at, an_area_at, counted
from tests.rules.planning.test_advice import LIFT, TWO, advice_of, best, built_of


def test_a_school_that_nobody_can_place_or_that_lies_outside_gets_nothing():
    sites = [a_site_at(1, 0, 0, point=None), a_site_at(2, 0, 0, region="PO9998")]
    coverage = counted(sites, [an_area_at(1, 0, 0, 50)], [[NO, NO], [NO, NO]], TWO, around=1)
    assert not built_of(coverage, best(2)).problem.offers


def test_only_schools_of_the_asked_kind_may_be_added():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 0, 0, kind="special")]
    coverage = counted(sites, [an_area_at(1, 0, 0, 50)], [[NO, NO], [NO, NO]], TWO)
    advice = advice_of(coverage, best(2, site_kinds=("special",)))
    assert {choice.brin6 for choice in advice.choices} == {sites[1].brin6}


def test_a_choice_tells_whether_the_school_said_nothing_or_only_pauses():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 20_000, 0), a_site_at(3, 40_000, 0)]
    areas = [an_area_at(1, 0, 0, 50), an_area_at(2, 20_000, 0, 40), an_area_at(3, 40_000, 0, 30)]
    coverage = counted(sites, areas, [[UNKNOWN], [PAUSED], [NO]], Settings(codes=(NT2,)))
    advice = advice_of(coverage, Asked((NT2,), Way.OFFERS, 3))
    assert [(choice.sign, choice.adds) for choice in advice.choices] == [("unknown", 50), ("paused", 40), ("no", 30)]


def test_a_question_with_too_many_pairs_is_refused(monkeypatch):
    monkeypatch.setattr("dekkend.planning.words.problem.MOST_PAIRS", 1)
    coverage = counted([a_site_at(1, 0, 0)], [an_area_at(1, 0, 0, 50), an_area_at(2, 0, 0, 50)], [[NO, NO]], TWO)
    with pytest.raises(TooLarge, match="te groot"):
        built_of(coverage, best(1))


def test_what_it_stands_on_has_another_name_when_anything_changes_that_counts():
    site, area = a_site_at(1, 0, 0), an_area_at(1, 0, 0, 50)
    first = built_of(counted([site], [area], [[NO, NO]], TWO), best(1)).basis
    same = built_of(counted([site], [area], [[NO, NO]], TWO), best(1)).basis
    others = [
        built_of(counted([site], [area], [[NO, PAUSED]], TWO), best(1)).basis,
        built_of(counted([site], [an_area_at(1, 0, 0, 51)], [[NO, NO]], TWO), best(1)).basis,
        built_of(counted([a_site_at(1, 1, 0)], [area], [[NO, NO]], TWO), best(1)).basis,
        built_of(counted([site], [area], [[NO, NO]], TWO), Asked((NT2, LIFT), Way.EUROS, 9)).basis,
    ]
    assert first == same
    assert len({first, *others}) == 5


def test_offers_and_points_are_numbered_as_the_solver_asks():
    coverage = counted(
        [a_site_at(1, 0, 0), a_site_at(2, 100, 0)], [an_area_at(n, n * 10, 0, 20) for n in range(6)], [[NO, NO], [YES, NO]], TWO
    )
    problem = built_of(coverage, best(1)).problem
    assert problem.offers == len(problem.starts) - 1
    for offer in range(problem.offers):
        reached = problem.reached_by(offer)
        assert (np.diff(reached) > 0).all()
    assert problem.points.dtype == problem.weight.dtype == np.int64


def test_the_conditions_of_a_question_stand_beside_its_figures():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 0, 0), a_site_at(3, 0, 0, kind="special")]
    coverage = counted(sites, [an_area_at(1, 0, 0, 50)], [[NO, NO]] * 3, TWO)
    asked = Asked(
        (NT2, LIFT),
        Way.EUROS,
        9,
        site_kinds=("regular",),
        without=(sites[0].brin6,),
        certain=(sites[1].brin6,),
        hours=((NT2, Decimal("1.5")),),
    )
    told = " ".join(advice_of(coverage, asked).lines)
    assert "Alleen deze scholen mochten meedoen: Basisschool." in told
    assert "Deze scholen konden niet: De Vuursprot 1." in told
    assert "Deze scholen moesten er zeker bij: De Vuursprot 2." in told
    assert "Per school kost € 3 in een schooljaar, bij 1,5 uur per week: Nederlands als tweede taal (NT2)." in told
    assert "Per school kost € 2 in een schooljaar: Lift." in told


def test_a_child_who_loses_two_kinds_when_a_school_closes_is_one_child():
    coverage = counted([a_site_at(1, 0, 0)], [an_area_at(1, 0, 0, 50)], [[NO, NO]], TWO)
    assert {(choice.alone, choice.closes) for choice in advice_of(coverage, best(2)).choices} == {(50, 50)}


def test_a_school_that_reaches_nobody_is_not_among_those_that_were_searched():
    coverage = counted([a_site_at(1, 0, 0), a_site_at(2, 50_000, 0)], [an_area_at(1, 0, 0, 50)], [[NO, NO]] * 2, TWO)
    assert advice_of(coverage, best(4, certain=(coverage.sites[1].brin6,))).offers == 2
