"""Is the summary for parents one page whatever a school writes, and does it say nothing that the school did not mean?"""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pdfplumber
import pikepdf
import pytest

from dekkend.demo.gateways.files import story
from dekkend.law.queries import on
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.words.redaction import LEFT_OUT
from dekkend.profiles.words.school_page import Now
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.rules.summary_room import whole_sentences
from dekkend.publishing.rules.summary_words import counted, in_english
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.summary import DUTCH, ENGLISH
from tests.corpus.school import vuursprot
from tests.rules.publishing.test_every_pdf_is_for_everyone import EDITION, FORM

TOLD = ("expertise", "facilities", "external_experts", "extra_offers", "limits", "school")
BOTH = ["samenvatting", "summary"]
SENTENCE = "Wij kunnen niet altijd helpen als een kind veel zorg vraagt, tenzij er hulp van buiten is. "


def page_of(code: str, **known: Any) -> str:
    return as_html(DOCUMENTS[code].compose(FORM, replace(EDITION, **known))).decode()


def much(rows: int, text: str) -> dict[str, Any]:
    """A school with this many own rows of each kind, twelve limits and `text` wherever it can write something."""
    values = vuursprot()["values"]
    for block in ("expertise", "facilities", "external_experts"):
        choices = [choice.code for choice in FORM.block(block).choices]
        values[block]["rows"] = {row: {"choice": choices[0], "note": text} for row in values[block]["rows"]}
        values[block]["own_rows"] = [
            {"label": f"Eigen hulp {at} {'met een naam ' * (at % 9)}", "choice": choices[at % len(choices)], "note": text}
            for at in range(rows)
        ]
    values["limits"] = [{"text": f"{at}. {text}"} for at in range(12)]
    values["extra_offers"] = [{"name": f"Plusklas {at}", "period": text} for at in range(rows)]
    return values


def pages(edition: Edition, code: str) -> int:
    with pdfplumber.open(io.BytesIO(as_pdf(DOCUMENTS[code].compose(load_template("haaglanden"), edition)))) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("code", BOTH)
@pytest.mark.parametrize("text", ["2 dagdelen per week", SENTENCE, SENTENCE * 12, "woord " * 400, "WWW MMM " * 20, "Een tas 🎒. " * 40])
def test_it_is_one_page_whatever_a_school_writes(code: str, text: str) -> None:
    point = "Ouder- en Jeugdsteunpunt Zilverkust, Bakenpad 1, 9999 ZA Zilverduin, 000-1234500, www.steunpunt.example"
    edition = replace(EDITION, values=much(30, text), support_point=point, confirmed_on="2026-09-01", confirmed_until="2026-10-01")
    assert pages(replace(edition, unconfirmed=4, address="https://dekkend.example/scholen/99ZZ00/2026-2027/versies/2/"), code) == 1


def test_a_text_is_only_cut_at_the_end_of_a_sentence() -> None:
    assert whole_sentences("Dit kan. Behalve als het niet kan.", 10) == ("Dit kan.", False)
    assert whole_sentences("Dit kan, behalve als het niet kan.", 20) == ("Dit kan, behalve als het niet kan.", True)
    assert whole_sentences("woord " * 30, 20) == ("", False)
    values = much(0, SENTENCE * 4)
    assert "..." not in page_of("samenvatting", values=values)
    assert "De rest staat op de pagina van de school." in page_of("samenvatting", values=values)


def test_what_is_not_counted_out_is_counted() -> None:
    assert "zie de pagina van de school" in page_of("samenvatting", values=much(30, SENTENCE * 12))


def test_what_is_paused_stands_apart_with_its_last_day_and_its_note() -> None:
    note = "Bel de school."
    paused = Now(
        "expertise.autism",
        "Autisme",
        "Dit kan nu even niet, tot en met 31 december 2026.",
        note,
        None,
        False,
        "paused",
        datetime.date(2026, 12, 31),
    )
    dutch = page_of("samenvatting", now={paused.path: paused})
    there, away = dutch.split("<h2>Nu even niet</h2>")
    assert "Autisme" not in there.split("<h2>Dit is er</h2>")[1]
    assert "Dit kan nu even niet, tot en met 31 december 2026. Bel de school." in away
    english = page_of("summary", now={paused.path: paused})
    assert 'Not possible for now, until 31 December 2026. “<span lang="nl">Bel de school.</span>”' in english


