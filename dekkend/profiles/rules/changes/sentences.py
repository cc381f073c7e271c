"""Where does a Dutch sentence end? Every sign of the text stays: the pieces put together are the text."""

from __future__ import annotations

import itertools
import re

from dekkend.profiles.words.sentence_ends import GOES_ON

_BULLET = r"[^\S\n]*(?:[•*–·▪-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)"
# An end of a line that parts: an empty line, a line of a list, or a line that was finished.
_LINE_END = re.compile(rf"\n[^\S\n]*\n\s*|(?<=[.!?:;…])[^\S\n]*\n\s*|\n(?={_BULLET})")
_POINT = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\s+|$)")
_LAST_WORD = re.compile(r"[\w./]*$")
_NEXT_OPENS = re.compile(r"[\"'“‘«(\[]*[A-ZÀ-ÖØ-Þ0-9€]|[\"'“‘«(\[]*['’][a-zé]\b|[•*–-]\s")
_FIRST_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[A-Za-z])$")
_MONTH_NEXT = re.compile(r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, each with the white space that follows it; lines of a list and paragraphs are never joined."""
    return [sentence for line in _lines(text) for sentence in _sentences(line)]


def _lines(text: str) -> list[str]:
    """The text cut behind each end of a line that parts."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    return _cut(text, ends)


def _sentences(line: str) -> list[str]:
    return _cut(line, [match.end() for match in _POINT.finditer(line) if _is_end(line, match)])


def _cut(text: str, ends: list[int]) -> list[str]:
    cuts = [0, *ends, len(text)]
    return [text[start:end] for start, end in itertools.pairwise(cuts) if start < end]


def _is_end(line: str, point: re.Match[str]) -> bool:
    if point.end() == len(line):
        return True
    following = line[point.end() : point.end() + 12]
    if not _NEXT_OPENS.match(following):
        return False
    if not point.group().startswith(".") or point.group().startswith(".."):
        return True
    before = line[max(0, point.start() - 30) : point.start()]
    numbers_a_line = point.start() < len(before) + 1 and bool(_FIRST_NUMBER.fullmatch(before))
    return not (numbers_a_line or _goes_on(before, following))


def _goes_on(before: str, following: str) -> bool:
    """A point behind an abbreviation, an initial or a day ("1. sept.") does not end the sentence."""
    last = _LAST_WORD.search(before)
    word = last.group() if last else ""
    if word.isdigit():
        return len(word) < 3 and bool(_MONTH_NEXT.match(following))
    is_initial = (len(word) == 1 and word.isupper()) or bool(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word))
    return is_initial or word.lower() in GOES_ON
