"""Does the guard see contradictions, leftovers, dead references, lapsed law and hard language, and only those?"""

from __future__ import annotations

import datetime

import pytest

from dekkend.profiles.rules.findings.readability import reading_score, syllables_of
from dekkend.profiles.rules.shingles import shingles
from tests.rules.profiles.findings_of import FORM, TODAY, codes, findings, in_text

LATER = datetime.date(2025, 8, 1)


def without_rows(values: dict[str, object]) -> list[str]:
    return [code for code in codes(values) if code != "row_empty"]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"expertise.autism": "no", "expertise.autism.note": "4 uur per week"}, ["no_with_hours"]),
        ({"expertise.autism": "no", "expertise.autism.note": "in overleg met het samenwerkingsverband"}, []),
        ({"expertise.autism": "no"}, []),
        ({"expertise.autism": "yes"}, ["hours_missing"]),
        ({"expertise.autism": "yes", "expertise.autism.note": "4 uur per week"}, []),
        ({"expertise.autism": "yes", "expertise.autism.note": "Specialist in huis"}, ["hours_unclear"]),
        ({"expertise.autism.note": "4 uur per week"}, ["choice_missing"]),
    ],
)
def test_a_choice_and_its_hours_say_the_same(values: dict[str, object], found: list[str]) -> None:
    assert without_rows(values) == found


@pytest.mark.parametrize(
    ("text", "choice", "found"),
    [
        ("Wij zijn een NT2-school.", "no", ["claim_clashes"]),
        ("Wij zijn een NT2-school.", None, ["claim_clashes"]),
        ("Wij zijn een NT2-school.", "yes", ["hours_missing"]),
        ("Wij hebben geen neveninstroom.", "no", []),
        ("Wij zijn gespecialiseerd in kinderen die de Nederlandse taal leren.", "no", ["claim_clashes"]),
        ("Kinderen leren bij ons Nederlands.", "no", []),
    ],
)
def test_what_the_school_says_of_itself_agrees_with_the_table(text: str, choice: str | None, found: list[str]) -> None:
    assert without_rows({"vision": text, "expertise.second_language": choice}) == found


def test_an_offer_in_a_list_counts_as_a_claim() -> None:
    offers = [{"name": "Plusklas", "period": "Gehele schooljaar"}]
    assert without_rows({"extra_offers": offers, "expertise.giftedness": "no"}) == ["claim_clashes"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beschrijf kort de aanpak van de school.", ["template_question_left_in"]),
        ("Kinderen beschrijven kort hun dag.", []),
        ("Klik of tik om tekst in te voeren.", ["placeholder_left_in"]),
        ("Onze school heet [naam school].", ["placeholder_left_in"]),
        ("De evaluatie is in XXX.", ["placeholder_left_in"]),
        ("Wij werken met leerlijnen ...... en plannen.", ["placeholder_left_in"]),
        ("Wij wachten even ... en gaan dan verder.", []),
    ],
)
def test_questions_and_place_holders_of_the_form_are_found(text: str, found: list[str]) -> None:
    assert in_text(text) == found


def test_a_question_that_the_form_knows_is_recognised_without_its_words_in_the_product() -> None:
    assert FORM.question_shingles
    assert not set(shingles("Onze meeuw bespreekt samen rustig de golf.")) & FORM.question_shingles


def test_findings_of_the_reader_are_merged_and_not_told_twice() -> None:
    text = "Beschrijf kort de aanpak van de school."
    read = {"code": "template_question_left_in", "path": "extra_support", "severity": "warning", "message": "Gelezen.", "quote": text}
    changed = {
        "code": "fixed_text_changed",
        "path": None,
        "severity": "info",
        "message": "Anders.",
        "source": "formulier",
        "quote": "Tekst.",
    }
    found = findings({"extra_support": text}, from_reading=[read, changed])
    assert [(f.code, f.message) for f in found] == [("template_question_left_in", "Gelezen."), ("fixed_text_changed", "Anders.")]


def test_rows_that_say_nothing_are_told_once_per_table() -> None:
    rows = {f"facilities.{row.code}": "present" for row in FORM.block("facilities").rows}
    assert codes(rows) == []
    [one] = findings({**rows, "facilities.lift": None})
    assert (one.code, one.path) == ("row_empty", "facilities.lift")
    [more] = findings({**rows, "facilities.lift": None, "facilities.care_room": None})
    assert (more.code, more.path) == ("row_empty", "facilities")
    assert "‘Verzorgingsruimte’, ‘Lift’" in more.message


