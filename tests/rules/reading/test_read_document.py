"""Does a whole document become values with their proof, and is what is no profile refused?"""

from __future__ import annotations

import datetime

import pytest

from dekkend.profiles.words.template import Template
from dekkend.reading.rules.read import read_document
from dekkend.reading.words.result import Certainty, DocumentRefused, Reading
from tests.rules.reading.documents import text_document

FRONT = """Schoolondersteuningsprofiel (SOP) Haaglanden
Algemene gegevens
Dit schoolondersteuningsprofiel is opgesteld voor schooljaar 2026-2027.

School Naam: De Vuursprot
Adres: Bakenpad 3, 9999 ZA Zilverduin
Telefoon: 000-1234500

1. Visie passend onderwijs
Wij kijken ver en zien elk kind.

"""
EXPERTS = """Expertise van externe deskundigen
Betrokken experts Structureel Regelmatig Incidenteel Niet van toepassing
Speciaal Basisonderwijs  X   
Speciaal Onderwijs   X  
Adviseur passend onderwijs X    
Logopedie    X 
"""  # noqa: W291 - the blanks at the line ends are the columns


def read(text: str, form: Template) -> Reading:
    return read_document(text_document(text), form)


def test_values_come_with_the_line_they_stand_on(form: Template) -> None:
    reading = read(FRONT + EXPERTS, form)
    values = reading.profile["values"]
    assert reading.profile["school_year"] == "2026-2027"
    assert values["school"] == {
        "name": "De Vuursprot",
        "address": "Bakenpad 3, 9999 ZA Zilverduin",
        "phone": "000-1234500",
        "email": None,
        "website": None,
    }
    assert values["vision"] == "Wij kijken ver en zien elk kind."
    rows = values["external_experts"]["rows"]
    assert [
        rows[code]["choice"] for code in ("special_primary_education", "special_education", "partnership_adviser", "speech_therapy")
    ] == [
        "regular",
        "incidental",
        "structural",
        "not_applicable",
    ]
    proof = reading.evidence_for("external_experts.speech_therapy")
    assert proof is not None
    assert (proof.quote, proof.certainty) == ("Logopedie    X ", Certainty.CERTAIN)


def test_what_is_not_there_is_not_answered(form: Template) -> None:
    values = read(FRONT + EXPERTS, form).profile["values"]
    assert values["external_experts"]["rows"]["physiotherapy"] == {"choice": None, "note": None}
    assert values["facilities"]["rows"]["lift"] == {"choice": None, "note": None}
    assert values["limits"] == []


def test_collapsed_blanks_leave_the_answer_open_and_ask(form: Template) -> None:
    collapsed = "\n".join(" ".join(line.split()) for line in (FRONT + EXPERTS).split("\n"))
    reading = read(collapsed, form)
    assert reading.profile["values"]["external_experts"]["rows"]["speech_therapy"]["choice"] is None
    proof = reading.evidence_for("external_experts.speech_therapy")
    assert proof is not None
    assert proof.certainty is Certainty.UNSURE
    assert proof.why


def test_an_own_chapter_is_kept(form: Template) -> None:
    text = FRONT + EXPERTS + "\n6. Ontwikkeling/ evaluatie\nElk jaar in juni.\n\n7. Onze zeetuin\nWij kweken wier.\n"
    assert read(text, form).profile["values"]["own_chapters"] == [{"title": "7. Onze zeetuin", "text": "Wij kweken wier."}]


def test_the_same_words_in_running_text_are_no_heading(form: Template) -> None:
    text = FRONT.replace("Wij kijken ver", "Wij werken, naast de gewone lessen van elke dag, ook aan zaken als\nZorgplicht\nen kijken ver")
    assert "Zorgplicht" in (read(text + EXPERTS, form).profile["values"]["vision"] or "")


@pytest.mark.parametrize("text", ["", "Beste ouders,\nmorgen is er geen school.", "Visie op passend onderwijs\nMooi.", "X X X\nJa nee\n"])
def test_a_document_of_another_kind_gives_no_values(form: Template, text: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        read(text, form)
    assert refused.value.code == "other_document"
    assert "niets overgenomen" in refused.value.message


def test_the_text_guard_looks_over_the_reading_when_the_day_is_known(form: Template) -> None:
    text = FRONT.replace("Wij kijken ver en zien elk kind.", "Dit profiel is wettelijk verplicht voor elke school.") + EXPERTS
    document = text_document(text)
    codes = {finding["code"] for finding in read_document(document, form, today=datetime.date(2026, 9, 1)).findings}
    assert "law_lapsed" in codes
    assert read_document(document, form).findings == ()
