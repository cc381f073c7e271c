"""Which sentences of a text stayed, came, went or were rewritten?"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from dekkend.profiles.rules.changes.likeness import ALIKE, MOST_CELLS, alike, flat, words_of
from dekkend.profiles.rules.changes.sentences import split_sentences
from dekkend.profiles.words.changes import Part, Sentence, SentenceKind

_MOST_PARTS = 400  # words of a sentence in which single words are marked
_PIECE = re.compile(r"\S+\s*|\s+")

Table = list[list[float]]
Thing = TypeVar("Thing", str, frozenset[str])


def compare_texts(before: str, after: str) -> tuple[Sentence, ...]:
    """Both texts as sentences: those of `before` put together are `before`, those of `after` are `after`."""
    if before == after:
        return (Sentence(SentenceKind.SAME, before, after),) if before else ()
    return tuple(_compared(split_sentences(before), split_sentences(after)))


def compare_values(before: str, after: str) -> tuple[Sentence, ...]:
    """Two short values, each as one whole."""
    if not (before or after):
        return ()
    if flat(before) == flat(after):
        return (Sentence(SentenceKind.SAME, before, after),)
    kind = SentenceKind.CHANGED if before and after else SentenceKind.REMOVED if before else SentenceKind.ADDED
    return (Sentence(kind, before, after),)


def _compared(before: list[str], after: list[str]) -> Iterator[Sentence]:
    one, other = [flat(text) for text in before], [flat(text) for text in after]
    start = _equal_at_start(one, other)
    end = _equal_at_start(one[start:][::-1], other[start:][::-1])
    yield from map(_same, before[:start], after[:start])
    yield from _middle(before[start : len(before) - end], after[start : len(after) - end])
    yield from map(_same, before[len(before) - end :], after[len(after) - end :])


def _equal_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _middle(before: list[str], after: list[str]) -> Iterator[Sentence]:
    """The part between what is equal at both ends: first the equal sentences in it, then those that were rewritten."""
    if len(before) * len(after) > MOST_CELLS:
        yield from _untold(before, after)
        return
    one, other = [flat(text) for text in before], [flat(text) for text in after]
    at = (0, 0)
    for left, right in [*_steps(_table(one, other, _equal)), (len(one), len(other))]:
        yield from _rewritten(before[at[0] : left], after[at[1] : right])
        if left < len(one):
            yield _same(before[left], after[right])
        at = (left + 1, right + 1)


def _rewritten(before: list[str], after: list[str]) -> Iterator[Sentence]:
    """A run without equal sentences: pairs that are alike, in their order; the others went or came."""
    table = _table([words_of(text) for text in before], [words_of(text) for text in after], _alike)
    at = (0, 0)
    for left, right in [*_steps(table), (len(before), len(after))]:
        yield from _untold(before[at[0] : left], after[at[1] : right])
        if left < len(before):
            yield _told(before[left], after[right])
        at = (left + 1, right + 1)


def _equal(one: str, other: str) -> float:
    return float(one == other)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    likeness = alike(one, other)
    return likeness if likeness >= ALIKE else 0.0


def _table(before: Sequence[Thing], after: Sequence[Thing], worth: Callable[[Thing, Thing], float]) -> tuple[Table, Table]:
    """From each pair of places on: the most that pairs in order can be worth; and what each pair is worth."""
    worths = [[worth(one, other) for other in after] for one in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for left in range(len(before) - 1, -1, -1):
        row, below, own = best[left], best[left + 1], worths[left]
        for right in range(len(after) - 1, -1, -1):
            skip = max(below[right], row[right + 1])
            row[right] = max(skip, below[right + 1] + own[right]) if own[right] else skip
    return best, worths


def _steps(tables: tuple[Table, Table]) -> Iterator[tuple[int, int]]:
    """The pairs of the best way through the table."""
    best, worths = tables
    left = right = 0
    while left < len(worths) and right < len(worths[0]):
        here = best[left][right]
        if here == best[left + 1][right]:
            left += 1
        elif here == best[left][right + 1]:
            right += 1
        else:
            yield left, right
            left, right = left + 1, right + 1


def _same(before: str, after: str) -> Sentence:
    return Sentence(SentenceKind.SAME, before, after)


def _untold(before: list[str], after: list[str]) -> Iterator[Sentence]:
    yield from (Sentence(SentenceKind.REMOVED, text, "") for text in before)
    yield from (Sentence(SentenceKind.ADDED, "", text) for text in after)


def _told(before: str, after: str) -> Sentence:
    if not before:
        return Sentence(SentenceKind.ADDED, before, after)
    if not after:
        return Sentence(SentenceKind.REMOVED, before, after)
    return Sentence(SentenceKind.CHANGED, before, after, parts_of(before, after))


def parts_of(before: str, after: str) -> tuple[Part, ...]:
    """A rewritten sentence as runs of words; nothing when hardly a word stayed, or when it is too long to be worth it."""
    one, other = _PIECE.findall(before), _PIECE.findall(after)
    if not 0 < max(len(one), len(other)) <= _MOST_PARTS:
        return ()
    matcher = difflib.SequenceMatcher(None, [flat(word) for word in one], [flat(word) for word in other], autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    return tuple(part for tag, *at in matcher.get_opcodes() for part in _parts(tag, one[at[0] : at[1]], other[at[2] : at[3]]))


def _parts(tag: str, before: list[str], after: list[str]) -> Iterator[Part]:
    if tag == "equal":
        yield Part(SentenceKind.SAME, "".join(after))
        return
    if before:
        yield Part(SentenceKind.REMOVED, "".join(before))
    if after:
        yield Part(SentenceKind.ADDED, "".join(after))
