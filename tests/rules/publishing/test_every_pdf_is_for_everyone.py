"""Can every PDF be read aloud and kept for good: PDF/UA-1 and PDF/A-2a, row titles, a picture with words, the same bytes twice?"""

from __future__ import annotations

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pdfplumber
import pikepdf
import pytest
from PIL import Image

from dekkend.profiles.gateways.templates import load_template
from dekkend.publishing.gateways.documents import DOCUMENTS, combined_guide
from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Paper, Paragraph, Picture, Table
from tests.corpus.school import vuursprot
from tests.rendering.pdf_rules import RULES, a_bad_file, broken_rules

FORM = load_template("haaglanden")
EDITION = Edition(
    "De Vuursprot", "2026-2027", vuursprot()["values"], "2026-09-01", number=2, fingerprint="ab" * 32, address="https://dekkend.example/2/"
)


def words(content: bytes) -> list[str]:
    """The text of each page."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return [sheet.extract_text() for sheet in pdf.pages]


@pytest.mark.parametrize("code", DOCUMENTS)
def test_every_document_keeps_the_rules(code: str) -> None:
    assert broken_rules(as_pdf(DOCUMENTS[code].compose(FORM, EDITION))) == []


def test_the_section_of_several_locations_keeps_the_rules() -> None:
    twins = [(FORM, EDITION), (FORM, replace(EDITION, site="99ZZ02"))]
    assert broken_rules(as_pdf(combined_guide("Stichting De Golfslag", twins))) == []


@pytest.mark.parametrize("rules", RULES)
def test_a_file_that_breaks_the_rules_is_caught(rules: str) -> None:
    assert any(broken.startswith(rules) for broken in broken_rules(a_bad_file()))


def test_the_first_cell_of_every_row_is_its_title() -> None:
    with pikepdf.open(io.BytesIO(as_pdf(DOCUMENTS["sop"].compose(FORM, EDITION)))) as pdf:
        titles = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TH"]
        scopes = [str(layer.Scope) for title in titles for layer in title.get("/A", []) if "/Scope" in layer]
    rows = sum(len(block.rows) for block in FORM.blocks())
    assert scopes.count("/Row") >= rows
    assert "/Column" in scopes


def test_nothing_in_it_looks_like_a_fault_to_a_reader_that_takes_a_plain_no_for_one() -> None:
    with pikepdf.open(io.BytesIO(as_pdf(DOCUMENTS["sop"].compose(FORM, EDITION)))) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        assert "/Suspects" not in pdf.Root.MarkInfo


def test_every_table_says_what_it_holds() -> None:
    paper = DOCUMENTS["sop"].compose(FORM, EDITION)
    with pikepdf.open(io.BytesIO(as_pdf(paper))) as pdf:
        tables = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Table"]
        said = [str(layer.Summary) for table in tables for layer in table.get("/A", []) if "/Summary" in layer]
    assert sorted(said) == sorted(part.caption for part in paper.parts if isinstance(part, Table))


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = DOCUMENTS["sop"].compose(FORM, EDITION)
    assert as_pdf(paper) == as_pdf(paper)
    assert as_word(paper) == as_word(paper)


def test_a_change_of_one_figure_changes_every_document() -> None:
    values = vuursprot()["values"]
    values["expertise"]["rows"]["autism"] = {"choice": "yes", "note": "31 uur per week"}
    for document in DOCUMENTS.values():
        said = b"31 hours a week" if document.code == "summary" else b"31 uur per week"
        assert said in as_html(document.compose(FORM, replace(EDITION, values=values)))


def test_a_picture_carries_its_words_and_one_that_is_gone_leaves_them() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(drawn, "PNG")
    paper = Paper("De Vuursprot", "Schema", (Picture("a" * 64, "Vier niveaus van ondersteuning"),))
    with_picture = as_pdf(paper, {"a" * 64: drawn.getvalue()})
    assert broken_rules(with_picture) == []
    with pdfplumber.open(io.BytesIO(with_picture)) as pdf:
        assert len(pdf.pages[0].images) == 1
    assert "Vier niveaus" in words(as_pdf(paper))[0]


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#1f3a8a" fill-opacity="0.5"/>'
    b'<text x="2" y="12" font-family="Source Sans 3" font-size="6">Zilverduin</text></svg>'
)


def test_a_drawing_stands_in_every_format_with_its_words_and_caption() -> None:
    paper = Paper("Dekking", "Zilverkust", (Picture("kaart", "Kaart met drie gebieden", "Hoe dekkend is Zilverkust?", 1.0),))
    pdf = as_pdf(paper, {"kaart": DRAWING})
    assert broken_rules(pdf) == []
    assert "Hoe dekkend is Zilverkust?" in words(pdf)[0]
    with zipfile.ZipFile(io.BytesIO(as_word(paper, {"kaart": DRAWING}))) as word:
        assert word.read("word/media/image1.png").startswith(b"\x89PNG")
        assert "Kaart met drie gebieden" in word.read("word/document.xml").decode()
    assert b'<img src="data:image/svg+xml;base64,' in as_html(paper, {"kaart": DRAWING})
    assert b"<p>Kaart met drie gebieden</p>" in as_html(paper)


def test_several_people_get_their_document_at_once() -> None:
    """One compiler for all of them would be refused to the second."""
    paper = DOCUMENTS["sop"].compose(FORM, EDITION)
    with ThreadPoolExecutor(4) as people:
        assert len(set(people.map(as_pdf, [paper] * 4))) == 1


@pytest.mark.parametrize("code", ["samenvatting", "summary"])
def test_the_summary_is_one_page_even_when_much_is_said(code: str) -> None:
    values = vuursprot()["values"]
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
