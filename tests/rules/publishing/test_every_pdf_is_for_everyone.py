"""Can every PDF be read aloud and kept for good: PDF/UA-1 and PDF/A-2a, row titles, a picture with words, the same bytes twice?"""

from __future__ import annotations

import io
from dataclasses import replace

import page
import pdfplumber
import pikepdf
import pytest
import typst
from PIL import Image

from dekkend.profiles.gateways.templates import load_template
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Paper, Paragraph, Picture
from tests.corpus.school import vuurtoren

FORM = load_template("haaglanden")
EDITION = Edition(
    "De Vuurtoren", "2026-2027", vuurtoren()["values"], "2026-09-01", number=2, fingerprint="ab" * 32, address="https://dekkend.example/2/"
)
RULES = ("ua1", "pdfa2a")


def words(content: bytes) -> list[str]:
    """The text of each page."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return [sheet.extract_text() for sheet in pdf.pages]


def failures(content: bytes, rules: str) -> int:
    return len(page.validate_pdf_bytes(content, profile=rules).failures)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("code", DOCUMENTS)
def test_every_document_keeps_the_rules(code: str, rules: str) -> None:
    assert failures(as_pdf(DOCUMENTS[code].compose(FORM, EDITION)), rules) == 0


@pytest.mark.parametrize("rules", RULES)
def test_a_file_that_breaks_the_rules_is_caught(rules: str) -> None:
    assert failures(bytes(typst.compile(b"Tekst zonder taal, titel en merken", pdf_tags=False)), rules) > 0


def test_the_first_cell_of_every_row_is_its_title() -> None:
    with pikepdf.open(io.BytesIO(as_pdf(DOCUMENTS["sop"].compose(FORM, EDITION)))) as pdf:
        titles = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TH"]
        scopes = [str(layer.Scope) for title in titles for layer in title.get("/A", []) if "/Scope" in layer]
    rows = sum(len(block.rows) for block in FORM.blocks())
    assert scopes.count("/Row") >= rows
    assert "/Column" in scopes


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = DOCUMENTS["sop"].compose(FORM, EDITION)
    assert as_pdf(paper) == as_pdf(paper)
    assert as_word(paper) == as_word(paper)


def test_a_change_of_one_figure_changes_every_document() -> None:
    values = vuurtoren()["values"]
    values["expertise"]["rows"]["autism"] = {"choice": "yes", "note": "31 uur per week"}
    for document in DOCUMENTS.values():
        assert b"31 uur per week" in as_html(document.compose(FORM, replace(EDITION, values=values)))


def test_a_picture_carries_its_words_and_one_that_is_gone_leaves_them() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(drawn, "PNG")
    paper = Paper("De Vuurtoren", "Schema", (Picture("a" * 64, "Vier niveaus van ondersteuning"),))
    with_picture = as_pdf(paper, {"a" * 64: drawn.getvalue()})
    assert failures(with_picture, "ua1") == 0
    with pdfplumber.open(io.BytesIO(with_picture)) as pdf:
        assert len(pdf.pages[0].images) == 1
    assert "Vier niveaus" in words(as_pdf(paper))[0]


@pytest.mark.parametrize("code", ["samenvatting", "summary"])
def test_the_summary_is_one_page_even_when_much_is_said(code: str) -> None:
    values = vuurtoren()["values"]
    for block in ("expertise", "facilities", "external_experts"):
        choice = FORM.block(block).choices[0].code
        values[block]["rows"] = {row: {"choice": choice, "note": "2 dagdelen per week, in overleg"} for row in values[block]["rows"]}
    content = as_pdf(DOCUMENTS[code].compose(FORM, replace(EDITION, values=values)))
    assert len(words(content)) == 1


HOSTILE = '#import "x": y $x$ <script>alert(1)</script> {{ 7*7 }} & "\\'


def test_words_are_never_read_as_code() -> None:
    paper = Paper(HOSTILE, HOSTILE, (Paragraph(HOSTILE),))
    assert "#import" in words(as_pdf(paper))[0]
    assert b"<script>" not in as_html(paper)
    assert as_word(paper)
