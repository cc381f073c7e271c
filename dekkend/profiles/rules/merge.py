"""How do two changes of the same text or list become one, without dropping a word that either added?

Three ways: what stood there when both began, mine and theirs. Where only one changed, that change counts; where both wrote the same, it
stands once; where both added at the same place, both stand, theirs first. Where both changed or removed the same words differently there
is no merge: None, and a person chooses.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

_WORDS = re.compile(r"\n+|[^\s]+")
MOST_COMPARED = 3_000  # words that one change may touch; beyond it the whole piece counts as replaced, so that saving stays quick


@dataclass(frozen=True, slots=True)
class _Edit:
    """One side replaced base[start:end] by `new`."""

    start: int
    end: int
    new: tuple[Any, ...]


def merge_text(base: str | None, mine: str | None, theirs: str | None) -> str | None:
    """The text with both changes, or None when they clash. Compared word by word."""
    if mine == theirs or theirs == base:
        return mine or ""
    if mine == base:
        return theirs or ""
    if not (mine and theirs):
        return None
    merged = _merge(_words(base), _words(mine), _words(theirs))
    return None if merged is None else _text_of(merged)


def merge_list(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any] | None:
    """The list with both changes, or None when they clash. A record is compared as a whole; two changes of one record are merged in it."""
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    keys = [[json.dumps(record, sort_keys=True) for record in records] for records in (base, mine, theirs)]
    merged = _merge(*keys)
    if merged is not None:
        return [json.loads(key) for key in merged]
    if len(base) == len(mine) == len(theirs):
        records = [merge_record(*three) for three in zip(base, mine, theirs, strict=True)]
        return None if None in records else records
    return None


def merge_record(base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any] | None:
    """A record, or a row of a grid, with both changes. Its texts are merged; a choice that both gave differently clashes."""
    merged = {}
    for name in base:
        values = base[name], mine.get(name), theirs.get(name)
        merged[name] = _choice(*values) if name == "choice" else _text(*values)
        if merged[name] is _CLASH:
            return None
    return merged


class _Clash:
    """No merge: told apart from None, which is an answer."""


_CLASH = _Clash()


def _choice(base: Any, mine: Any, theirs: Any) -> Any:
    if mine in (theirs, base):
        return theirs
    return mine if theirs == base else _CLASH


def _text(base: Any, mine: Any, theirs: Any) -> Any:
    known = _choice(base, mine, theirs)
    if known is not _CLASH:
        return known
    merged = merge_text(base, mine, theirs)
    return _CLASH if merged is None else merged or None


def _merge(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    ours, others = _edits(base, mine), _edits(base, theirs)
    merged: list[str] = []
    at = 0
    while ours or others:
        edit = _next(ours, others)
        if edit is None:
            return None
        merged += [*base[at : edit.start], *edit.new]
        at = edit.end
    return [*merged, *base[at:]]


def _edits(base: Sequence[str], changed: Sequence[str]) -> deque[_Edit]:
    """What one side did, in order. What is the same at both ends is set aside first: most changes are small."""
    most = min(len(base), len(changed))
    head = next((at for at in range(most) if base[at] != changed[at]), most)
    tail = next((at for at in range(most - head) if base[-1 - at] != changed[-1 - at]), most - head)
    old, new = base[head : len(base) - tail], changed[head : len(changed) - tail]
    if len(old) > MOST_COMPARED or len(new) > MOST_COMPARED:
        return deque([_Edit(head, head + len(old), tuple(new))])
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return deque(_Edit(head + a, head + b, tuple(new[c:d])) for step, a, b, c, d in steps if step != "equal")


def _next(ours: deque[_Edit], others: deque[_Edit]) -> _Edit | None:
    """Take the next change off the two, of one side or of both; None when they clash."""
    if not (ours and others):
        return (ours or others).popleft()
    mine, theirs = ours[0], others[0]
    added_at_once = mine.start == mine.end == theirs.start == theirs.end
    if mine != theirs and not added_at_once and not _overlap(mine, theirs):
        return (ours if (mine.start, mine.end) < (theirs.start, theirs.end) else others).popleft()
    ours.popleft()
    others.popleft()
    if mine == theirs:
        return mine
    return _Edit(mine.start, mine.end, _both(theirs.new, mine.new)) if added_at_once else None


def _overlap(one: _Edit, other: _Edit) -> bool:
    """Did both change the same words, or did one add amid words that the other changed?"""
    return max(one.start, other.start) < min(one.end, other.end) or _amid(one, other) or _amid(other, one)


def _amid(addition: _Edit, other: _Edit) -> bool:
    return addition.start == addition.end and other.start < addition.start < other.end


def _both(theirs: tuple[str, ...], mine: tuple[str, ...]) -> tuple[str, ...]:
    """Both additions, theirs first. When one holds what the other begins with, that stands once: someone typed on."""
    if mine[: len(theirs)] == theirs:
        return mine
    if theirs[: len(mine)] == mine:
        return theirs
    return (*theirs, *mine)


def _words(text: str | None) -> list[str]:
    """Words, and runs of new lines; the single spaces between words go without saying."""
    return _WORDS.findall(text or "")


def _text_of(words: list[str]) -> str:
    pieces = words[:1]
    for last, word in pairwise(words):
        pieces.append(word if "\n" in (last[0], word[0]) else f" {word}")
    return "".join(pieces)