def test_an_own_row_without_an_answer_is_found() -> None:
    rows = {f"facilities.{row.code}": "present" for row in FORM.block("facilities").rows}
    own = [{"label": "Snoezelkamer", "choice": None, "note": None}, {"label": "Moestuin", "choice": "present", "note": None}]
    assert [f.path for f in findings({**rows, "facilities.own_rows": own})] == ["facilities.own_rows[0]"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie bijlage 3 voor het schema.", ["attachment_missing"]),
        ("De afspraken staan in de bijlage.", ["attachment_missing"]),
        ("Klik hier voor de schoolgids.", ["link_missing"]),
        ("Klik hier voor de schoolgids: www.vuursprot.example.", []),
        ("Kinderen klikken hier op plaatjes.", []),
    ],
)
def test_references_that_lead_nowhere_are_found(text: str, found: list[str]) -> None:
    assert in_text(text) == found


def test_an_attachment_that_is_there_as_a_chapter_is_fine() -> None:
    chapter = {"title": "Bijlage 3: het schema", "text": "Hier staat het."}
    assert codes({"extra_support": "Zie bijlage 3.", "own_chapters": [chapter]}) == []


def test_a_scheme_that_the_text_points_at_must_be_there() -> None:
    text = "In onderstaand schema staat hoe wij werken."
    level = {"level": "Niveau 1", "content": "Goed les.", "for_whom": "Alle leerlingen", "consultation": "Overleg"}
    assert codes({"support_structure": text}) == ["figure_missing"]
    assert codes({"support_structure": text, "support_levels": [level]}) == []
    assert codes({"support_structure": text, "support_scheme": {"file": None, "alt": "Het schema in woorden."}}) == []


@pytest.mark.parametrize(
    ("label", "url", "found"),
    [
        ("Schoolgids", None, ["document_link_missing"]),
        ("Schoolgids", "https://vuursprot.example/gids", []),
        ("Schoolgids (vuursprot.example)", None, []),
        ("Schoolplan 24 – 28 is in ontwikkeling", None, []),
    ],
)
def test_a_document_needs_an_address(label: str, url: str | None, found: list[str]) -> None:
    assert codes({"related_documents": [{"label": label, "url": url}]}) == found


REQUIRED = "Een schoolondersteuningsprofiel is een wettelijk verplicht document."


@pytest.mark.parametrize(
    ("text", "today", "year", "found"),
    [
        (REQUIRED, TODAY, "2023-2024", []),
        (REQUIRED, LATER, "2023-2024", ["law_lapsed"]),
        (REQUIRED, LATER - datetime.timedelta(days=1), "2024-2025", []),
        (REQUIRED, TODAY, "2025-2026", ["law_lapsed"]),
        ("Wij stellen eens per vier jaar een ondersteuningsprofiel vast.", LATER, "2025-2026", ["law_lapsed"]),
        ("Een schoolondersteuningsprofiel is niet meer verplicht.", LATER, "2025-2026", []),
        ("Gymschoenen zijn verplicht.", LATER, "2025-2026", []),
    ],
)
def test_duties_that_lapsed_are_found_from_the_day_they_did(text: str, today: datetime.date, year: str, found: list[str]) -> None:
    assert in_text(text, today=today, year=year) == found


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("school", 1),
        ("ondersteuning", 4),
        ("reële", 3),
        ("leerling", 2),
        ("begeleider", 4),
        ("ooievaar", 3),
        ("b", 1),
        ("nieuw", 1),
        ("geïnd", 2),
    ],
)
def test_syllables_are_counted_by_groups_of_vowels(word: str, count: int) -> None:
    assert syllables_of(word) == count


EASY = "Wij helpen elk kind. Dat doen wij samen. De juf kijkt wat een kind kan. Zij praat met u thuis. Dan maken wij een plan. " * 2
HARD = (
    "De implementatie van handelingsgerichte ondersteuningsarrangementen vereist multidisciplinaire afstemming tussen verantwoordelijke "
    "onderwijsprofessionals, waarbij onderwijsbehoeften systematisch geanalyseerd, gedocumenteerd en geëvalueerd worden binnen de "
    "kwaliteitscyclus van onze organisatie en haar samenwerkingspartners in de regionale ondersteuningsstructuur. "
) * 2


def test_hard_language_for_parents_is_an_indication_and_says_so() -> None:
    [finding] = findings({"vision": HARD})
    assert (finding.code, finding.severity) == ("hard_to_read", "info")
    assert "aanwijzing" in finding.message
    assert codes({"vision": EASY}) == []
    assert codes({"hgw_text": HARD}) == []  # not a text for parents


def test_a_very_long_sentence_is_found_in_a_text_that_is_easy_otherwise() -> None:
    long = "Wij " + "doen dit en dat en ook nog wat en dan gaan wij " * 4 + "door."
    assert codes({"vision": EASY + long}) == ["long_sentence"]


def test_a_short_text_has_no_score() -> None:
    assert reading_score(["Wij helpen elk kind."]) is None
    easy, hard = reading_score(EASY.split(". ")), reading_score([HARD])
    assert easy is not None
    assert hard is not None
    assert easy > 70 > 0 > hard
