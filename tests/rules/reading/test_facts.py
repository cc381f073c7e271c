"""Are labelled values read as they stand, and is what only looks like a value left open?"""

from __future__ import annotations

import pytest

from dekkend.profiles.words.template import Template
from dekkend.reading.rules.facts import read_facts
from dekkend.reading.rules.paragraphs import habits_of
from dekkend.reading.words.result import Certainty
from tests.rules.reading.documents import lines_of


def facts(form: Template, text: str) -> dict[str, tuple[str | None, Certainty]]:
    lines = lines_of(text)
    return {fact.path: (fact.value, fact.certainty) for fact in read_facts(lines, form, habits_of(lines, "text"))}


PARTS = (
    "Opgesteld namens \ndirecteur en team ",
    "Datum: 14-09-2026 ",
    "Directeur: M. Meeuw ",
    "Opgesteld met advies MR Datum: september 2026 ",
    "Voorzitter MR: W. Wier ",
    "Vastgesteld door bestuur Datum: ",
    "Voorzitter bestuur: ",
)


def test_the_same_label_belongs_to_the_part_it_stands_in(form: Template) -> None:
    found = facts(form, "\n\n".join(PARTS))
    assert found["adoption.drafted_on"] == ("2026-09-14", Certainty.CERTAIN)
    assert found["adoption.drafted_by"] == ("M. Meeuw", Certainty.CERTAIN)
    assert found["adoption.advised_on"] == ("2026-09", Certainty.CERTAIN)
    assert found["adoption.advised_by"] == ("W. Wier", Certainty.CERTAIN)
    assert found["adoption.adopted_on"][0] is None
    assert found["adoption.adopted_by"][0] is None


@pytest.mark.parametrize(
    "word", ["n.v.t.", "nvt", "volgt", "volgt nog", "vacature", "onbekend", "nog niet bekend", "zie handtekening", "-", "..."]
)
def test_a_placeholder_is_no_name(form: Template, word: str) -> None:
    value, certainty = facts(form, f"School Naam: {word}\n").get("school.name", (None, Certainty.UNSURE))
    assert value is None
    assert certainty is not Certainty.CERTAIN or word in ("-", "...")


@pytest.mark.parametrize(
    ("text", "name"), [("Naam: De Vuursprot Brin: 99ZZ", "De Vuursprot"), ("Naam: De Vuursprot   Handtekening:", "De Vuursprot")]
)
def test_a_field_of_another_form_is_no_part_of_the_name(form: Template, text: str, name: str) -> None:
    assert facts(form, f"School {text}\n")["school.name"] == (name, Certainty.LIKELY)


def test_a_value_that_may_run_on_is_not_certain(form: Template) -> None:
    found = facts(form, "Opgesteld namens directeur en team\nDirecteur: mevrouw Margaretha van der\nBranding\n")
    assert found["adoption.drafted_by"] == ("mevrouw Margaretha van der Branding", Certainty.LIKELY)


def test_parts_that_ran_together_are_all_doubted(form: Template) -> None:
    found = facts(form, "Opgesteld namens directeur en team\nDatum: 1-9-2026\nDatum: 2-9-2026\nDirecteur: M. Meeuw\n")
    assert all(certainty is Certainty.UNSURE for path, (_, certainty) in found.items() if path.startswith("adoption"))
