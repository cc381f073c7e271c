"""Which kinds of file can a document become, and who writes them?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dekkend.publishing.gateways.html import as_html
from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.words.paper import Paper


@dataclass(frozen=True, slots=True)
class Format:
    """`write` takes a paper and the bytes of its pictures by key, and returns the bytes of the file."""

    media_type: str
    write: Callable[[Paper, Mapping[str, bytes]], bytes]


FORMATS = {
    "pdf": Format("application/pdf", as_pdf),
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_word),
    "html": Format("text/html; charset=utf-8", as_html),
}
