"""What is left of a value that someone typed or pasted, once the traces of other programs are gone?

Gone: signs that cannot be seen (control signs, soft hyphens, zero-width spaces, direction marks), the marks that Word leaves, spaces too
many. A hard space becomes a space, a bullet of Word's own font a bullet. Nothing that someone wrote is dropped; single new lines stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from dekkend.profiles.rules.paths import parts_of
from dekkend.profiles.words.template import Block, BlockKind, FieldType

_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ud800-\udfff]"
)
_WORD_MARKS = re.compile(
    r"<!--\[if [^\]]*\]>.*?<!\[endif\]-->|<!--\[(?:if [^\]]*|endif)\]-->|<!\[(?:if [^\]]*|endif)\]>"
    r"|<!--(?:Start|End)Fragment-->|</?o:p>",
    re.DOTALL,
)
_WORD_BULLET = re.compile(
    "^[ \t\xa0]*(?:[\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf076][ \t\xa0]*|[o·§Ø][ \xa0]*\t[ \t\xa0]*|[o·§Ø]\xa0{2,}[ \xa0]*)", re.MULTILINE
)
_SYMBOL_FONT = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf076]")
_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean_line(text: str) -> str | None:
    """One line; None when nothing stands in it."""
    return " ".join(_plain(text).split()) or None


def clean_text(text: str) -> str | None:
    """Paragraphs with an empty line between; None when nothing stands in it."""
    lines = (_SPACES.sub(" ", line).strip() for line in _plain(text).split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n") or None


def cleaned(block: Block, path: str, value: Any) -> Any:
    """The value at `path` of this block with every text in it clean. What is no text, or in the wrong shape, is left for validation."""
    return _cleaned(block, str(parts_of(path)[-1]), value)


def texts_in(value: Any) -> list[str]:
    """Every text inside a value, in order."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    return [text for part in value for text in texts_in(part)] if isinstance(value, list) else []


def _cleaned(block: Block, name: str, value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value) if _has_paragraphs(block, name) else _known(block, name, clean_line(value))
    if isinstance(value, dict):
        return {code: _cleaned(block, code, part) for code, part in value.items()}
    return [_cleaned(block, name, part) for part in value] if isinstance(value, list) else value


def _has_paragraphs(block: Block, name: str) -> bool:
    if block.kind is BlockKind.RECORDS:
        return any(column.code == name and column.type is FieldType.TEXT for column in block.columns)
    return block.kind is BlockKind.PROSE


def _known(block: Block, name: str, line: str | None) -> str | None:
    """A word of a closed vocabulary in its own spelling."""
    field = block.field(name) if line else None
    return next((word for word in (field.words if field else ()) if word.lower() == str(line).lower()), line)


def _plain(text: str) -> str:
    text = _WORD_BULLET.sub("• ", _WORD_MARKS.sub("", _NEW_LINES.sub("\n", text)))
    return unicodedata.normalize("NFC", _SYMBOL_FONT.sub("•", _UNSEEN.sub("", text)))
