"""Does a document come out whatever signs are in its text: an emoji, Chinese, control signs, the bullets of an old font?"""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.typst.letters import covered, printable
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.words.paper import Bullets, Heading, Line, Paper, Paragraph, Table, cell
from tests.rules.reading.test_roundtrip import bounded


def paper_of(text: str) -> Paper:
    parts = (Heading(text or "-"), Paragraph(text), Bullets((text,)), Table(text, (text, "b"), ((cell(text), cell("c")),), (1, 1)))
    return Paper(title=text or "-", subtitle=text, parts=parts, foot=text, origin=(Line(text),), author=text)


def words_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(io.BytesIO(pdf)))


@pytest.mark.slow
@given(text=st.text(max_size=40))
@bounded(25)
def test_any_text_becomes_a_pdf_a_word_file_and_a_page(text: str) -> None:
    paper = paper_of(text)
    assert as_pdf(paper).startswith(b"%PDF")
    assert as_word(paper).startswith(b"PK")
    assert as_html(paper)


@pytest.mark.parametrize(
    "sign", ["🎒", "日", "ع", "\uf0b7", "\uf0fc", "\x07", "\x00", "\ue123", "\ufffe", "👩‍🏫", "👍🏽", "❤️", "\U0001f1f3\U0001f1f1"]
)
def test_one_strange_sign_does_not_take_the_document_away(sign: str) -> None:
    shown = words_of(as_pdf(paper_of(f"voor {sign} na")))
    assert "voor" in shown
    assert "na" in shown


def test_a_sign_that_cannot_be_drawn_becomes_one_box_and_nothing_is_left_out_in_silence() -> None:
    assert printable("tas 🎒 👍🏽 日本") == "tas □ □ □□"


@pytest.mark.parametrize(("lang", "said"), [("nl", "Een □ staat voor"), ("en", "A □ stands for")])
def test_a_document_with_such_a_box_says_where_it_says_which_version_it_is_what_the_box_stands_for(lang: str, said: str) -> None:
    with_box, without = (replace(paper_of(text), lang=lang) for text in ("tas 🎒", "tas □"))
    shown = words_of(as_pdf(with_box))
    assert said in shown
    assert shown.index(said) > shown.index("tas □")
    assert said not in words_of(as_pdf(without)), "who wrote a box means a box"
    assert said.encode() not in as_html(with_box), "the other formats keep the sign"


def test_a_bullet_of_an_old_font_is_a_bullet() -> None:
    assert printable("\uf0b7 een \uf0fc twee") == "• een • twee"


def test_a_sign_with_a_plain_form_keeps_its_meaning() -> None:
    assert printable("①ＡⅧ") == "1AVIII"


def test_what_the_font_can_draw_stays_as_it_is() -> None:
    text = "Eén – “idee” ‘ĳ’ ≥ € é ü\n•"
    assert printable(text) == text
    assert len(covered()) > 1000
