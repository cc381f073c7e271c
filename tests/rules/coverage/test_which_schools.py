"""Do only schools count that teach children of 4 to 11, and is it said which do not and where a child cannot simply go?"""

from __future__ import annotations

from dekkend.coverage.gateways.nearness import ground_of
from dekkend.coverage.rules.schools import apart_in_words, which_schools
from dekkend.coverage.words import USUAL
from tests.factories.coverage import a_site_at, an_area_at

ARTICLES = ("artikel 1 WPO", "artikel 2 WEC")
AREA = an_area_at(1, 0, 0, children=100)


def a_secondary(number, x=0, y=0):
    return a_site_at(number, x, y, kind="secondary_special")


def test_a_school_with_only_secondary_special_education_has_no_row_inside_or_around_the_region():
    regular, both, secondary = a_site_at(1, 0, 0), a_site_at(2, 0, 0, kind="special"), a_secondary(3)
    ground = ground_of([regular, secondary, both], [a_secondary(4), a_site_at(5, 0, 0)], [AREA])
    assert [site.site_id for site in ground.sites] == [1, 2, 5]
    assert (ground.inside, len(ground.points), ground.apart) == (2, 3, (secondary,))


def test_it_is_told_how_many_schools_there_are_and_how_many_do_not_count():
    ground = ground_of([a_site_at(1, 0, 0), a_secondary(2)], [], [AREA])
    assert apart_in_words(ground) == "De regio heeft 2 scholen, waarvan 1 alleen voor voortgezet speciaal onderwijs: die tellen niet mee."
    assert apart_in_words(ground) in which_schools(USUAL, ground, ARTICLES)
    assert apart_in_words(ground_of([a_site_at(1, 0, 0)], [], [AREA])) == ""


def test_it_is_told_with_the_articles_of_the_law_where_a_child_needs_a_declaration():
    regular, special = a_site_at(1, 0, 0), a_site_at(2, 0, 0, kind="special_primary")
    told = " ".join(which_schools(USUAL, ground_of([regular, special], [], [AREA]), ARTICLES))
    assert "toelaatbaarheidsverklaring" in told
    assert "(artikel 1 WPO, artikel 2 WEC)" in told
    assert "toelaatbaarheid" not in " ".join(which_schools(USUAL, ground_of([regular], [], [AREA]), ARTICLES))
