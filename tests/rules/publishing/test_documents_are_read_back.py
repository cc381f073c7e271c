"""What a profile is printed as, is it read back into the same values?"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.words.template import Template
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.rules.form_document import form_document
from dekkend.publishing.words.edition import Edition
from tests.corpus.school import vuursprot
from tests.rendering.profiles import random_profiles
from tests.rendering.style import Style
from tests.rules.reading.test_roundtrip import bounded, faults_of, told

pytestmark = pytest.mark.slow  # many made-up profiles; `make fast` leaves these out

FORM = load_template("haaglanden")


def edition(profile: dict[str, Any]) -> Edition:
    year, values = profile["school_year"], profile["values"]
    return Edition("De Vuursprot", year, values, "2026-09-01", number=2, fingerprint="ab" * 32, address="https://dekkend.example/2/")


def printed_as_word(template: Template, profile: dict[str, Any], style: Style) -> bytes:
    return as_word(form_document(template, edition(profile)))


def printed_as_pdf(template: Template, profile: dict[str, Any], style: Style) -> bytes:
    return as_pdf(form_document(template, edition(profile)))


@pytest.mark.parametrize("make", [printed_as_word, printed_as_pdf])
def test_a_whole_profile_comes_back_without_a_fault(make: Any, tmp_path: Path) -> None:
    faults = faults_of(make, vuursprot() | {"school_year": "2026-2027"}, Style(), tmp_path)
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "vision",
    [
        "3. Extra ondersteuning\n\nHier staat een kop gelijk aan het formulier.\n\nBasisondersteuning",
        "Wij doen:\n\n- lijst een\n\n* lijst twee\n\n1. een",
        "Grenzen aan de specifieke ondersteuningsmogelijkheden van de school\n\nniet echt",
        "9. Een nummer dat verder telt",
    ],
)
def test_what_looks_like_a_heading_or_a_list_comes_back_as_it_was_written(vision: str, tmp_path: Path) -> None:
    profile = vuursprot() | {"school_year": "2026-2027"}
    profile["values"]["vision"] = vision
    faults = faults_of(printed_as_word, profile, Style(), tmp_path)
    assert not faults, told(faults)


def test_what_a_pdf_says_of_signs_that_it_cannot_show_is_no_answer_of_the_school(tmp_path: Path) -> None:
    profile = vuursprot(vision="Wij 🎒 leren.") | {"school_year": "2026-2027"}
    faults = faults_of(printed_as_pdf, profile, Style(), tmp_path)
    assert [(fault.path, fault.got) for fault in faults] == [("vision", "Wij □ leren.")]


@given(profile=random_profiles(FORM))
@bounded(20)
def test_any_profile_comes_back_from_word(profile: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    faults = faults_of(printed_as_word, profile, Style(), tmp_path_factory.getbasetemp())
    assert not faults, told(faults)


@given(profile=random_profiles(FORM))
@bounded(12)
def test_a_pdf_says_nothing_wrong_for_certain(profile: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    wrong = [fault for fault in faults_of(printed_as_pdf, profile, Style(), tmp_path_factory.getbasetemp()) if fault.unforgivable]
    assert not wrong, told(wrong)


@given(profile=random_profiles(FORM))
@bounded(12)
def test_the_school_guide_and_the_form_as_a_web_page_leave_nothing_out(profile: dict[str, Any]) -> None:
    """What the school says that it has stands in the section for the guide; every note of the form stands in its web page."""
    grid = profile["values"]["expertise"]
    offered = [row["note"] for row in grid["rows"].values() if row["choice"] == "yes" and row["note"]]
    notes = [row["note"] for row in (*grid["rows"].values(), *grid["own_rows"]) if row["note"]]
    assert missing("schoolgids", profile, offered) == []
    assert missing("sop", profile, notes) == []


def missing(code: str, profile: dict[str, Any], said: list[str]) -> list[str]:
    page = as_html(DOCUMENTS[code].compose(FORM, edition(profile))).decode()
    text = "".join(re.sub(r"<[^>]+>", " ", page).split())
    return [words for words in said if "".join(escape(words).split()) not in text]
