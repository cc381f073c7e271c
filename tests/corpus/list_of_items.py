"""Which traps are in the corpus? One document each."""

from __future__ import annotations

from tests.corpus.items_pdf import PDF
from tests.corpus.items_text import TEXT
from tests.corpus.items_word import WORD
from tests.corpus.make import Item

# Documents that the reader does not yet read as it should; it doubts what it gets wrong in them. They join when it does:
# `python -m tests.corpus.make NAME` makes one.
NOT_YET = frozenset(
    {
        "office-broken-notes",
        "office-hyphen-name",
        "pdf-unruled-narrow",
        "poppler-layout-margins",
    }
)

ITEMS: tuple[Item, ...] = (*WORD, *PDF, *TEXT)
