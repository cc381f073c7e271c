"""Does the quick way to read a whole country say the same as the offers of each region, one by one?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.finder.rules.indexing import best_by_code, reason_behind
from dekkend.offers.actions import saying
from dekkend.offers.actions.projecting import take_up
from dekkend.offers.queries import known_in, offers_in
from dekkend.offers.words import Availability, Said
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_site
from tests.features.finder.conftest import AGO, TODAY

pytestmark = pytest.mark.django_db


def told(offers) -> dict:
    """By site and code the state and what stands behind it, whichever way it was read."""
    return {
        (site, code): (state, reason_behind(said) if said else None)
        for site, (_, codes) in offers.items()
        for code, (state, said) in codes.items()
        if said
    }


def test_paused_confirmed_unprojected_and_plain_offers_are_read_alike(ground, person):
    region = ground["near"].partnership
    confirmed = a_site(region, name="De Kaap")
    a_public_offer(confirmed, on=AGO)
    take_up()
    a_public_offer(a_site(region, name="Nog niet gelegd"), on=AGO)
    for site, act in ((ground["near"], saying.declare), (confirmed, saying.confirm)):
        who = person(Role.DIRECTOR, site)
        given = {"by": who, "scope": scope_of(who, TODAY), "today": TODAY, "now": timezone.now()}
        act(site, NT2, *([Said(Availability.PAUSED)] if act is saying.declare else []), **given)
    years, plain, others = known_in(region, today=TODAY)
    assert {offer.site_id for offer in others} == {ground["near"].pk, max(years)}
    assert {row.site_id for row in plain} == {ground["far"].pk, confirmed.pk}
    quick = told(best_by_code(years, plain, others, TODAY))
    assert quick == told(best_by_code({}, (), offers_in(region, today=TODAY), TODAY))
    assert quick[confirmed.pk, NT2][1].confirmed_on == TODAY
