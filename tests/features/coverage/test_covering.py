"""Does coverage follow from what schools made public, on which day and in which year, and what does asking cost?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dekkend.coverage.gateways import kept
from dekkend.coverage.queries import boards_of_region, coverage_of, norm_check, peers_of, trend_of
from dekkend.coverage.rules.evidence import behind
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.fragility import on_one_person
from dekkend.coverage.rules.kinds import only, with_radius
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.words import USUAL
from dekkend.offers.actions import saying
from dekkend.offers.actions.projecting import take_up
from dekkend.offers.gateways import load_norms
from dekkend.offers.words import Availability, Said, Sign
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from tests.corpus.school import vuursprot
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NOW, NT2, TODAY, a_public_offer
from tests.factories.organisations import a_board, a_region, a_site

pytestmark = pytest.mark.django_db
NT2_ONLY = only(USUAL, NT2)


@pytest.fixture
def placed(site):
    """De Vuursprot at the origin with a public profile that has NT2; 100 children there and 60 ten kilometres away."""
    a_public_offer(site)
    take_up()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    return site


def figure(site, settings=NT2_ONLY, today=TODAY, school_year=None):
    return of_region(coverage_of(site.partnership, settings, today=today, school_year=school_year))[0]


def say(person, site, said, today=TODAY):
    director = person(Role.DIRECTOR, site)
    saying.declare(site, NT2, said, by=director, scope=scope_of(director, today), today=today, now=NOW)


def test_children_near_a_school_that_has_it_are_covered(placed):
    assert (figure(placed).covered, figure(placed).children) == (100, 160)
    assert figure(placed).low == pytest.approx(0.625)
    [spot] = white_spots(coverage_of(placed.partnership, NT2_ONLY, today=TODAY))
    assert (spot.area.postcode, spot.children, spot.sure, spot.nearest.km) == ("9998", 60, True, 12.5)


def test_a_wider_radius_is_counted_at_once(placed):
    assert figure(placed, with_radius(NT2_ONLY, 12.5)).covered == 160
    assert figure(placed, with_radius(NT2_ONLY, 12.4)).covered == 100


@pytest.mark.parametrize(("days", "covered"), [(-1, 0), (0, 0), (1, 100)])
def test_a_pause_takes_cover_away_until_its_last_day(placed, person, days, covered):
    end = TODAY + timedelta(10)
    say(person, placed, Said(Availability.PAUSED, from_day=TODAY, until=end))
    assert figure(placed, today=end + timedelta(days)).covered == covered


def test_what_is_said_counts_at_once_though_figures_are_kept(placed, person):
    assert figure(placed).covered == 100
    say(person, placed, Said(Availability.GONE))
    assert figure(placed).covered == 0


def test_a_profile_counts_as_soon_as_it_is_public_before_any_worker_saw_it(placed):
    late = a_site(placed.partnership, name="De Late")
    put_site(late, 110_000, 400_000)
    assert figure(placed).possible == 60
    a_public_offer(late, on=TODAY)
    assert (figure(placed).covered, figure(placed).possible) == (160, 0)


def test_a_school_without_a_profile_leaves_it_open(placed):
    silent = a_site(placed.partnership, name="De Stille")
    put_site(silent, 110_000, 400_000)
    assert (figure(placed).covered, figure(placed).possible, figure(placed).high) == (100, 60, 1.0)


def test_a_school_that_the_register_does_not_know_has_no_place(placed):
    lost = a_site(placed.partnership, name="De Verdwaalde")
    a_public_offer(lost)
    coverage = coverage_of(placed.partnership, NT2_ONLY, today=TODAY)
    assert figure(placed).covered == 100
    reasons = {each.site.name: each.reason for each in behind(coverage, NT2).evidence}
    assert "Waar zij ligt" in reasons["De Verdwaalde"]


def test_behind_a_figure_stands_the_sentence_of_the_school(placed):
    found = behind(coverage_of(placed.partnership, NT2_ONLY, today=TODAY), NT2)
    [told] = found.evidence
    assert (found.yes, found.no, found.unknown) == (1, 0, 0)
    assert (told.quote, told.school_year, told.sign) == ("fulltime in de taalklas", "2026-2027", Sign.YES)
    assert [offer.version_id for offer in told.offers]


def test_a_school_that_does_it_with_one_person_is_named(placed, person):
    say(person, placed, Said(persons=1))
    [fragile] = on_one_person(coverage_of(placed.partnership, NT2_ONLY, today=TODAY))
    assert (fragile.site.name, fragile.children) == ("De Vuursprot", 100)


def test_an_earlier_year_is_what_its_profiles_said(placed, person):
    without = vuursprot()["values"]["expertise"]
    without = without | {"rows": without["rows"] | {"second_language": {"choice": "no", "note": ""}}}
    a_public_offer(placed, year="2025-2026", on=date(2025, 7, 20), expertise=without)
    say(person, placed, Said(Availability.GONE))
    assert figure(placed, school_year="2025-2026").covered == 0
    assert figure(placed, school_year="2026-2027").covered == 100
    assert figure(placed, school_year="2024-2025").possible == 100
    points = trend_of(placed.partnership, NT2_ONLY, today=TODAY)
    assert [(point.school_year, point.figures[0].covered, point.answered) for point in points] == [
        ("2025-2026", 0, 1),
        ("2026-2027", 100, 1),
    ]


def test_schools_around_count_only_when_the_region_says_so(placed):
    other = a_site(a_region("SWV Polder"), name="De Overkant", brin6="98YY00")
    a_public_offer(other)
    put_site(other, 110_000, 400_000)
    assert figure(placed).covered == 100
    assert figure(placed, replace(NT2_ONLY, around=True)).covered == 160
    coverage = coverage_of(placed.partnership, replace(NT2_ONLY, around=True), today=TODAY)
    assert coverage.ground.inside == 1
    assert any("buiten de regio tellen mee" in line for line in coverage.lines)


def test_what_a_school_tells_its_own_region_only_is_not_told_to_another(placed, person):
    other = a_site(a_region("SWV Polder"), name="De Overkant", brin6="98YY00")
    a_public_offer(other)
    put_site(other, 110_000, 400_000)
    say(person, other, Said(persons=1, role="Alleen de leraar van groep 8"))
    theirs = coverage_of(placed.partnership, replace(NT2_ONLY, around=True), today=TODAY)
    assert "groep 8" not in repr(theirs.marks.offers)
    assert not on_one_person(theirs)
    assert "groep 8" in repr(coverage_of(other.partnership, NT2_ONLY, today=TODAY).marks.offers), "the own region still knows"


def test_another_region_is_not_in_the_figures(placed):
    other = a_site(a_region("SWV Polder"), brin6="98YY00")
    put_site(other, 100_000, 400_000)
    assert [site.name for site in coverage_of(placed.partnership, NT2_ONLY, today=TODAY).sites] == ["De Vuursprot"]


def test_a_board_is_counted_by_the_children_near_its_own_schools(placed):
    second = a_site(placed.partnership, a_board("Stichting De Vloed"), name="De Vloed")
    put_site(second, 110_000, 400_000)
    rows = {row.name: row for row in boards_of_region(coverage_of(placed.partnership, NT2_ONLY, today=TODAY))}
    assert rows["Stichting De Golfslag"].figures[0].low == 1.0
    assert (rows["Stichting De Vloed"].children, rows["Stichting De Vloed"].figures[0].possible) == (60, 60)


def test_regions_of_the_same_size_are_compared_without_their_names(placed):
    for name, brin6, postcode, children in (("SWV Polder", "98YY00", "8888", 180), ("SWV Groot", "97YY00", "7777", 400)):
        other = a_site(a_region(name), brin6=brin6)
        put_site(other, 10_000, 300_000)
        put_area(other.partnership, postcode, 10_000, 300_000, children)
    [peer] = peers_of(placed.partnership, NT2_ONLY, today=TODAY)
    assert (peer.name, peer.shares) == ("Regio A", ((0.0, 1.0),))


def test_a_norm_tells_who_lacks_what_and_of_whom_it_is_not_known(placed):
    a_site(placed.partnership, name="De Stille")
    both = norm_check(placed.partnership, [norm for norm in load_norms() if norm.name == "voorbeeld"], today=TODAY)
    assert [check.norm.version for check in both] == ["2023", "2026"]
    for check in both:
        by_name = {row.site.name: row for row in check.rows}
        assert by_name["De Stille"].unknown == len(check.norm.items)
        assert by_name["De Stille"].meets is Sign.UNKNOWN
        assert sum(check.meeting().values()) == 2


def test_asking_again_costs_the_same_few_queries_for_three_schools_as_for_one(placed):
    def queries(*, fresh):
        if fresh:
            kept.forget()
        with CaptureQueriesContext(connection) as asked:
            coverage_of(placed.partnership, USUAL, today=TODAY)
        return len(asked)

    coverage_of(placed.partnership, USUAL, today=TODAY)
    first, again = queries(fresh=True), queries(fresh=False)
    for number in range(2):
        more = a_site(placed.partnership, name=f"De Volgende {number}")
        a_public_offer(more)
        put_site(more, 100_000, 400_000 + number)
    take_up()
    coverage_of(placed.partnership, USUAL, today=TODAY)
    assert (queries(fresh=True), queries(fresh=False)) == (first, again)
    assert again <= 4


def test_a_trend_asks_for_what_changed_once_for_all_years(placed):
    a_public_offer(placed, year="2025-2026", on=date(2025, 7, 20))
    trend_of(placed.partnership, NT2_ONLY, today=TODAY)
    with CaptureQueriesContext(connection) as asked:
        assert len(trend_of(placed.partnership, NT2_ONLY, today=TODAY)) == 2
    assert len(asked) <= 5
