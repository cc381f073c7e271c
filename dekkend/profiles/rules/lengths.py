"""Is a text that someone typed longer than fits in its field? What stood there already, read in a document, may be longer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.cleaning import texts_in
from dekkend.profiles.words.editing import MOST_TYPED_LABEL, MOST_TYPED_LINE, MOST_TYPED_TEXT
from dekkend.profiles.words.template import Block, BlockKind, FieldType


def too_long(block: Block, before: Any, value: Any) -> str:
    """Why this value does not fit in its field, as a sentence; nothing when it does."""
    known = set(texts_in(before))
    for name, text in _texts("", value):
        most = _most(block, name)
        if len(text) > most and text not in known:
            return say(
                "Deze tekst is te lang: {number} tekens, en er passen er {most}. Hij staat er nog, maar is niet bewaard. Maak hem korter.",
                number=len(text),
                most=most,
            )
    return ""


def _most(block: Block, name: str) -> int:
    if block.kind is BlockKind.GRID:
        return MOST_TYPED_LABEL if name == "label" else MOST_TYPED_LINE
    column = next((column for column in block.columns if column.code == name), None)
    has_paragraphs = block.kind is BlockKind.PROSE or (column is not None and column.type is FieldType.TEXT)
    return MOST_TYPED_TEXT if has_paragraphs else MOST_TYPED_LINE


def _texts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every text with the name of the field in which it stands."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(key, part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(name, part)
