"""Do hostile files end in a clear sentence within the bounds, read by the real reader in the real sandbox?"""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dekkend.reading.gateways.sandbox import Bounds, read_file, read_measured, stop_reading
from dekkend.reading.words.result import DocumentRefused

CORPUS = Path(__file__).parents[2] / "corpus" / "items"
FORM = "Schoolondersteuningsprofiel (SOP) Haaglanden \n\nHandelingsgericht werken \n\n"


def word(body: str, **parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        packed.writestr("word/document.xml", body)
        for name, content in parts.items():
            packed.writestr(name, content)
    return stream.getvalue()


NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "zee"}">' for i in range(12))
HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "nothing but blanks": lambda: b" \n" * 100_000,
    "long text": lambda: (FORM + "Elk kind leert zwemmen. \n" * 1_200_000).encode(),
    "one long line": lambda: (FORM + "zee " * 5_000_000).encode(),
    "many marks": lambda: (FORM + "X X X \n" * 200_000).encode(),
    "many headings": lambda: (FORM * 20_000).encode(),
    "only newlines": lambda: b"\n" * 30_000_000,
    "random bytes": lambda: bytes(range(256)) * 2000,
    "nul bytes": lambda: b"\0" * 1_000_000,
    "half a pdf": lambda: (CORPUS / "pdf-ruled.pdf").read_bytes()[:20_000],
    "half a word file": lambda: (CORPUS / "word-plain.docx").read_bytes()[:9_000],
    "entities": lambda: word(f"<!DOCTYPE w [{ENTITIES}]><w:document {NAMESPACE}><w:body><w:p>&e11;</w:p></w:body></w:document>"),
    "zip bomb": lambda: word(f"<w:document {NAMESPACE}/>", **{"word/media/zee.png": b"\0" * 400_000_000}),
    "deep xml": lambda: word(f"<w:document {NAMESPACE}>" + "<w:p>" * 100_000 + "</w:p>" * 100_000 + "</w:document>"),
    "no xml": lambda: word("zee"),
    "html": lambda: b"<!doctype html><html><body><script>alert(1)</script></body></html>",
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_in_time(name: str, tmp_path: Path) -> None:
    file = tmp_path / "profiel.docx"
    file.write_bytes(HOSTILE[name]())
    began = time.monotonic()
    refused, peak = refusal_and_peak(file)
    assert time.monotonic() - began < 20
    if refused is None:  # much text is no crime, as long as it stays within the bounds
        assert peak < 1_000_000_000
        return
    assert refused.code not in ("crashed", "unreadable"), refused.message
    assert re.fullmatch(r"[A-Z].{40,}\.", refused.message)


def refusal_and_peak(file: Path) -> tuple[DocumentRefused | None, int]:
    try:
        return None, read_measured(file).peak
    except DocumentRefused as refused:
        return refused, 0


def test_a_slow_document_is_refused_by_the_real_reader() -> None:
    with pytest.raises(DocumentRefused) as refused:
        read_file(CORPUS / "pdf-ruled.pdf", bounds=Bounds(seconds=0.05))
    assert refused.value.code == "too_slow"
    assert "0,05 seconden" in refused.value.message


def test_a_document_that_needs_more_memory_than_it_may_is_refused(tmp_path: Path) -> None:
    read_file(CORPUS / "pdf-ruled.pdf")  # the libraries are loaded now, their memory is not the document's
    with pytest.raises(DocumentRefused) as refused:
        read_file(CORPUS / "pdf-ruled.pdf", bounds=Bounds(memory=60_000_000))
    assert refused.value.code in ("too_much_memory", "crashed")


def test_an_unknown_form_is_the_callers_mistake() -> None:
    with pytest.raises(LookupError):
        read_file(CORPUS / "word-plain.docx", template="atlantis")


def test_reading_starts_anew_after_it_was_stopped() -> None:
    assert read_file(CORPUS / "word-plain.docx").profile["school_year"] == "2024-2025"
    stop_reading()
    assert read_file(CORPUS / "word-plain.docx").profile["school_year"] == "2024-2025"
