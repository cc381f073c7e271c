"""Is no public profile ever missing from the offers, are the rows the same whenever they are made, and what does reading cost?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from dekkend.offers.actions import choosing
from dekkend.offers.actions.projecting import rebuild, take_up
from dekkend.offers.models import Offer, Projection
from dekkend.offers.queries import offers_in, offers_of, revision_of, unprojected
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from tests.factories.offers import NOW, NT2, TODAY, a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db


def rows() -> list[tuple]:
    return list(
        Offer.anywhere.order_by("version_id", "number").values_list("version_id", "number", "key", "code", "level", "hours", "confirmed_on")
    )


def test_a_public_profile_counts_before_anything_is_projected(site):
    version = a_public_offer(site)
    assert [each.pk for each in unprojected()] == [version.pk]
    worked_out = offers_of(site, today=TODAY)
    assert worked_out
    take_up()
    assert not unprojected()
    assert offers_of(site, today=TODAY) == worked_out


def test_rows_that_other_rules_made_are_not_believed(site):
    a_public_offer(site)
    take_up()
    good = offers_of(site, today=TODAY)
    Offer.anywhere.update(level=None)
    Projection.anywhere.update(made_with="older")
    assert offers_of(site, today=TODAY) == good
    assert take_up() == 1
    assert offers_of(site, today=TODAY) == good


def test_a_publication_to_come_counts_from_its_day(site):
    a_public_offer(site, year="2025-2026", on=date(2025, 7, 20))
    later = TODAY + timedelta(10)
    a_public_offer(site, year="2026-2027", on=later)
    take_up()
    assert {offer.school_year for offer in offers_of(site, today=later - timedelta(1))} == {"2025-2026"}
    assert {offer.school_year for offer in offers_of(site, today=later)} == {"2026-2027"}
    assert offers_of(site, today=date(2025, 7, 19)) == ()


def test_what_was_projected_bit_by_bit_is_what_is_rebuilt_at_once(site):
    region = site.partnership
    for at in range(3):
        a_public_offer(a_site(region, name=f"School {at}"))
        take_up()
    incremental = rows()
    assert rebuild(region) == 3
    assert rows() == incremental
    assert rebuild() == 3
    assert rows() == incremental


def test_the_command_rebuilds_one_place(site, capsys):
    a_public_offer(site)
    call_command("offers", "rebuild", "--place", site.brin6)
    assert capsys.readouterr().out.startswith("1 profielen")
    assert offers_of(site, today=TODAY)


def test_reading_a_region_costs_two_queries_for_one_school_and_for_three(site, django_assert_num_queries):
    a_public_offer(site)
    take_up()
    for more in (0, 2):
        for at in range(more):
            a_public_offer(a_site(site.partnership, name=f"School {at}"))
        take_up()
        with django_assert_num_queries(2):
            assert len({offer.site_id for offer in offers_in(site.partnership, today=TODAY)}) == 1 + more


def test_a_region_has_only_its_own_offers(site):
    a_public_offer(site)
    elsewhere = a_site(a_region("SWV Elders"))
    a_public_offer(elsewhere)
    assert {offer.site_id for offer in offers_in(site.partnership, today=TODAY)} == {site.pk}


def test_words_that_a_person_named_count_in_every_school_of_the_region_and_nowhere_else(site, person):
    own = [{"name": "Plusklas", "period": None}]
    elsewhere = a_site(a_region("SWV Elders"))
    a_public_offer(site, extra_offers=own)
    a_public_offer(elsewhere, extra_offers=own)
    take_up()
    adviser = person(Role.ADVISER, site)
    before = revision_of(site.partnership)
    given = {"by": adviser, "scope": scope_of(adviser, TODAY), "now": NOW}
    assert choosing.name_words(site.partnership, "PLUSKLAS", "expertise.giftedness", **given) == 1
    assert revision_of(site.partnership) > before
    codes = [{offer.code for offer in offers_of(each, today=TODAY) if offer.claim.block == "extra_offers"} for each in (site, elsewhere)]
    assert codes == [{"expertise.giftedness"}, {""}]
    choosing.forget_words(site.partnership, "plusklas", **given)
    assert {offer.code for offer in offers_of(site, today=TODAY) if offer.claim.block == "extra_offers"} == {""}


def test_an_unknown_row_is_no_offer_and_no_zero(site):
    version = a_public_offer(site)
    assert {offer.level for offer in offers_of(site, today=TODAY)} >= {0, 1}
    assert NT2 in {offer.code for offer in offers_of(site, today=TODAY)}
    assert version.published_on == date(2026, 7, 20)
