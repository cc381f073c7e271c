"""Does the page of a school say what it can, cannot, and what is not known, and never turn unknown into no?"""

import pytest

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.empty import empty_values
from dekkend.profiles.rules.school_page import school_page
from dekkend.profiles.rules.since import since
from tests.corpus.school import vuursprot

FORM, CATALOGUE = load_template(), load_catalogue()


def page(evidence=None, earlier=(), **blocks):
    return school_page(FORM, CATALOGUE, vuursprot(**blocks)["values"], evidence or {}, earlier=earlier)


def lines(shown):
    return {line.code: line for line in (*shown.can, *shown.cannot, *shown.unknown, *shown.experts, *shown.facilities)}


def test_yes_no_and_unanswered_stand_apart():
    shown = page(expertise={"rows": {"giftedness": {"choice": None, "note": None}}})
    assert "expertise.remedial_teaching" in [line.code for line in shown.can]
    assert "expertise.behaviour" in [line.code for line in shown.cannot]
    assert [line.code for line in shown.unknown] == ["expertise.giftedness"]


def test_an_empty_profile_knows_nothing_and_denies_nothing():
    shown = school_page(FORM, CATALOGUE, empty_values(FORM), {})
    assert {line.sign for line in lines(shown).values()} == {"unknown"}
    assert (shown.can, shown.cannot) == ((), ())


def test_what_is_unknown_comes_with_the_question_to_ask():
    shown = page(facilities={"rows": {"lift": {"choice": None, "note": None}}})
    assert lines(shown)["facilities.lift"].ask.startswith("Kunt u zeggen of")


def test_hours_stand_beside_the_words_of_the_school_with_the_rule():
    line = lines(page())["expertise.language_reading_speech"]
    assert (line.note, line.hours.value) == ("Om de week een dag", 4)
    assert line.hours.rule


@pytest.mark.parametrize(("choice", "sign"), [("incidental", "yes"), ("structural", "yes"), ("not_applicable", "no"), (None, "unknown")])
def test_experts_from_outside_are_yes_no_or_unknown(choice, sign):
    shown = page(external_experts={"rows": {"physiotherapy": {"choice": choice, "note": None}}})
    assert lines(shown)["external_experts.physiotherapy"].sign == sign


def test_a_value_comes_with_its_proof_and_whether_a_person_checked_it():
    found = {"quote": "Lift   X ", "page": 4, "line": 12, "certainty": "likely", "by": "reader"}
    proof = lines(page({"facilities.lift": found}))["facilities.lift"].proof
    assert (proof.quote, proof.page, proof.line, proof.certain, proof.checked) == ("Lift X", 4, 12, False, False)
    checked = lines(page({"facilities.lift": found | {"by": "Klopt, Joris", "certainty": "certain"}}))["facilities.lift"].proof
    assert (checked.certain, checked.checked) == (True, True)


def test_hours_from_a_doubtful_note_make_the_line_doubtful():
    sure = {"quote": "Ja", "page": 1, "line": 1, "certainty": "certain", "by": "reader"}
    note = sure | {"quote": "24 uur per week", "certainty": "likely"}
    found = {"expertise.remedial_teaching": sure, "expertise.remedial_teaching.note": note}
    assert lines(page(found))["expertise.remedial_teaching"].proof.doubtful
    found["expertise.remedial_teaching.note"] = note | {"by": "Klopt, Joris", "certainty": "certain"}
    assert not lines(page(found))["expertise.remedial_teaching"].proof.doubtful


def test_since_is_the_first_year_of_an_unbroken_row():
    now, without = vuursprot()["values"], vuursprot(expertise={"rows": {"autism": {"choice": "no", "note": None}}})["values"]
    shown = page(earlier=[("2026-2027", now), ("2025-2026", now), ("2024-2025", without), ("2023-2024", now)])
    assert lines(shown)["expertise.autism"].since == "2025-2026"
    assert lines(shown)["expertise.mathematics"].since == "2023-2024"


def test_since_counts_whole_answers_and_what_was_kept_with_them_of_before():
    def of(note):
        return {"expertise": {"rows": {"autism": {"choice": "yes", "note": note}}}}

    years = [("2026-2027", of("8 uur")), ("2025-2026", of("8 uur")), ("2024-2025", of("4 uur"))]
    kept = {"expertise.autism": {"since": "2023-2024"}}
    assert since("expertise.autism", years, {}) == "2025-2026"
    assert since("expertise.autism", years[1:], {}) == "2025-2026"
    assert since("expertise.autism", years[:1], kept) == "2023-2024"
    assert since("expertise.autism", years[:1], {"expertise.autism": {"since": "2026-2027"}}) == ""


def test_with_one_year_nothing_is_said_about_earlier():
    assert lines(page(earlier=[("2024-2025", vuursprot()["values"])]))["expertise.autism"].since == ""


def test_own_rows_of_the_school_are_shown_under_their_own_name():
    own = {
        "own_rows": [
            {"label": "Zeezwemcoach", "choice": "yes", "note": "1 dag per week"},
            {"label": "Muziek", "choice": None, "note": None},
        ]
    }
    shown = page(expertise=own)
    assert [line.hours.value for line in shown.can if line.label == "Zeezwemcoach"] == [8]
    assert [line.ask for line in shown.unknown] == ["Hebt u Muziek?"]


def test_texts_and_chapters_of_the_school_are_all_there():
    shown = page(own_chapters=[{"title": "Zeilen", "text": "Wij zeilen veel."}])
    titles = [title for title, _text, _path in shown.texts]
    assert "Zeilen" in titles
    assert "Hoe wij denken over passend onderwijs" in titles
