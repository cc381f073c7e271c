"""What does this file hold? One door for every file: read as the neutral document, or refused with a reason."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dekkend.kernel.sentences import say
from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.encodings import decode
from dekkend.reading.gateways.kinds import kind_of, refuse_markup
from dekkend.reading.gateways.limits import DEFAULT_LIMITS, Limits
from dekkend.reading.gateways.text import read_text
from dekkend.reading.words.document import Document, Source
from dekkend.reading.words.result import DocumentRefused

MEDIA_TYPES = {
    "text": "text/plain",
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}

__all__ = ["DEFAULT_LIMITS", "Limits", "open_document"]


def open_document(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The file at `path` as a neutral document. What it is, is decided by its content; the name plays no part.

    Raises DocumentRefused, and nothing else: also a fault inside a library becomes a refusal, with its cause chained.
    Time and memory are bounded by `limits` for ordinary files; against hostile ones call it in a process of its own.
    """
    try:
        data = _bytes_of(Path(path), limits)
        return _read(data, Path(path).name, limits)
    except DocumentRefused:
        raise
    except Exception as cause:
        raise refusals.unreadable() from cause


def _bytes_of(path: Path, limits: Limits) -> bytes:
    if not path.is_file():
        raise refusals.missing()
    if path.stat().st_size > limits.max_bytes:
        raise refusals.too_large(path.stat().st_size, limits.max_bytes)
    with path.open("rb") as file:
        data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise refusals.too_large(len(data), limits.max_bytes)
    return data


def _read(data: bytes, name: str, limits: Limits) -> Document:
    kind = kind_of(data)
    source = Source(name, hashlib.sha256(data).hexdigest(), MEDIA_TYPES[kind])
    # Imported when first needed: the PDF libraries take 0.3 s to load, and the command must start at once.
    if kind == "pdf":
        from dekkend.reading.gateways.pdf import read_pdf

        return read_pdf(data, source, limits)
    if kind == "word":
        from dekkend.reading.gateways.word import read_word

        return read_word(data, source, limits)
    return _read_as_text(data, source, limits)


def _read_as_text(data: bytes, source: Source, limits: Limits) -> Document:
    if len(data) > 4 * limits.max_characters:  # at most four bytes a letter: too long before it is decoded
        raise refusals.too_much_text(limits.max_characters)
    text = decode(data)
    if text is None:
        raise refusals.unknown_type(say("geen tekst, geen Word-bestand en geen PDF"))
    refuse_markup(text)
    return read_text(text, source, limits)
