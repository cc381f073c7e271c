"""Are the sample documents read right when the same school hands in Word or PDF, with the region's fixed text around its own?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.gateways.intake import open_document
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.rules.read import read_document
from tests.corpus.judge import Fault, differences
from tests.rendering.pdf_typst import as_pdf
from tests.rendering.style import Style
from tests.rendering.word import as_word

FORM = load_template("haaglanden")
SEEDS = ("sop-de-ontmoeting-2023", "sop-og-heldring-2023")
FIXED = {"duty_of_care": ("4. Zorgplicht", "5. Financi"), "basic_support": ("\nBasisondersteuning \n", "\nA. Basiskwaliteit  \n")}
STYLES = [
    Style(),
    Style(mark="box", merged="header", on_track="Naar behoren"),
    Style(mark="☒", nested=True, columns="reversed"),
    Style(ruled=False, marks_at="center"),
    Style(page="short", repeated_header=True, running_header="Schoolprofiel", running_footer="Pagina {page}"),
]


def read(made: bytes | str, folder: Path) -> dict[str, Any]:
    file = folder / "profiel"
    file.write_bytes(made if isinstance(made, bytes) else made.encode())
    return reading_to_json(read_document(open_document(file), FORM))


def fixed_text(text: str) -> dict[str, tuple[str, ...]]:
    """The region's paragraphs, out of the sample itself: they are not in this project."""
    found = {}
    for section, (start, end) in FIXED.items():
        body = text[text.index(start) + len(start) : text.index(end, text.index(start))]
        lines = [line.strip() for line in body.split("\n") if line.strip() and not line.startswith("http")]
        found[section] = (" ".join(lines),)
    return found


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, shared: Path, tmp_path: Path) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """(the profile as read from the sample, what is expected of it, its fixed text)"""
    text = (shared / "seeds" / f"{request.param}.txt").read_text("utf-8")
    expected = json.loads((shared / "seeds" / "expected" / f"{request.param}.json").read_text("utf-8"))
    return read(text, tmp_path)["profile"], {**expected, "not_certain": []}, fixed_text(text)


def faults_of(made: bytes, expected: dict[str, Any], folder: Path) -> list[Fault]:
    reading = read(made, folder)
    text = json.dumps(reading["profile"]["values"], ensure_ascii=False)
    assert not re.search("indien ouders de grondslag|multidisciplinair overleg \\(MDO\\) of de inzet", text), (
        "fixed text taken for the school's own"
    )
    return list(differences(reading, expected))


@pytest.mark.parametrize("style", STYLES[:3], ids=["plain", "boxes", "nested"])
def test_a_sample_as_word_is_read_in_full(seed: tuple[dict, dict, dict], style: Style, tmp_path: Path) -> None:
    profile, expected, fixed = seed
    faults = faults_of(as_word(FORM, profile, with_fixed(style, fixed)), expected, tmp_path)
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.slow
@pytest.mark.parametrize("style", [STYLES[0], *STYLES[3:]], ids=["ruled", "unruled", "short-pages"])
def test_a_sample_as_pdf_is_read_right_or_doubted(seed: tuple[dict, dict, dict], style: Style, tmp_path: Path) -> None:
    profile, expected, fixed = seed
    faults = faults_of(as_pdf(FORM, profile, with_fixed(style, fixed)), expected, tmp_path)
    wrong = [fault for fault in faults if fault.unforgivable]
    assert not wrong, "\n".join(map(str, wrong))
    assert len(faults) < 12, "\n".join(map(str, faults))


def with_fixed(style: Style, fixed: dict[str, tuple[str, ...]]) -> Style:
    return replace(style, fixed=fixed)
