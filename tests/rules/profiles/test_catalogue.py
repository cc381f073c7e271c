"""Does the catalogue know every row of the form, say it in plain words, and suggest a code for a school's own words?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.rules.catalogue import offer_level, say_offer, suggest_code
from dekkend.profiles.words.catalogue import SupportItem
from dekkend.profiles.words.template import Template

CATALOGUE = load_catalogue()


def test_every_row_that_is_an_offer_stands_in_the_catalogue(form: Template) -> None:
    rows = {f"{block.id}.{row.code}" for block in form.blocks() if block.id in CATALOGUE.blocks for row in block.rows}
    assert rows == {item.code for item in CATALOGUE.items if item.in_form}


def test_every_choice_of_the_form_has_a_level_and_words(form: Template) -> None:
    for name, offered in CATALOGUE.blocks.items():
        codes = {choice.code for choice in form.block(name).choices}
        assert set(offered.levels) == set(offered.said) == codes


@pytest.mark.parametrize(
    ("code", "choice", "level"),
    [
        ("expertise.autism", "yes", 1),
        ("expertise.autism", "no", 0),
        ("expertise.autism", None, None),
        ("external_experts.speech_therapy", "structural", 3),
        ("external_experts.speech_therapy", "regular", 2),
        ("external_experts.speech_therapy", "incidental", 1),
        ("external_experts.speech_therapy", "not_applicable", 0),
        ("facilities.lift", "present", 1),
        ("facilities.lift", "not_applicable", 0),
        ("hgw.partners", "on_track", None),
    ],
)
def test_a_choice_has_its_level_and_no_answer_has_none(code: str, choice: str | None, level: int | None) -> None:
    assert offer_level(CATALOGUE, code, choice) == level


def test_unknown_is_never_said_as_no() -> None:
    assert say_offer(CATALOGUE, "facilities.lift", None) == "De school heeft niet opgeschreven of er een lift is."
    assert say_offer(CATALOGUE, "facilities.lift", "not_applicable") == "Er is geen lift."
    assert say_offer(CATALOGUE, "external_experts.speech_therapy", "incidental") == (
        "De school werkt soms samen met een logopedist, als dat nodig is."
    )
    with pytest.raises(KeyError):
        say_offer(CATALOGUE, "facilities.zwembad", "present")


@pytest.mark.parametrize("item", CATALOGUE.items, ids=lambda item: item.code)
def test_every_item_is_said_in_whole_plain_sentences(item: SupportItem) -> None:
    for choice in (None, *CATALOGUE.blocks[item.block].said):
        sentence = say_offer(CATALOGUE, item.code, choice)
        assert re.fullmatch(r"[A-Z].*[^.]\.", sentence)
        assert "{" not in sentence
        assert "  " not in sentence
        assert len(sentence.split()) <= 25
    assert re.match(r"(?:een|het|de) ", item.need)
    assert item.domain in {domain.code for domain in CATALOGUE.domains}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Plusklas", "expertise.giftedness"),
        ("Plusklas groep 5 t/m 8", "expertise.giftedness"),
        ("Plusklasleerkracht", "expertise.giftedness"),
        ("neveninstroomgroep", "expertise.second_language"),
        ("Neveninstroom groep", "expertise.second_language"),
        ("NT2-groep", "expertise.second_language"),
        ("Rekencoördinator", "expertise.mathematics"),
        ("rekenspecialist (master)", "expertise.mathematics"),
        ("Snoezelkamer", "facilities.quiet_room"),
        ("Ergotherapie", "external_experts.occupational_therapy"),
        ("hoogbegaafdheit", "expertise.giftedness"),
        ("Cluster 2 begeleider", "external_experts.hearing_language_support"),
        ("SO", "external_experts.special_education"),
    ],
)
def test_own_words_get_a_suggestion(text: str, code: str) -> None:
    assert suggest_code(text, CATALOGUE)[0].code == code


@pytest.mark.parametrize(
    "text", ["", "Schaken", "Type cursus", "Schilder- en teken lessen", "Playing for succes", "Moestuin", "zo", "Zeilles"]
)
def test_words_about_something_else_get_none(text: str) -> None:
    assert suggest_code(text, CATALOGUE) == []


@given(st.text(max_size=80))
def test_any_words_get_at_most_three_suggestions_in_order(text: str) -> None:
    found = suggest_code(text, CATALOGUE)
    assert len(found) <= 3
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(0.5 <= s.score <= 1 for s in found)