def test_what_a_school_offers_of_its_own_is_told() -> None:
    values = vuursprot()["values"] | {"extra_offers": [{"name": "Plusklas", "period": "2 dagdelen per week"}]}
    assert "<h2>Extra aanbod</h2>\n<p>Plusklas (2 dagdelen per week).</p>" in page_of("samenvatting", values=values)
    assert '“<span lang="nl">Plusklas</span>” (2 half-days a week)' in page_of("summary", values=values)


def test_the_english_page_explains_and_marks_the_words_of_the_school() -> None:
    values = vuursprot()["values"] | {"limits": [{"text": "Wij kunnen niet tillen."}]}
    paper = DOCUMENTS["summary"].compose(FORM, replace(EDITION, values=values))
    assert b"in the school's own words, in Dutch" in as_html(paper).replace(b"&#x27;", b"'")
    assert '“<span lang="nl">Wij kunnen niet tillen.</span>”'.encode() in as_html(paper)
    with zipfile.ZipFile(io.BytesIO(as_word(paper))) as word:
        assert 'w:lang w:val="nl-NL"' in word.read("word/document.xml").decode()
    with pikepdf.open(io.BytesIO(as_pdf(paper))) as pdf:
        assert pdf.Root.Lang == "en"
        assert b"/Lang" in pdf.pages[0].Contents.read_bytes()


def test_an_amount_in_our_own_writing_is_said_in_english() -> None:
    assert in_english("2 dagdelen per week") == "2 half-days a week"
    assert in_english("1 uur per week") == "1 hour a week"
    assert in_english("10 uur per schooljaar") == "10 hours a school year"
    assert in_english("fulltime in de taalklas") == ""


def test_what_was_left_out_is_no_way_to_reach_the_school() -> None:
    values = vuursprot()["values"]
    values["school"] |= {"phone": LEFT_OUT, "email": LEFT_OUT}
    assert LEFT_OUT not in page_of("samenvatting", values=values)
    assert "www.vuursprot.example" in page_of("samenvatting", values=values)


def test_one_part_that_nobody_confirmed_does_not_hide_when_the_others_were() -> None:
    said = page_of("samenvatting", confirmed_on="2026-09-01", confirmed_until="2026-10-01", unconfirmed=3)
    assert "Dit is bevestigd tussen 1 september 2026 en 1 oktober 2026. Van 3 onderdelen is niet bekend wanneer." in said


@pytest.mark.parametrize(
    ("code", "one", "more"),
    [
        ("samenvatting", "Van 1 onderdeel is niet bekend wanneer.", "Van 2 onderdelen is niet bekend wanneer."),
        ("summary", "For 1 part it is not known when.", "For 2 parts it is not known when."),
    ],
)
def test_one_is_not_said_as_many(code: str, one: str, more: str) -> None:
    assert one in page_of(code, confirmed_on="2026-09-01", unconfirmed=1)
    assert more in page_of(code, confirmed_on="2026-09-01", unconfirmed=2)
    assert counted(ENGLISH.more, 1) == "There is more: 1 other point is on the school's page."
    assert counted(DUTCH.more, 1) == "Er is nog meer: 1 ander punt staat op de pagina van de school."


@pytest.mark.parametrize(
    ("code", "foot"),
    [
        ("samenvatting", "De Vuursprot, 2026-2027, versie 2, vingerafdruk abab"),
        ("summary", "De Vuursprot, 2026-2027, version 2, fingerprint abab"),
    ],
)
def test_the_foot_speaks_the_language_of_the_page(code: str, foot: str) -> None:
    assert DOCUMENTS[code].compose(FORM, EDITION).foot.startswith(foot)
    assert DOCUMENTS[code].compose(FORM, replace(EDITION, fingerprint="")).foot.endswith("draft" if code == "summary" else "concept")


def test_the_weeks_are_those_of_the_law() -> None:
    law = on(datetime.date(2026, 9, 1))
    weeks, extra = law.number("finding.decision_weeks"), law.number("finding.extension_weeks")
    assert f"binnen {weeks} weken, en mag dat één keer ten hoogste {extra} weken" in page_of("samenvatting")


@pytest.mark.parametrize("code", BOTH)
def test_the_demo_school_that_says_most_has_one_page(code: str) -> None:
    every = list(story().profiles.values())
    longest = max(every, key=lambda profile: len(json.dumps({block: profile["values"].get(block) for block in TOLD})))
    assert pages(replace(EDITION, values=longest["values"]), code) == 1
