"""Is the kind of a file judged by its content, and its name made harmless?"""

import pytest

from dekkend.files.rules import media_type, safe_name
from dekkend.files.words import OTHER, PDF, PNG, TEXT, WORD


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"%PDF-1.7\n", PDF),
        (b"\n\n%PDF-1.4", PDF),
        (b"PK\x03\x04" + b"\x00" * 26 + b"[Content_Types].xml", WORD),
        (b"PK\x03\x04" + b"\x00" * 26 + b"mimetype", OTHER),
        (b"Schoolondersteuningsprofiel", TEXT),
        (b"\xff\xfeS\x00", TEXT),
        (b"", TEXT),
        (b"\x89PNG\r\n\x1a\n\x00\x00", PNG),
    ],
)
def test_the_first_bytes_tell_the_kind(head, expected):
    assert media_type(head) == expected


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("sop.pdf", "sop.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\map\\sop 2023.docx", "sop 2023.docx"),
        ("a\x00b\nc.pdf", "abc.pdf"),
        ("", "bestand"),
        ("...", "bestand"),
        ("sop 123456782.pdf", "sop •••••••••.pdf"),
        ("sop １２３４５６７８２.pdf", "sop •••••••••.pdf"),
        ("..／..／etc／passwd", "passwd"),
        ("sop\u202efdp.exe", "sopfdp.exe.bin"),
        ("sop\u200b.pdf", "sop.pdf"),
        ("  sop.pdf. ", "sop.pdf"),
        ("jaarplan.pdf.EXE", "jaarplan.pdf.EXE.bin"),
        ("jaarplan.exe.pdf", "jaarplan.exe.pdf"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
    ],
)
def test_a_name_keeps_only_what_is_harmless(given, kept):
    assert safe_name(given) == kept


def test_a_name_that_would_be_started_gets_the_ending_of_its_content():
    assert safe_name("sop.scr", PDF) == "sop.scr.pdf"
    assert safe_name("sop.html", TEXT) == "sop.html.txt"


def test_a_very_long_name_keeps_its_end():
    assert safe_name("x" * 300 + ".pdf").endswith(".pdf")
    assert len(safe_name("x" * 300 + ".pdf")) == 150
