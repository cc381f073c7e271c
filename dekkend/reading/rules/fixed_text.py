"""Which sentences are the school's own, which are the region's fixed text, and which are questions of the form?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dekkend.profiles.rules.shingles import covered_words, plain_words
from dekkend.profiles.words.template import Template
from dekkend.reading.rules.paragraphs import Paragraph

_SENTENCE = re.compile(r"(?:(?<=[.!?:])|(?<=,-)|(?<=,=))\s+(?=[A-ZÀ-Ü•*\"“‘(])")
CHANGED = 0.6  # share of known words from which a sentence is a changed fixed sentence, not the school's own


@dataclass(frozen=True, slots=True)
class Sentence:
    """`kind` is "own", "fixed", "question" or "changed" (a fixed sentence that the school altered; its text is kept as the school's)."""

    text: str
    kind: str
    paragraph: Paragraph


def sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()]


def sort_sentences(found: Iterable[Paragraph], template: Template) -> list[Sentence]:
    """Every sentence of these paragraphs with its kind, in order."""
    parts = [(sentence, paragraph) for paragraph in found for sentence in sentences(paragraph.text)]
    words = [plain_words(text) for text, _ in parts]
    stream = [word for group in words for word in group]
    fixed, asked = covered_words(stream, template.fixed_shingles), covered_words(stream, template.question_shingles)
    result, at = [], 0
    for (text, paragraph), group in zip(parts, words, strict=True):
        kind = _kind(fixed[at : at + len(group)], asked[at : at + len(group)])
        result.append(Sentence(text, kind, paragraph))
        at += len(group)
    return result


def _kind(fixed: Sequence[bool], asked: Sequence[bool]) -> str:
    if not fixed:
        return "own"
    if all(asked):
        return "question"
    if all(one or other for one, other in zip(fixed, asked, strict=True)):
        return "fixed"
    return "changed" if len(fixed) >= 6 and sum(fixed) >= CHANGED * len(fixed) else "own"


def own_text(sorted_sentences: Iterable[Sentence]) -> str | None:
    """What the school wrote itself: paragraphs separated by an empty line; None when it wrote nothing."""
    texts: list[tuple[Paragraph, list[str]]] = []
    for sentence in sorted_sentences:
        if sentence.kind in ("fixed", "question"):
            continue
        if texts and texts[-1][0] is sentence.paragraph:
            texts[-1][1].append(sentence.text)
        else:
            texts.append((sentence.paragraph, [sentence.text]))
    joined = [("• " if paragraph.bullet else "") + " ".join(parts) for paragraph, parts in texts]
    return "\n\n".join(joined) or None
