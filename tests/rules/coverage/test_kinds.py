"""How near and how much is asked for each kind, and is a choice the same after it was stored?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dekkend.coverage.rules.kinds import as_data, checked, code_called, difference, from_data, kinds_of, only, with_radius
from dekkend.coverage.rules.places import finest
from dekkend.coverage.rules.telling import method, which_kinds
from dekkend.coverage.words import USUAL, Refused, Settings
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.words import Area
from tests.factories.coverage import NT2, an_area_at, counted

CATALOGUE = load_catalogue()
SPEECH = "external_experts.speech_therapy"


def kind(settings, code, *, coarse=True):
    return next(each for each in kinds_of(settings, CATALOGUE, coarse=coarse) if each.code == code)


def test_the_kinds_of_the_form_are_counted_unless_the_region_chooses_others():
    assert len(kinds_of(USUAL, CATALOGUE)) == 32
    assert [each.code for each in kinds_of(replace(USUAL, codes=("facilities.quiet_room", NT2)), CATALOGUE)] == [
        NT2,
        "facilities.quiet_room",
    ]


def test_a_kind_of_its_own_goes_before_its_domain_and_block():
    assert (kind(USUAL, SPEECH).radius_km, kind(USUAL, SPEECH).level) == (2.0, 2)
    own = replace(USUAL, own_radii=((SPEECH, 5.0),), own_levels=((SPEECH, 3),))
    assert (kind(own, SPEECH).radius_km, kind(own, SPEECH).level) == (5.0, 3)
    assert kind(own, NT2).radius_km == 2.0


@pytest.mark.parametrize(("km", "coarse", "rough"), [(1.0, True, True), (1.9, True, True), (2.0, True, False), (1.0, False, False)])
def test_less_than_two_kilometres_from_the_middle_of_an_area_is_rough(km, coarse, rough):
    assert kind(with_radius(USUAL, km), NT2, coarse=coarse).rough is rough


@pytest.mark.parametrize(
    "settings",
    [
        USUAL,
        Settings(detour=1.4, around=True, codes=(NT2,), norms=("voorbeeld",)),
        replace(with_radius(USUAL, 1.0), own_radii=((NT2, 5.0),), own_levels=((SPEECH, 3),)),
    ],
)
def test_settings_come_back_as_they_were_stored(settings):
    assert from_data(as_data(settings)) == settings
    assert from_data({}) == USUAL


def test_what_was_chosen_stands_in_the_order_of_the_catalogue():
    assert checked(replace(USUAL, codes=("facilities.lift", NT2)), CATALOGUE).codes == (NT2, "facilities.lift")


def test_the_log_says_what_changed():
    after = replace(USUAL, own_radii=((NT2, 5.0),), detour=1.5, around=True)
    assert (
        difference(USUAL, after, CATALOGUE, {})
        == "Nederlands als tweede taal (NT2) binnen 5 km; omweg 1,5; scholen buiten de regio tellen mee"
    )
    assert difference(after, USUAL, CATALOGUE, {}).startswith("Nederlands als tweede taal (NT2) op de standaardafstand; omweg 1,25")
    assert difference(USUAL, USUAL, CATALOGUE, {}) == "zoals het was"
    assert difference(USUAL, replace(USUAL, norms=("onze-norm",)), CATALOGUE, {"onze-norm": "Onze norm"}) == "normen: Onze norm"
    often = replace(USUAL, levels=tuple((dict(USUAL.levels) | {"external_experts": 3}).items()), own_levels=((SPEECH, 1),))
    assert difference(USUAL, often, CATALOGUE, {}) == (
        "Hulp van buiten telt mee vanaf: op vaste momenten; Logopedie telt mee vanaf: soms of vaker"
    )


@pytest.mark.parametrize("text", [NT2, "NT2", "nt2", "Nederlands als tweede", "taalklas"])
def test_a_kind_is_found_by_its_code_its_name_or_a_part_that_no_other_has(text):
    assert code_called(text, CATALOGUE) == NT2


@pytest.mark.parametrize(
    ("text", "near"),
    [("expertise", "past bij meer soorten hulp"), ("autsme", "Autisme (expertise.autism)"), ("xyzzy", "staat niet in de catalogus")],
)
def test_a_kind_that_is_not_understood_is_answered_with_what_comes_near(text, near):
    with pytest.raises(Refused, match=re.escape(near)):
        code_called(text, CATALOGUE)


def test_every_choice_is_said_beside_the_figures():
    settings = replace(only(with_radius(USUAL, 1.0), SPEECH), own_levels=((SPEECH, 3),))
    ground = counted([], [an_area_at(1, 0, 0, 3), an_area_at(2, 0, 0, None)], []).ground
    told = " ".join(method(settings, kinds_of(settings, CATALOGUE), ground, "2026-10-05", "", []))
    for words in ("5 oktober 2026", "binnen 1 km", "keer 1,25", "vaste momenten", "grof", "Alleen scholen van deze regio", "minder dan 5"):
        assert words in told
    assert "Dan nog niet geteld: 1." in told
    several = kinds_of(replace(USUAL, codes=(NT2, SPEECH)), CATALOGUE)
    assert which_kinds(replace(USUAL, codes=(NT2, SPEECH)), several).endswith("die de regio koos.")
    assert which_kinds(replace(USUAL, codes=(NT2, SPEECH), asked=True), several).endswith("die bij de vraag gekozen zijn.")
    assert "2024-2025" in method(settings, (), ground, "2026-10-05", "2024-2025", [])[0]


def test_children_that_are_known_by_street_are_not_counted_by_postcode_area_again():
    def at(postcode, children):
        return Area(postcode, "Duin", "Zilverkust", "PO9999", (0, 0), children)

    areas = [at("9998", 50), at("9999", 100), at("9999ZA", 60), at("9999ZB", None), at("9997", None), at("9997ZA", None)]
    assert [area.postcode for area in finest(areas)] == ["9998", "9999ZA", "9999ZB", "9997"]
