"""Does what is written read back? From Word every value, from PDF and text no value that is wrong and called certain."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.gateways.intake import open_document
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.rules.read import read_document
from tests.corpus.judge import Fault, differences
from tests.rendering.expected import expected_reading
from tests.rendering.layout_text import as_layout_text
from tests.rendering.pdf_cells import as_cell_pdf
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.profiles import random_profiles
from tests.rendering.programs import pdftotext
from tests.rendering.raw_text import as_raw_text
from tests.rendering.style import Style
from tests.rendering.styles import page_styles, text_styles, word_styles
from tests.rendering.tika_text import as_tika_text
from tests.rendering.word import as_word

pytestmark = pytest.mark.slow  # many made-up profiles; `make fast` leaves these out

FORM = load_template("haaglanden")
Maker = Callable[[Any, dict[str, Any], Style], bytes | str]


def bounded(examples: int) -> settings:
    """So many documents, the same ones in every run; `DEKKEND_SEARCH=20` draws twenty times as many new ones, to look for faults."""
    search = int(os.environ.get("DEKKEND_SEARCH", "0"))
    return settings(
        max_examples=examples * max(search, 1),
        derandomize=not search,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


def faults_of(make: Maker, profile: dict[str, Any], style: Style, folder: Path) -> list[Fault]:
    made = make(FORM, profile, style)
    file = folder / "profiel"
    file.write_bytes(made if isinstance(made, bytes) else made.encode())
    reading = reading_to_json(read_document(open_document(file), FORM))
    return list(differences(reading, expected_reading(FORM, profile, style)))


def told(faults: list[Fault]) -> str:
    return "\n".join(map(str, faults))


@given(profile=random_profiles(FORM), style=word_styles(FORM))
@bounded(25)
def test_word_reads_back_as_it_was_written(profile: dict, style: Style, tmp_path_factory: pytest.TempPathFactory) -> None:
    faults = faults_of(as_word, profile, style, tmp_path_factory.getbasetemp())
    assert not faults, told(faults)


@pytest.mark.parametrize("make", [as_tika_text, as_layout_text, as_raw_text])
def test_text_is_read_right_or_doubted(make: Maker, tmp_path: Path) -> None:
    @given(profile=random_profiles(FORM), style=text_styles(FORM))
    @bounded(40)
    def never_wrong_and_certain(profile: dict, style: Style) -> None:
        wrong = [fault for fault in faults_of(make, profile, style, tmp_path) if fault.unforgivable]
        assert not wrong, told(wrong)

    never_wrong_and_certain()


def real_layout(template: Any, profile: dict[str, Any], style: Style) -> str:
    return pdftotext(as_pdf(template, profile, style), "-layout")


def real_raw(template: Any, profile: dict[str, Any], style: Style) -> str:
    return pdftotext(as_pdf(template, profile, style), "-raw")


@pytest.mark.parametrize(("make", "examples"), [(as_pdf, 10), (as_cell_pdf, 5), (real_layout, 12), (real_raw, 8)])
def test_a_pdf_and_its_text_are_read_right_or_doubted(make: Maker, examples: int, tmp_path: Path) -> None:
    @given(profile=random_profiles(FORM), style=page_styles(FORM))
    @bounded(examples)
    def never_wrong_and_certain(profile: dict, style: Style) -> None:
        wrong = [fault for fault in faults_of(make, profile, style, tmp_path) if fault.unforgivable]
        assert not wrong, told(wrong)

    never_wrong_and_certain()
