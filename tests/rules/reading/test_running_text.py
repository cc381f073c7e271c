"""Are amounts, judgements and dates found in running text, and nothing that only looks like them?"""

from __future__ import annotations

import pytest

from dekkend.profiles.words.template import Template
from dekkend.reading.rules.fixed_text import sort_sentences
from dekkend.reading.rules.paragraphs import habits_of, paragraphs
from dekkend.reading.rules.running_text import read_running_facts, unplaced_amounts
from dekkend.reading.words.result import Certainty
from tests.rules.reading.documents import lines_of


def facts(form: Template, block: str, text: str) -> dict[str, tuple[str | None, Certainty]]:
    lines = lines_of(text)
    found = read_running_facts(form.block(block), sort_sentences(paragraphs(lines, habits_of(lines, "text")), form))
    return {fact.path.split(".")[1]: (fact.value, fact.certainty) for fact in found}


@pytest.mark.parametrize(
    "text",
    [
        "In het schooljaar 2026-2027 betreft het een vaste voet van € 9.000 plus € 110,50 per leerling.",
        "Voor schooljaar 2026-2027 is het een vaste voet van 9000 euro en € 110,50 per leerling.",
        "Wij krijgen in schooljaar 2026/2027 een vaste voet van €9.000,- plus €110,50 per leerling.",
    ],
)
def test_a_fixed_amount_and_an_amount_per_pupil(form: Template, text: str) -> None:
    found = facts(form, "budget", text)
    assert found["fixed_amount"] == ("9000", Certainty.CERTAIN)
    assert found["amount_per_pupil"] == ("110.50", Certainty.CERTAIN)
    assert found["school_year"][0] == "2026-2027"
    assert "total_amount" not in found


def test_a_total_and_its_count_date(form: Template) -> None:
    found = facts(
        form,
        "budget",
        "Voor het schooljaar 2026-2027 is het bedrag, naar het leerlingaantal van 1 februari 2026, vastgesteld op € 41.250,-",
    )
    assert found["total_amount"] == ("41250", Certainty.CERTAIN)
    assert found["pupil_count_date"] == ("2026-02-01", Certainty.CERTAIN)
    assert "fixed_amount" not in found


def test_two_different_amounts_are_unsure(form: Template) -> None:
    found = facts(form, "budget", "Een vaste voet van € 9.000. Vorig jaar was er een vaste voet van € 8.000.")
    assert found["fixed_amount"] == ("9000", Certainty.UNSURE)


def test_a_judgement_with_its_date(form: Template) -> None:
    found = facts(form, "inspection", "De inspectie heeft het predicaat Goed uitgereikt in maart 2025.")
    assert found == {"judgement": ("Goed", Certainty.CERTAIN), "judged_on": ("2025-03", Certainty.CERTAIN)}


@pytest.mark.parametrize("text", ["Wij doen ons werk goed en voldoende.", "De school voldoet aan de basiskwaliteit.", ""])
def test_praise_of_ones_own_is_no_judgement(form: Template, text: str) -> None:
    assert facts(form, "inspection", text) == {}


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("Een vaste voet van ca. € 8.500.", "fixed_amount", "8500"),
        ("Daarbij € 106 p.l. voor extra hulp.", "amount_per_pupil", "106"),
        ("Het is € 106 per kind.", "amount_per_pupil", "106"),
        ("Samen met € 106 per leerling, totaal € 38.952.", "total_amount", "38952"),
    ],
)
def test_amounts_in_other_words_are_found(form: Template, text: str, code: str, value: str) -> None:
    assert facts(form, "budget", text)[code][0] == value


def test_an_amount_without_a_place_is_told(form: Template) -> None:
    lines = lines_of("Voor de tuin is € 75 apart gezet.")
    sorted_sentences = sort_sentences(paragraphs(lines, habits_of(lines, "text")), form)
    assert [s.text for s in unplaced_amounts(form.block("budget"), sorted_sentences, [])] == ["Voor de tuin is € 75 apart gezet."]
