"""Is a Word file that is broken, bloated or out for mischief refused without harm?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dekkend.reading.gateways.intake import Limits, open_document
from dekkend.reading.words.document import Document
from dekkend.reading.words.result import DocumentRefused

Refusal = Callable[..., DocumentRefused]
Word = Callable[..., bytes]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
LAUGHS = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>',
        f'<!DOCTYPE d [<!ENTITY x0 "ha">{LAUGHS}<!ENTITY x "&x9;">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused_and_never_fetched(refusal: Refusal, word: Word, doctype: str, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{BODY}'.encode(encoding)
    assert refusal(word("", raw={"word/document.xml": content})).code == "unsafe_xml"


def test_an_entity_in_a_part_beside_the_text_is_refused_too(refusal: Refusal, word: Word) -> None:
    styles = f'<!DOCTYPE d [<!ENTITY x "y">]><w:styles xmlns:w="{MAIN}">&x;</w:styles>'
    assert refusal(word("<w:p/>", styles="", raw={"word/styles.xml": styles})).code == "unsafe_xml"


@pytest.mark.parametrize("content", ["<w:document", BODY, f'<w:d xmlns:w="{MAIN}"><w:p></w:d>', "", b"\xff\xfe\x00"])
def test_broken_xml_is_named(refusal: Refusal, word: Word, content: str | bytes) -> None:
    assert refusal(word("", raw={"word/document.xml": content})).code == "broken_xml"


def test_xml_that_nests_too_deeply_is_refused(refusal: Refusal, word: Word) -> None:
    assert refusal(word("<w:sdt>" * 5000 + "</w:sdt>" * 5000)).code == "broken_xml"


def test_deep_but_valid_nesting_is_survived(opened: Callable[..., Document], word: Word) -> None:
    inner = "<w:p><w:r><w:t>diep</w:t></w:r></w:p>"
    for _ in range(50):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert "diep" in [line.text for line in opened(word(inner)).lines()]


def test_a_word_file_without_a_text_is_called_broken(refusal: Refusal, word: Word) -> None:
    assert refusal(word("", raw={"word/document.xml": f'<w:x xmlns:w="{MAIN}"/>'})).code == "broken"


def test_a_word_file_with_nothing_in_it_is_called_empty(refusal: Refusal, word: Word) -> None:
    assert refusal(word("<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")).code == "empty"


def test_a_word_file_with_only_a_picture_is_called_image_only(refusal: Refusal, word: Word) -> None:
    picture = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>"
    assert refusal(word(picture)).code == "image_only"


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.emf"])
def test_a_zip_bomb_is_refused_by_its_declared_size(refusal: Refusal, word: Word, part: str) -> None:
    assert refusal(word("<w:p/>", raw={part: b" " * 60_000_000})).code == "zip_bomb"


def test_many_parts_of_an_ordinary_size_are_refused_together(refusal: Refusal, word: Word) -> None:
    parts: dict[str, str | bytes] = {f"word/media/{n}.bin": b" " * 4_900_000 for n in range(42)}
    assert refusal(word("<w:p/>", raw=parts)).code == "zip_bomb"


def test_a_damaged_part_is_called_broken(refusal: Refusal, word: Word) -> None:
    whole = bytearray(word("<w:p><w:r><w:t>Lift</w:t></w:r></w:p>"))
    info = zipfile.ZipFile(io.BytesIO(bytes(whole))).getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename) + 10
    whole[start : start + 20] = b"\x00" * 20
    assert refusal(bytes(whole)).code == "broken"


def test_a_locked_zip_is_called_encrypted(refusal: Refusal, word: Word) -> None:
    whole = word("<w:p/>").replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    whole = whole.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    assert refusal(whole).code == "encrypted"


def test_too_much_text_and_too_many_pages_are_refused(tmp_path: Path, refusal: Refusal, word: Word) -> None:
    path = tmp_path / "lang.docx"
    path.write_bytes(word("<w:p><w:r><w:t>verhaal</w:t></w:r></w:p>" * 50))
    assert open_document(path, limits=Limits(max_lines=50, max_characters=350)).kind == "word"
    for limits in (Limits(max_lines=49), Limits(max_characters=349)):
        with pytest.raises(DocumentRefused) as caught:
            open_document(path, limits=limits)
        assert caught.value.code == "too_large"
    page = '<w:p><w:r><w:t>tekst</w:t><w:br w:type="page"/></w:r></w:p>'
    assert refusal(word(page * 121)).code == "too_many_pages"
