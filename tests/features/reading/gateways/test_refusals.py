"""Is every file that cannot be read refused with its own code and a sentence a person can use?"""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dekkend.reading.gateways.intake import Limits, open_document
from dekkend.reading.gateways.kinds import OLE
from dekkend.reading.words.result import DocumentRefused

Refusal = Callable[..., DocumentRefused]


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("content", [b"", b"  \r\n\t\f ", b"\x00" * 50, b"\xef\xbb\xbf", b"\xff\xfe \x00\n\x00"])
def test_an_empty_file_is_called_empty(refusal: Refusal, content: bytes) -> None:
    assert refusal(content).code == "empty"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"\xff\xd8\xff\xe0" + b"x" * 99, "JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 99, "PNG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "WebP"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20, "HEIC"),
        (b"{\\rtf1\\ansi Profiel}", "RTF"),
        (b"<!DOCTYPE html><html><body>Profiel</body></html>", "HTML"),
        (b"\xef\xbb\xbf \n<!-- bewaard -->\n<HTML><p>Profiel", "HTML"),
        ("<html><p>Profiel</p></html>".encode("utf-16"), "HTML"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="x">', "HTML"),
        (b'<?xml version="1.0"?><profiel/>', "XML"),
        (b'{"format": "dekkend-profile/1"}', "JSON"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "webpagina"),
        (gzip.compress(b"Profiel", mtime=0), "gzip"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "Excel"),
        (zipped({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}), "PowerPoint"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "ODT"),
        (zipped({"profiel.txt": b"Profiel"}), "zip-bestand"),
        (random.Random(7).randbytes(5000), "geen tekst"),
    ],
)
def test_a_file_of_another_kind_is_named(refusal: Refusal, content: bytes, named: str) -> None:
    refused = refusal(content, "profiel.docx")
    assert refused.code == "unknown_type"
    assert named in refused.message


def test_an_old_word_file_says_how_to_save_it(refusal: Refusal) -> None:
    refused = refusal(OLE + b"\x00" * 600 + "WordDocument".encode("utf-16-le"), "profiel.docx")
    assert refused.code == "old_word"
    assert ".docx" in refused.message


def test_a_word_file_with_a_password_is_called_locked(refusal: Refusal) -> None:
    assert refusal(OLE + "EncryptedPackage".encode("utf-16-le"), "profiel.docx").code == "encrypted"


def test_half_a_zip_is_called_incomplete(refusal: Refusal) -> None:
    whole = zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>" * 900})
    assert refusal(whole[: len(whole) // 2], "profiel.docx").code == "truncated"


def test_a_text_of_thirty_megabytes_is_refused_at_once(refusal: Refusal) -> None:
    assert refusal("Een regel tekst met woorden.\n" * 1_050_000).code == "too_large"
    assert refusal("\n x" * 1_900_000).code == "too_large"


def test_a_file_above_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "profiel.txt"
    path.write_bytes(b"Lift X ")
    assert open_document(path, limits=Limits(max_bytes=7)).kind == "text"
    with pytest.raises(DocumentRefused) as caught:
        open_document(path, limits=Limits(max_bytes=6))
    assert caught.value.code == "too_large"


def test_a_text_of_too_many_pages_is_refused(refusal: Refusal, opened: Callable[..., object]) -> None:
    assert opened("pagina\n\f" * 120)
    assert refusal("pagina\n\f" * 121).code == "too_many_pages"


@pytest.mark.parametrize("name", ["niet-daar.txt", "."])
def test_a_file_that_is_not_there_is_called_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentRefused) as caught:
        open_document(tmp_path / name)
    assert caught.value.code == "missing"


def test_a_fault_inside_a_library_becomes_a_refusal(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("dekkend.reading.gateways.intake.read_text", fail)
    refused = refusal("Lift X ")
    assert refused.code == "unreadable"
    assert isinstance(refused.__cause__, RecursionError)
