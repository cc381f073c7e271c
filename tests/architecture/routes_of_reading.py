"""Which role gets which answer from the addresses of documents? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import DOCUMENT, DRAFT, EDITOR, Table, only_post, posted

# A document that waits is shown as such; its checking leads back there.
READING: Table = {
    "reading:documents": ({}, EDITOR, posted(EDITOR, 422)),
    "reading:batch": ({"batch_id": "batch"}, DOCUMENT, posted(EDITOR, 405)),
    "reading:document": ({"document_id": "document"}, DOCUMENT, posted(EDITOR, 405)),
    "reading:review": (
        {"document_id": "document"},
        {who: 302 if status == 200 else status for who, status in DOCUMENT.items()},
        posted(EDITOR, 404),
    ),
    "reading:accept": (
        {"document_id": "document"},
        {who: 302 if status == 200 else status for who, status in DOCUMENT.items()},
        posted(EDITOR, 404),
    ),
    "reading:differences": (
        {"document_id": "document", **DRAFT},
        {who: 302 if status == 200 else status for who, status in DOCUMENT.items()},
        posted(DOCUMENT, 404),
    ),
    "reading:original": ({"document_id": "document"}, DOCUMENT, posted(EDITOR, 405)),
    "reading:take_back": ({"document_id": "document"}, only_post(EDITOR), posted(DOCUMENT, 302)),
    "reading:seen": ({"document_id": "document"}, only_post(EDITOR), posted(DOCUMENT, 302)),
}
