"""Does the guard see personal data in a text that will be public, and leave abbreviations and office addresses alone?"""

from __future__ import annotations

import pytest

from tests.rules.profiles.findings_of import codes, findings

NOTE = "expertise.mathematics.note"
YES = {"expertise.mathematics": "yes"}


def found_in_note(note: str) -> list[str]:
    rows = ("row_empty", "hours_unclear")  # said of every half-filled table, tested elsewhere
    return [code for code in codes({**YES, NOTE: note}) if code not in rows]


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("1 dagdeel Rekencoördinator - QX", "QX"),
        ("2 dagdelen Plusklas leerkracht (QX)", "QX"),
        ("2 dagdelen per week door QX 3 dagdelen per week door ZW", "QX, ZW"),
        ("1 dagdeel RT-er QX", "QX"),
        ("4 uur per week, groepsleerkracht QX", "QX"),
        ("4 uur per week door QXZ", "QXZ"),
    ],
)
def test_initials_of_staff_are_found_and_named_once(note: str, names: str) -> None:
    [finding] = [f for f in findings({**YES, NOTE: note}) if f.code == "staff_initials"]
    assert finding.quote == names
    assert note[finding.start : finding.end] == names[: finding.end - finding.start]
    assert "functie" in finding.message


@pytest.mark.parametrize(
    "note",
    [
        "Gymleerkrachten - IB",
        "1 dagdeel per week door RT",
        "Leerkracht gr 1 (LA)",
        "(EDI)",
        "methode PBS - NT2",
        "Door SWV betaald",
        "4 uur per week door de rekenspecialist",
        "IB-er, RT-er",
        "X",
    ],
)
def test_abbreviations_of_schools_are_no_initials(note: str) -> None:
    assert found_in_note(note) == []


def test_capitals_in_running_text_are_left_alone() -> None:
    assert codes({"extra_support": "Wij werken met Kwink (QX) en met de aanpak van ZW - QY."}) == []


@pytest.mark.parametrize(
    ("mail", "personal"),
    [
        ("info@vuursprot.example", False),
        ("directie@vuursprot.example", False),
        ("ib.vuursprot@bestuur.example", False),
        ("vuursprot@bestuur.example", False),
        ("de.vuursprot@bestuur.example", False),
        ("kwikstaart@bestuur.example", False),
        ("t.zeester@bestuur.example", True),
        ("t.van.der.duin@bestuur.example", True),
        ("tzeester@bestuur.example", True),
    ],
)
def test_a_mail_box_of_one_person_is_told_from_one_of_the_school(mail: str, personal: bool) -> None:
    facts = {"school.name": "De Vuursprot", "adoption.drafted_by": "T. Zeester", "school.email": mail}
    assert ("personal_mail" in codes(facts)) == personal


def test_a_personal_mail_box_is_also_found_in_running_text() -> None:
    [finding] = findings({"vision": "Mail gerust met p.kwal@vuursprot.example voor vragen."})
    assert (finding.code, finding.quote) == ("personal_mail", "p.kwal@vuursprot.example")


def test_a_citizen_number_is_serious_and_never_quoted() -> None:
    text = "Voorbeeld: leerling 111222333 zit in groep 4."
    [finding] = findings({"vision": text})
    assert (finding.code, finding.severity) == ("citizen_number", "serious")
    assert text[finding.start : finding.end] == "111222333"
    assert "1" not in finding.quote + finding.message


def test_phone_numbers_are_no_citizen_numbers() -> None:
    assert codes({"school.phone": "000-1234500", "vision": "Bel 0001234567 of 06-12345678."}) == []
