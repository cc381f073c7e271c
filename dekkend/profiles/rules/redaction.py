"""How does a profile look with pieces left out? Still a valid profile; the original is not touched."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dekkend.profiles.rules.paths import UnknownPath, block_of, parts_of
from dekkend.profiles.words.redaction import LEFT_OUT, LeftOut
from dekkend.profiles.words.template import BlockKind, FieldType, Template

_AS_TEXT = frozenset({FieldType.TEXT, FieldType.PHONE, FieldType.EMAIL, FieldType.URL})
_SHORTEST = 4  # letters from which the proof of another value is looked through for the same words
_FEW = 4  # words of a quote that is a name more often than a sentence
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = re.compile(r"(?<=[\w,;] )[^\W\d_]+")


def with_left_out(values: dict[str, Any], left_out: Iterable[LeftOut], template: Template) -> dict[str, Any]:
    """The values with "[weggelaten]" in the place of each piece; a date or an amount becomes null. A choice of a row always stays."""
    shown = copy.deepcopy(values)
    for piece in left_out:
        try:
            holder, key = _holder(shown, piece.path)
        except UnknownPath:
            continue
        holder[key] = _covered(holder[key], piece, template, key)
    return shown


def evidence_left(evidence: dict[str, Any], values: dict[str, Any], left_out: Iterable[LeftOut]) -> dict[str, Any]:
    """The proof of where values were read, without proof that shows what is left out; of other values too."""
    kept = dict(evidence)
    for piece in left_out:
        hidden = [
            flat for text in ([piece.quote] if piece.quote else texts_at(values, piece.path)) if len(flat := _flat(text)) >= _SHORTEST
        ]
        for path, proof in list(kept.items()):
            quote = _flat(str(proof.get("quote") or "")) if isinstance(proof, dict) else ""
            if _lies_in(path, piece.path) or any(text in quote for text in hidden):
                del kept[path]
    return kept


def places_of(values: dict[str, Any], quote: str, template: Template) -> tuple[str, ...]:
    """The titles of the parts of the form in which these words stand, in its order."""
    pattern = _pattern(quote)
    return tuple(block.title for block in template.blocks() if any(pattern.search(text) for text in _texts(values.get(block.id))))


def stands_at(values: dict[str, Any], path: str, quote: str) -> bool:
    """Do these words stand in the value at `path`?"""
    return any(_pattern(quote).search(text) for text in texts_at(values, path))


def betrays(reason: str, covered: Iterable[str]) -> bool:
    """Does the reason, which everyone reads, say words that are covered, or one name out of them?"""
    pieces = [piece for piece in map(_flat, covered) if len(piece) >= _SHORTEST]
    names = {name.lower() for text in covered for name in _names_in(text)}
    return any(piece in _flat(reason) for piece in pieces) or any(word.lower() in names for word in _WORD.findall(reason))


def _names_in(text: str) -> Iterator[str]:
    """Words with a capital. In a few words every one counts; in a text the first of a sentence does not."""
    pattern = _WORD if len(text.split()) <= _FEW else _WITHIN
    yield from (word for word in pattern.findall(text) if word[0].isupper() and len(word) >= _SHORTEST)


def texts_at(values: dict[str, Any], path: str) -> list[str]:
    """Every text of the value at `path`; nothing when there is no such place."""
    try:
        holder, key = _holder(values, path)
    except UnknownPath:
        return []
    return [text for text in _texts(holder[key]) if text.strip()]


def _holder(values: dict[str, Any], path: str) -> tuple[Any, Any]:
    """Where the value at `path` is kept: a row of a grid is the whole row."""
    parts = parts_of(path)
    if len(parts) > 1 and isinstance(values.get(str(parts[0])), dict) and "rows" in values[str(parts[0])] and parts[1] != "own_rows":
        parts = [parts[0], "rows", *parts[1:]]
    here: Any = values
    for part in parts[:-1]:
        here = _step(here, part, path)
    _step(here, parts[-1], path)
    return here, parts[-1]


def _step(here: Any, part: str | int, path: str) -> Any:
    if isinstance(here, dict) and part in here:
        return here[part]
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    raise UnknownPath(path)


def _covered(value: Any, piece: LeftOut, template: Template, key: Any) -> Any:
    if isinstance(value, dict):
        return {name: part if name == "choice" else _covered(part, piece, template, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_covered(part, piece, template, key) for part in value]
    if not isinstance(value, str) or not value:
        return value
    if not piece.quote:
        return LEFT_OUT if _holds_text(template, piece.path, key) else None
    if not _pattern(piece.quote).search(value):
        return value
    return _pattern(piece.quote).sub(LEFT_OUT, value) if _holds_text(template, piece.path, key) else None


def _holds_text(template: Template, path: str, key: Any) -> bool:
    """May words stand here, or only a date, an amount, a file?"""
    block = next((block for block in template.blocks() if block.id == block_of(path)), None)
    if block is None:
        return True
    if block.kind is BlockKind.FIGURE:
        return key == "alt"
    field = block.field(str(key)) or next((column for column in block.columns if column.code == key), None)
    return field is None or field.type in _AS_TEXT


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from () if name == "choice" else _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _lies_in(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))


def _pattern(quote: str) -> re.Pattern[str]:
    """These words, however their white space and capitals are."""
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()) or r"(?!)", re.IGNORECASE)


def _flat(text: str) -> str:
    return " ".join(text.split()).lower()
