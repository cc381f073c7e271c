"""Which questions does a reading leave, in which order, and what can be answered?"""

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.rules.review import empty_paths, printed_key, progress, question_for, questions, values_with
from dekkend.reading.words.document import Source
from dekkend.reading.words.result import Certainty, Evidence, Reading
from dekkend.reading.words.review import Input
from tests.corpus.school import vuursprot

FORM = load_template()
PHYSIO = "external_experts.physiotherapy"


def proof(path: str, certainty: str, line: int = 1, **more) -> Evidence:
    return Evidence(path, f"regel {line}", 1, line, Certainty(certainty), **more)


def reading(*evidence: Evidence, findings=(), **blocks) -> Reading:
    return Reading(Source("sop.txt", "0" * 64, "text/plain"), vuursprot(**blocks), evidence, findings)


def asked(*evidence: Evidence, **blocks) -> list[str]:
    return [question.path for question in questions(FORM, reading(*evidence, **blocks))]


def test_what_is_certain_is_not_asked():
    assert asked(proof(PHYSIO, "certain"), proof("school.name", "certain")) == []


def test_unsure_comes_first_then_likely_each_in_the_order_of_the_document():
    order = asked(
        proof("school.name", "likely", 3),
        proof(PHYSIO, "unsure", 9),
        proof("school.phone", "likely", 2),
        proof("hgw.partners", "unsure", 5),
    )
    assert order == ["hgw.partners", PHYSIO, "school.phone", "school.name"]


def test_what_takes_one_key_comes_before_lists_and_texts():
    assert asked(proof("vision", "likely", 1), proof("limits", "likely", 2), proof(PHYSIO, "likely", 3)) == [PHYSIO, "vision", "limits"]


def test_a_list_is_one_question_with_the_certainty_of_its_worst_cell():
    found = questions(FORM, reading(proof("limits", "likely"), proof("limits[0].text", "likely"), proof("limits[1].text", "unsure", 7)))
    assert [(question.path, question.certainty, question.line) for question in found] == [("limits", Certainty.UNSURE, 7)]
    assert found[0].input is Input.LIST
    assert found[0].columns == (("text", "Grens"),)


def test_a_row_of_the_schools_own_is_asked_by_its_choice_and_called_by_its_name():
    own = {"own_rows": [{"label": "Zeezwemcoach", "choice": "yes", "note": None}]}
    found = questions(FORM, reading(proof("expertise.own_rows[0]", "likely"), expertise=own))
    assert [(question.path, question.title) for question in found] == [("expertise.own_rows[0].choice", "Eigen regel: Zeezwemcoach")]


def test_the_readings_come_first_and_only_the_best_is_proposed():
    evidence = proof(PHYSIO, "likely", readings=(("structural", "2 spaties na het kruisje"), ("regular", "3 ervoor")))
    [question] = questions(FORM, reading(evidence))
    assert [(option.value, option.proposed) for option in question.options] == [
        ("structural", True),
        ("regular", False),
        ("incidental", False),
        ("not_applicable", False),
    ]
    assert [drawing.how for drawing in question.drawings] == ["2 spaties na het kruisje", "3 ervoor"]


def test_when_nothing_was_read_nothing_is_proposed():
    [question] = questions(
        FORM, reading(proof(PHYSIO, "unsure"), external_experts={"rows": {"physiotherapy": {"choice": None, "note": None}}})
    )
    assert not any(option.proposed for option in question.options)


def test_findings_stand_beside_their_question():
    finding = {"path": "vision", "severity": "warning", "message": "Let op."}
    [question] = questions(FORM, reading(proof("vision", "likely"), findings=(finding,)))
    assert question.findings == (finding,)


@pytest.mark.parametrize("path", ["nergens", "school", "school.niets", "support_scheme", "a b", "", "external_experts.physiotherapy.niets"])
def test_what_is_no_question_cannot_be_asked(path):
    assert question_for(FORM, reading(), path) is None


def test_a_question_without_evidence_says_that_nothing_was_read():
    question = question_for(FORM, reading(), "school.phone")
    assert question is not None
    assert question.why == "Hier is niets gelezen."


def test_answers_take_the_place_of_what_was_read_and_leave_the_reading_alone():
    read = reading()
    values = values_with(read, {PHYSIO: None, "limits": [{"text": "Geen."}], "school.phone": "000", "hgw.partners.note": "Ja."})
    assert values["external_experts"]["rows"]["physiotherapy"]["choice"] is None
    assert values["limits"] == [{"text": "Geen."}]
    assert values["school"]["phone"] == "000"
    assert values["hgw"]["rows"]["partners"]["note"] == "Ja."
    assert read.profile == vuursprot()


def test_progress_counts_only_answers_to_questions():
    found = questions(FORM, reading(proof(PHYSIO, "likely"), proof("school.name", "likely")))
    assert (progress(found, [PHYSIO, "school.phone"]).done, progress(found, []).total) == (1, 2)
    assert progress(found, [PHYSIO, "school.name"]).minutes_left == 0


def test_empty_is_what_was_neither_read_nor_asked():
    blank = {"rows": {"lift": {"choice": None, "note": None}, "care_room": {"choice": None, "note": None}}}
    found = empty_paths(FORM, reading(proof("facilities.lift", "unsure"), facilities=blank))
    assert "facilities.care_room" in found
    assert "facilities.lift" not in found


def test_a_printed_row_with_one_blank_more_is_another_row():
    assert printed_key("Logopedie X  ") != printed_key("Logopedie  X  ")
