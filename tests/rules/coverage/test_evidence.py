"""Why does an offer count or not, how much is there of it, what does it cost, and who depends on one person?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dekkend.coverage.rules.capacity import capacity, costs, places_in
from dekkend.coverage.rules.evidence import behind, of_site
from dekkend.coverage.rules.fragility import on_one_person
from dekkend.coverage.rules.kinds import kinds_of, only
from dekkend.coverage.rules.marks import by_site_and_code, mark, marks_of
from dekkend.coverage.rules.norm_check import check
from dekkend.coverage.words import USUAL, Per, Rate
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES
from dekkend.kernel.school_years import SchoolYear
from dekkend.offers.words import Availability, Claim, Norm, NormItem, Said, Sign, SiteOffer
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.factories.coverage import NT2, a_site_at, an_area_at, counted

SPEECH = "external_experts.speech_therapy"


def an_offer(site=1, level=1, *, code=NT2, state=Availability.AVAILABLE, hours=None, note="fulltime in de taalklas", **said):
    claim = Claim(code, code, "NT2", code.partition(".")[0], code, level, "yes", note, "", hours, "", date(2026, 6, 1))
    return SiteOffer(site, 7, "2026-2027", claim, state, Said(state, **said), date(2026, 6, 1))


def covered(offers, sites=None, code=NT2, **fields):
    """Coverage of one kind, with the schools at one place where 100 children live."""
    sites = sites or [a_site_at(1, 0, 0, **fields)]
    settings = only(USUAL, code)
    marks = marks_of(sites, kinds_of(settings, load_catalogue()), by_site_and_code(offers))
    found = counted(sites, [an_area_at(1, 0, 0, 100)], marks.signs.tolist(), settings)
    answered = frozenset(row for row, site in enumerate(sites) if site.site_id in {offer.site_id for offer in offers})
    return replace(found, marks=marks, answered=answered)


@pytest.mark.parametrize(
    ("offers", "level", "sign"),
    [
        ([], 1, UNKNOWN),
        ([an_offer(level=None)], 1, UNKNOWN),
        ([an_offer(level=0)], 1, NO),
        ([an_offer(level=0), an_offer(level=None)], 1, NO),
        ([an_offer(level=1)], 1, YES),
        ([an_offer(level=1)], 2, NO),
        ([an_offer(level=2)], 2, YES),
        ([an_offer(level=2, state=Availability.PAUSED)], 2, PAUSED),
        ([an_offer(level=2, state=Availability.GONE)], 1, PAUSED),
        ([an_offer(level=2, state=Availability.PLANNED), an_offer(level=1)], 1, YES),
        ([an_offer(level=2, state=Availability.PLANNED), an_offer(level=1)], 2, PAUSED),
    ],
)
def test_one_offer_that_is_enough_decides(offers, level, sign):
    assert mark(offers, level) == sign


@pytest.mark.parametrize(
    ("offers", "fields", "words"),
    [
        ([], {"site_id": None}, "doet niet mee"),
        ([], {}, "geen openbaar profiel"),
        ([an_offer(level=None)], {}, "gaf hier geen antwoord"),
        ([an_offer(level=0)], {}, "heeft dit niet"),
        ([an_offer(state=Availability.PAUSED)], {}, "nu even niet"),
        ([an_offer(state=Availability.PAUSED, until=date(2026, 12, 1))], {}, "tot en met 1 december 2026"),
        ([an_offer(state=Availability.PLANNED)], {}, "later"),
        ([an_offer(state=Availability.GONE)], {}, "niet meer"),
        ([an_offer()], {"point": None}, "Waar zij ligt"),
        ([an_offer()], {}, "heeft dit."),
    ],
)
def test_each_school_comes_with_the_reason_why_it_counts_or_not(offers, fields, words):
    [told] = behind(covered(offers, **fields), NT2).evidence
    assert words in told.reason
    assert told.quote == ("fulltime in de taalklas" if offers else "")


def test_help_that_is_there_too_seldom_is_a_no_with_its_reason():
    found = behind(covered([an_offer(level=1, code=SPEECH)], code=SPEECH), SPEECH)
    assert (found.no, found.evidence[0].sign) == (1, Sign.NO)
    assert "minder vaak" in found.evidence[0].reason


def test_who_has_it_stands_first_and_a_kind_that_is_not_counted_has_no_list():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 0, 0), a_site_at(3, 0, 0), a_site_at(4, 0, 0)]
    offers = [an_offer(1, 0), an_offer(2, None), an_offer(3, 1), an_offer(4, 1, state=Availability.PAUSED)]
    coverage = covered(offers, sites)
    found = behind(coverage, NT2)
    assert [each.site.site_id for each in found.evidence] == [3, 4, 2, 1]
    assert (found.yes, found.paused, found.unknown, found.no) == (1, 1, 1, 1)
    assert behind(coverage, "facilities.lift") is None
    assert [each.kind.code for each in of_site(coverage, 0)] == [NT2]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("12 plaatsen", 12),
        ("Er zijn 8 plekken op dinsdag", 8),
        ("een groep van 14 leerlingen", 14),
        ("plek voor 6 kinderen", 6),
        ("12 plaatsen, en nog 4 plekken", None),
        ("twee dagdelen per week", None),
        ("op 3 plaatsen in het gebouw en 3 plaatsen buiten", 3),
        ("", None),
    ],
)
def test_places_are_counted_only_where_a_school_says_one_number(text, places):
    assert places_in(text) == places


def test_hours_and_places_are_added_up_and_what_is_not_said_is_told():
    sites = [a_site_at(number, 0, 0) for number in (1, 2, 3, 4)]
    offers = [
        an_offer(1, hours=Decimal(8), note="12 plaatsen"),
        an_offer(2, hours=Decimal(8), state=Availability.PAUSED),
        an_offer(3),
        replace(an_offer(4, hours=Decimal(2)), said=Said(hours=Decimal("4.5"))),
    ]
    [held] = capacity(covered(offers, sites))
    assert (held.sites, held.hours, held.hours_known, held.places, held.places_known) == (3, Decimal("12.5"), 2, 12, 1)


def test_money_of_a_school_year_falls_in_two_calendar_years_and_loses_no_cent():
    sites = [a_site_at(number, 0, 0) for number in (1, 2, 3)]
    coverage = covered([an_offer(1, hours=Decimal(8)), an_offer(2, hours=Decimal("2.5")), an_offer(3)], sites)
    per_hour, per_school = Rate(NT2, Per.HOUR, Decimal("1000.01")), Rate(NT2, Per.SCHOOL, Decimal(100))
    [hours], [schools] = (costs(coverage, [rate], SchoolYear(2026)) for rate in (per_hour, per_school))
    assert (hours.counted, hours.missing, hours.total) == (Decimal("10.5"), 1, Decimal("10500.11"))
    assert (hours.first_year, hours.first, hours.second) == (2026, Decimal("4375.05"), Decimal("6125.06"))
    assert (schools.counted, schools.missing, schools.total, schools.first + schools.second) == (3, 0, Decimal(300), Decimal(300))
    assert costs(coverage, [], SchoolYear(2026)) == ()
    assert costs(coverage, [Rate("facilities.lift", Per.SCHOOL, Decimal(1))], SchoolYear(2026)) == ()


def test_one_person_counts_only_when_nobody_else_at_that_school_does_it():
    alone, two = an_offer(1, persons=1), an_offer(1, persons=None)
    assert [each.children for each in on_one_person(covered([alone]))] == [100]
    assert on_one_person(covered([alone, two])) == ()
    assert on_one_person(covered([an_offer(1, persons=2)])) == ()
    assert on_one_person(covered([an_offer(1, state=Availability.PAUSED, persons=1)])) == ()


def test_a_norm_is_met_only_when_nothing_lacks_and_nothing_is_unknown():
    norm = Norm("n", "1", "N", "", date(2026, 8, 1), (NormItem("NT2", (NT2,)), NormItem("Logopedie", (SPEECH,), 2)))
    sites = [a_site_at(number, 0, 0) for number in (1, 2, 3, 4)]
    offers = [an_offer(1), an_offer(1, 2, code=SPEECH), an_offer(2), an_offer(2, 1, code=SPEECH), an_offer(3)]
    found = check(norm, sites, by_site_and_code(offers))
    assert [(row.site.site_id, row.meets) for row in found.rows] == [(2, Sign.NO), (4, Sign.UNKNOWN), (3, Sign.UNKNOWN), (1, Sign.YES)]
    assert found.meeting() == {Sign.YES: 1, Sign.NO: 1, Sign.UNKNOWN: 2}
    assert found.counts(1)[Sign.UNKNOWN] == 2


def test_behind_a_figure_a_row_of_a_table_is_told_in_words_and_a_cross_as_a_cross():
    [told] = behind(covered([an_offer(level=0, note="NT2 | Nee |")]), NT2).evidence
    assert (told.quote, told.row, told.ticked) == ("NT2 | Nee |", "NT2: nee", False)
    [told] = behind(covered([an_offer(level=0, note="")]), NT2).evidence
    assert (told.quote, told.row, told.ticked) == ("", "", True)
    [told] = behind(covered([]), NT2).evidence
    assert not told.ticked
