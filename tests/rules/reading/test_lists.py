"""Are free lists read as they stand: limits, extra offers, levels?"""

from __future__ import annotations

import pytest

from dekkend.profiles.words.template import Template
from dekkend.reading.rules.levels import read_level_lines
from dekkend.reading.rules.paragraphs import habits_of
from dekkend.reading.rules.records import read_documents, read_limits, read_offer_lines
from dekkend.reading.words.document import Link
from dekkend.reading.words.result import Certainty
from tests.rules.reading.documents import lines_of

BULLETS = "• Wij kunnen geen kind leren vliegen. \n\n• Een kind dat dag en nacht \nhulp nodig heeft. \n\nSoms is de zee te hoog. "


def limits(text: str) -> list[str | None]:
    lines = lines_of(text)
    return [record.values["text"] for record in read_limits(lines, habits_of(lines, "text"))]


def test_bullets_run_over_lines_and_a_plain_sentence_is_a_limit_too() -> None:
    assert limits(BULLETS) == [
        "Wij kunnen geen kind leren vliegen.",
        "Een kind dat dag en nacht hulp nodig heeft.",
        "Soms is de zee te hoog.",
    ]


@pytest.mark.parametrize("sign", ["•", "-", "–", "▪", "*", "1.", "a)"])
def test_the_sign_of_a_list_is_no_part_of_the_limit(sign: str) -> None:
    assert limits(f"{sign} Wij kunnen geen kind leren vliegen.") == ["Wij kunnen geen kind leren vliegen."]


def test_an_offer_is_cut_where_a_period_usually_begins(form: Template) -> None:
    found = read_offer_lines(
        lines_of("Aanbod Periode wanneer in te zetten \nSchelpenclub Gehele schooljaar groep 3 \nJutten  op maandag \n  "),
        form.block("extra_offers"),
    )
    assert [record.values for record in found] == [
        {"name": "Schelpenclub", "period": "Gehele schooljaar groep 3"},
        {"name": "Jutten", "period": "op maandag"},
    ]
    assert all(record.certainty is not Certainty.CERTAIN for record in found)


LEVELS = "\n".join(
    (
        "Niveau Inhoud Voor wie Afstemming/overleg  ",
        "Niveau 1 Goede lessen aan ",
        "zee.  ",
        "Leerlingen die meedoen. ",
        "Groepsbespreking met ouder ",
        "Niveau 2 Extra oefening in ",
        "de duinen  ",
        "Leerlingen die meer ",
        "tijd nodig hebben ",
        "Overleg met de coach ",
        "Dit is een veel langere zin die over de hele breedte van de bladzijde loopt en niet meer bij de tabel hoort.",
    )
)


def test_levels_are_recovered_and_never_certain(form: Template) -> None:
    found, used = read_level_lines(lines_of(LEVELS), form.block("support_levels"))
    assert [record.values for record in found] == [
        {
            "level": "Niveau 1",
            "content": "Goede lessen aan zee.",
            "for_whom": "Leerlingen die meedoen.",
            "consultation": "Groepsbespreking met ouder",
        },
        {
            "level": "Niveau 2",
            "content": "Extra oefening in de duinen",
            "for_whom": "Leerlingen die meer tijd nodig hebben",
            "consultation": "Overleg met de coach",
        },
    ]
    assert all(record.certainty is Certainty.LIKELY for record in found)
    assert max(used) == len(LEVELS.split("\n")) - 1


def test_a_link_goes_to_the_document_of_its_years(form: Template) -> None:
    links = [Link("https://strand.example/schoolplan-2019-2023.pdf"), Link("mailto:info@strand.example")]
    found = read_documents(lines_of("Schoolplan 2019-2023\nSchoolplan 2024-2028"), form.block("related_documents"), links)
    assert [record.values["url"] for record in found] == ["https://strand.example/schoolplan-2019-2023.pdf", None]


def test_behind_a_limit_that_may_belong_to_the_one_above_nothing_is_certain() -> None:
    lines = lines_of("• Wij kunnen niet vliegen.\n\nDat kan geen school.\n\n• Wij kunnen niet duiken.")
    found = read_limits(lines, habits_of(lines, "text"))
    assert [record.certainty for record in found] == [Certainty.CERTAIN, Certainty.LIKELY, Certainty.LIKELY]
