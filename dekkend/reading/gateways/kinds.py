"""What kind of file is this, judged by its content and never by its name?"""

from __future__ import annotations

import io
import re
import zipfile

from dekkend.kernel.sentences import say
from dekkend.reading.gateways import refusals

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN = 1024  # readers accept some bytes before it

# How a file starts, and what it is called in a Dutch sentence.
STARTS = (
    (b"\xff\xd8\xff", say("een foto (JPEG)")),
    (b"\x89PNG\r\n", say("een afbeelding (PNG)")),
    (b"GIF8", say("een afbeelding (GIF)")),
    (b"BM", say("een afbeelding (BMP)")),
    (b"II*\x00", say("een afbeelding (TIFF)")),
    (b"MM\x00*", say("een afbeelding (TIFF)")),
    (b"8BPS", say("een afbeelding (Photoshop)")),
    (b"{\\rtf", say("een RTF-bestand")),
    (b"%!PS", say("een PostScript-bestand")),
    (b"7z\xbc\xaf\x27\x1c", say("een ingepakt bestand (7z)")),
    (b"Rar!\x1a\x07", say("een ingepakt bestand (RAR)")),
    (b"\x1f\x8b", say("een ingepakt bestand (gzip)")),
    (b"MZ", say("een programma")),
    (b"\x7fELF", say("een programma")),
    (b"ID3", say("een geluidsbestand")),
    (b"SQLite format 3\x00", say("een database")),
)
BRANDS = {b"heic": say("een foto (HEIC)"), b"mif1": say("een foto (HEIC)"), b"avif": say("een afbeelding (AVIF)")}
TEXT_STARTS = (
    (re.compile(r"<!doctype\s+html|<html|<head|<body|<(div|table|p|h1|span)\b[^>]*>", re.I), say("een webpagina (HTML)")),
    (re.compile(r"<\?xml[^>]*\?>\s*(<!doctype\s+html[^>]*>\s*)?<html", re.I), say("een webpagina (HTML)")),
    (re.compile(r"<svg|<\?xml.{0,300}<svg", re.I | re.S), say("een afbeelding (SVG)")),
    (re.compile(r"<\?xml\s"), say("een XML-bestand")),
    (
        re.compile(r"(mime-version|return-path|received|delivered-to|message-id|x-[a-z-]+):", re.I),
        say("een e-mail of bewaarde webpagina"),
    ),
    (re.compile(r'[{\[]\s*[{\["]'), say("een JSON-bestand")),
)
COMMENT = re.compile(r"^(<!--.*?-->\s*)+", re.S)
ZIP_KINDS = (
    ("xl/", say("een Excel-bestand")),
    ("ppt/", say("een PowerPoint-bestand")),
    ("visio/", say("een Visio-bestand")),
    ("Index/Document.iwa", say("een Pages-bestand van Apple")),
    ("META-INF/container.xml", say("een e-boek (EPUB)")),
)
MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": say("een OpenDocument-tekst (ODT)"),
    b"application/vnd.oasis.opendocument.spreadsheet": say("een OpenDocument-rekenblad (ODS)"),
    b"application/vnd.oasis.opendocument.presentation": say("een OpenDocument-presentatie (ODP)"),
    b"application/epub+zip": say("een e-boek (EPUB)"),
}


def kind_of(data: bytes) -> str:
    """ "pdf", "word" or "text". Raises DocumentRefused, naming the kind, for everything else that is recognised."""
    if not data.strip(b"\x00\t\n\r\f "):
        raise refusals.empty()
    if data.startswith(ZIP):
        return _kind_of_zip(data)
    if data.startswith(OLE):
        raise _refusal_of_ole(data)
    for start, name in STARTS:
        if data.startswith(start) and not _reads_as_text(data, start):
            raise refusals.unknown_type(name)
    _refuse_media(data)
    return "pdf" if PDF_MARK in data[:PDF_MARK_WITHIN] else "text"


def refuse_markup(text: str) -> None:
    """Raise DocumentRefused when a decoded text is a web page, a mail or another kind of source text."""
    start = COMMENT.sub("", text[:4096].lstrip("\ufeff \t\r\n"))
    for pattern, name in TEXT_STARTS:
        if pattern.match(start):
            raise refusals.unknown_type(name)


def _reads_as_text(data: bytes, start: bytes) -> bool:
    """Two letters such as BM or MZ may also open an ordinary text."""
    return len(start) <= 3 and start.isalnum() and b"\x00" not in data[:512]


def _refuse_media(data: bytes) -> None:
    if data[:4] == b"RIFF":
        raise refusals.unknown_type(say("een afbeelding (WebP)") if data[8:12] == b"WEBP" else say("een geluid of film"))
    if data[4:8] == b"ftyp":
        raise refusals.unknown_type(BRANDS.get(data[8:12], say("een film of geluid (MP4)")))


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            mimetype = package.read("mimetype") if _is_small(package, "mimetype") else b""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as cause:
        raise refusals.truncated() from cause
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return "word"
    if mimetype.strip() in MIMETYPES:
        raise refusals.unknown_type(MIMETYPES[mimetype.strip()])
    for start, name in ZIP_KINDS:
        if any(part.startswith(start) for part in names):
            raise refusals.unknown_type(name)
    raise refusals.unknown_type(say("een zip-bestand")) if names else refusals.empty()


def _is_small(package: zipfile.ZipFile, name: str) -> bool:
    return name in package.namelist() and package.getinfo(name).file_size < 200


def _refusal_of_ole(data: bytes) -> Exception:
    """An OLE file is named by the streams in its directory, whose names are UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return refusals.encrypted()
    if holds("WordDocument"):
        return refusals.old_word()
    if holds("Workbook"):
        return refusals.unknown_type(say("een oud Excel-bestand (.xls)"))
    if holds("PowerPoint Document"):
        return refusals.unknown_type(say("een oud PowerPoint-bestand (.ppt)"))
    if holds("__properties_version"):
        return refusals.unknown_type(say("een Outlook-bericht (.msg)"))
    return refusals.unknown_type(say("een oud Office-bestand"))
