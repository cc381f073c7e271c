"""Is this PDF whole, unlocked and of a safe size, and which pages has it?"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.exceptions import PdfminerException

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.kinds import PDF_MARK
from dekkend.reading.gateways.limits import Limits

# pdfminer warns of every oddity in a font; what matters is said in `Document.unread`.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

STREAM = b"stream"
LONGEST_HEADER = 600  # bytes
END_MARK = b"%%EOF"
OBJECT = re.compile(rb"\d+ \d+ obj\b")
LOCKED = (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed)


def open_pdf(data: bytes, limits: Limits) -> Any:
    """The pdfplumber PDF. Raises DocumentRefused when it is cut off, locked, broken, bloated or too long."""
    data = data[data.find(PDF_MARK) :]  # places in the file count from here, whatever a mail program put before it
    _refuse_bombs(data, limits)
    try:
        pdf = pdfplumber.open(io.BytesIO(data), raise_unicode_errors=False)
        pages = sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), limits.max_pages + 1))
    except Exception as cause:
        raise _refusal(cause, data) from cause
    if pages > limits.max_pages:
        raise refusals.too_many_pages(limits.max_pages)
    if _is_cut_off(data) or not pages:
        raise refusals.truncated() if _is_cut_off(data) else refusals.broken(refusals.PDF)
    return pdf


def _refusal(cause: Exception, data: bytes) -> Exception:
    inner = cause.args[0] if isinstance(cause, PdfminerException) and cause.args else cause
    if isinstance(inner, LOCKED):
        return refusals.encrypted()
    return refusals.truncated() if _is_cut_off(data) else refusals.broken(refusals.PDF)


def _is_cut_off(data: bytes) -> bool:
    """A whole PDF ends with its end mark; in half a one that was saved in parts, objects follow the last mark."""
    end = data.rfind(END_MARK)
    return end < 0 or OBJECT.search(data, end) is not None


def _refuse_bombs(data: bytes, limits: Limits) -> None:
    """Unpack every stream but the pictures (this reader leaves those packed) up to its limit, and keep nothing of it."""
    left = limits.max_unzipped
    for start, header in _streams(data):
        if b"FlateDecode" not in header or b"/Image" in header:
            continue
        size = _unpacked_size(data, start, limits.max_stream)
        left -= size
        if size > limits.max_stream or left < 0:
            raise refusals.zip_bomb()


def _streams(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Where each stream begins, and the description that stands before it."""
    place = data.find(STREAM)
    while place >= 0:
        start = place + len(STREAM)
        if data[place - 3 : place] != b"end":
            header = data[max(0, place - LONGEST_HEADER) : place].rpartition(b" obj")[2]
            line_end = 2 if data[start : start + 2] == b"\r\n" else 1
            yield start + line_end, header
        place = data.find(STREAM, start)


def _unpacked_size(data: bytes, start: int, most: int) -> int:
    """How many bytes the stream at `start` gives, counted to just over `most`; 0 when it is not packed after all."""
    end = data.find(b"endstream", start)
    packed = memoryview(data)[start : end if end >= 0 else len(data)]
    try:
        return len(zlib.decompressobj().decompress(packed, most + 1))
    except zlib.error:
        return 0
