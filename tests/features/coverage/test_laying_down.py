"""Can a region choose how it counts, take that back, and can nobody else?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from dekkend.audit.models import Entry
from dekkend.coverage.actions import choosing, norms, rates
from dekkend.coverage.models import CoverageSettings, OwnNorm
from dekkend.coverage.queries import chosen_norms, norms_for, rate_keys, rates_of, settings_history, settings_of, views_of
from dekkend.coverage.rules.kinds import with_radius
from dekkend.coverage.words import USUAL, Per, Rate, Refused
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from tests.factories.offers import NOW, NT2, TODAY
from tests.factories.organisations import a_region

pytestmark = pytest.mark.django_db
NORM = """
name: zilverkust
version: "1"
title: Basisondersteuning Zilverkust
source: Verzonnen ondersteuningsplan
valid_from: 2026-08-01
items:
  - {label: Nederlands als tweede taal & lezen, one_of: [expertise.second_language, expertise.language_reading_speech]}
"""


@pytest.fixture
def region(site):
    return site.partnership


@pytest.fixture
def adviser(person, site):
    user = person(Role.ADVISER, site)
    return {"by": user, "scope": scope_of(user, TODAY), "now": NOW}


@pytest.fixture
def director(person, site):
    user = person(Role.PARTNERSHIP_DIRECTOR, site)
    return {"by": user, "scope": scope_of(user, TODAY), "now": NOW}


def last_choice() -> int:
    return CoverageSettings.anywhere.latest("pk").pk


def last_event() -> str:
    return Entry.objects.order_by("-pk").values_list("event", flat=True).first()


def test_a_region_that_chose_nothing_counts_as_usual(region):
    assert settings_of(region) == USUAL


def test_a_choice_stands_is_written_down_and_is_undone(region, adviser):
    near = with_radius(USUAL, 1.0)
    choosing.choose_settings(region, near, **adviser)
    choosing.choose_settings(region, replace(near, detour=1.4), **adviser)
    assert settings_of(region).detour == 1.4
    assert "omweg 1,4" in Entry.objects.order_by("-pk").first().details["choice"]
    assert choosing.undo_settings(region, last_choice(), **adviser) == near
    assert last_event() == "coverage.set_back"
    assert settings_history(region).count() == 3


def test_undoing_twice_is_as_it_was_and_the_first_choice_goes_back_to_the_standard(region, adviser):
    with pytest.raises(Refused):
        choosing.undo_settings(region, 1, **adviser)
    near = with_radius(USUAL, 1.0)
    choosing.choose_settings(region, near, **adviser)
    assert choosing.undo_settings(region, last_choice(), **adviser) == USUAL
    assert choosing.undo_settings(region, last_choice(), **adviser) == near
    assert settings_of(region) == near


def test_the_same_choice_again_is_no_change(region, adviser):
    choosing.choose_settings(region, USUAL, **adviser)
    assert not CoverageSettings.anywhere.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(USUAL, detour=0.9),
        replace(USUAL, detour=2.1),
        with_radius(USUAL, 0.4),
        with_radius(USUAL, 26),
        replace(USUAL, codes=("expertise.flying",)),
        replace(USUAL, own_levels=((NT2, 4),)),
        replace(USUAL, levels=(("expertise", 7),)),
        replace(USUAL, norms=("die er niet is",)),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(region, adviser, wrong):
    with pytest.raises(Refused, match=r"\w+ .*\."):
        choosing.choose_settings(region, wrong, **adviser)


def test_nobody_else_chooses(region, person, site):
    for user in (person(Role.DIRECTOR, site), person(Role.BOARD, site), person()):
        with pytest.raises(PermissionDenied):
            choosing.choose_settings(region, USUAL, by=user, scope=scope_of(user, TODAY), now=NOW)


def test_another_region_is_out_of_reach(adviser):
    with pytest.raises(PermissionDenied):
        choosing.choose_settings(a_region("SWV Polder"), USUAL, **adviser)


def test_a_view_is_kept_replaced_removed_and_brought_back(region, adviser):
    choosing.save_view(region, " NT2  dichtbij ", "?soort=nt2", **adviser)
    choosing.save_view(region, "NT2 dichtbij", "soort=nt2&straal=1", **adviser)
    assert [(view.name, view.query) for view in views_of(region)] == [("NT2 dichtbij", "soort=nt2&straal=1")]
    choosing.remove_view(region, "NT2 dichtbij", **adviser)
    assert not views_of(region)
    choosing.restore_view(region, "NT2 dichtbij", **adviser)
    assert [view.query for view in views_of(region)] == ["soort=nt2&straal=1"]
    with pytest.raises(Refused):
        choosing.save_view(region, "  ", "", **adviser)


def test_an_amount_is_filled_in_changed_and_undone(region, director, adviser):
    rates.set_rate(region, "2026-2027", NT2, Per.HOUR, Decimal("1200.50"), **director)
    rates.set_rate(region, "2026-2027", NT2, Per.SCHOOL, Decimal(9000), **director)
    assert rates_of(region, "2026-2027") == (Rate(NT2, Per.SCHOOL, Decimal(9000)),)
    key = rate_keys(region, "2026-2027")[NT2]
    rates.undo_rate(region, "2026-2027", NT2, key, **director)
    with pytest.raises(Refused, match="niet meer de laatste"):
        rates.undo_rate(region, "2026-2027", NT2, key, **director)
    assert rates_of(region, "2026-2027") == (Rate(NT2, Per.HOUR, Decimal("1200.50")),)
    assert rates_of(region, "2027-2028") == ()
    for year, code, euros in (("2026", NT2, 1), ("2026-2027", "nothing", 1), ("2026-2027", NT2, -1), ("2026-2027", NT2, 0)):
        with pytest.raises(Refused):
            rates.set_rate(region, year, code, Per.HOUR, Decimal(euros), **director)
    with pytest.raises(PermissionDenied):
        rates.set_rate(region, "2026-2027", NT2, Per.HOUR, Decimal(1), **adviser)


def test_an_own_norm_is_added_chosen_withdrawn_and_brought_back(region, adviser):
    row = norms.add_norm(region, NORM.encode(), **adviser)
    assert [norm.title for norm in norms_for(region) if norm.name == "zilverkust"] == ["Basisondersteuning Zilverkust"]
    settings = choosing.choose_settings(region, replace(USUAL, norms=("voorbeeld", "zilverkust")), **adviser)
    assert [norm.version for norm in chosen_norms(region, settings, today=TODAY)] == ["2026", "1"]
    assert not [norm for norm in norms_for(a_region("SWV Polder")) if norm.name == "zilverkust"]
    norms.withdraw_norm(region, row.pk, **adviser)
    assert [norm.name for norm in chosen_norms(region, settings, today=TODAY)] == ["voorbeeld"]
    norms.bring_norm_back(region, row.pk, **adviser)
    assert OwnNorm.anywhere.filter(ended_at=None).count() == 1
    with pytest.raises(Refused):
        norms.bring_norm_back(region, row.pk, **adviser)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", "geen norm"),
        (b"\xff\xfe", "UTF-8"),
        (b"x" * 100_001, "te groot"),
        (b"name: [", "Regel 1"),
        (NORM.replace("zilverkust\n", "Zilver Kust\n").encode(), "korte naam"),
        (NORM.replace("name: zilverkust", "name: voorbeeld").encode(), "hoort bij Dekkend"),
        (NORM.replace("2026-08-01", "ooit").encode(), "vanaf welke dag"),
        (NORM.replace("2026-08-01", "2026-13-41").encode(), "welke dag|niet te lezen"),
        (NORM.replace("expertise.second_language", "expertise.flying").encode(), "expertise.flying"),
        (NORM.replace("]}", "], level: 9}").encode(), "niveau 9"),
        (NORM.replace("title: Basisondersteuning Zilverkust", "title: &a [*a]").encode(), "verwijzingen"),
        (b"!!python/object/apply:os.system [ls]", "niet te lezen"),
        (NORM.split("items:")[0].encode(), "onderdelen"),
    ],
)
def test_a_file_that_is_no_norm_is_refused_with_what_is_wrong(region, adviser, text, told):
    with pytest.raises(Refused, match=told):
        norms.add_norm(region, text, **adviser)
    assert not OwnNorm.anywhere.exists()
