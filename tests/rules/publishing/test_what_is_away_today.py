"""Does the form say what is different today, apart from what was adopted, and is that never taken for an answer?"""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dekkend.profiles.words.school_page import Now
from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.rules.form_document import form_document
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Table, plain
from dekkend.reading.rules.our_note import without_our_note
from dekkend.reading.words.document import Line
from tests.corpus.school import vuursprot
from tests.rendering.style import Style
from tests.rules.publishing.test_documents_are_read_back import FORM, edition
from tests.rules.reading.test_roundtrip import faults_of, told

PAUSED = Now(
    "expertise.autism",
    "Autisme",
    "Dit kan nu even niet, tot en met 31 december 2026.",
    "Bel de school als uw kind deze hulp nodig heeft, dan kijken wij samen.",
    None,
    False,
    "paused",
    datetime.date(2026, 12, 31),
)
SOON = Now(
    "expertise.behaviour", "Gedrag", "Vanaf 1 februari 2027 kan dit een tijd niet.", "", None, False, "soon", datetime.date(2027, 2, 1)
)
PROFILE = vuursprot() | {"school_year": "2026-2027"}


def today(profile: dict[str, Any]) -> Edition:
    return replace(edition(profile), now={now.path: now for now in (PAUSED, SOON)}, today="2026-11-22")


def tables(paper: Any) -> list[list[str]]:
    found = [part for part in paper.parts if isinstance(part, Table) and part.caption == "Anders dan vastgesteld, op 22 november 2026"]
    return [[part.head[0], *(" ".join(plain(line.text) for line in cell.lines) for row in part.rows for cell in row)] for part in found]


def test_what_is_away_stands_apart_from_what_is_different() -> None:
    away, different = tables(form_document(FORM, today(PROFILE)))
    assert away == ["Op 22 november 2026 niet beschikbaar", "Autisme", f"{PAUSED.sentence} {PAUSED.note}"]
    assert different == ["Op 22 november 2026 anders", "Gedrag", SOON.sentence]


def test_what_was_adopted_stays_word_for_word() -> None:
    plain_form, noted = form_document(FORM, edition(PROFILE)), form_document(FORM, today(PROFILE))
    assert noted.parts[2:] == plain_form.parts
    assert replace(noted, parts=()) == replace(plain_form, parts=())
    assert "Op 22 november 2026 niet beschikbaar" in as_html(noted).decode()


@pytest.mark.parametrize("write", [as_pdf, as_word])
def test_who_reads_the_form_back_takes_it_for_no_answer(write: Any, tmp_path: Path) -> None:
    faults = faults_of(lambda template, profile, style: write(form_document(template, today(profile))), PROFILE, Style(), tmp_path)
    assert not faults, told(faults)


@pytest.mark.parametrize("text", ["Op 3 mei 2026 anders gezegd dan wij dachten", "Op 3 mei vierden wij feest", "Niet beschikbaar"])
def test_a_sentence_of_the_school_is_no_note_of_ours(text: str) -> None:
    assert without_our_note([Line(text, 1)]) == [Line(text, 1)]
