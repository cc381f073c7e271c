"""Which texts for parents are hard to read?

The score is that of Flesch and Douma: 206,84 - 77 x syllables per word - 0,93 x words per sentence, from 0 (very hard) to 100 (very
easy). Syllables are counted by groups of vowels. It is an indication: no formula knows whether a text is B1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case, Sentence
from dekkend.profiles.words.findings import Finding, Severity, Source

HARD = 30.0  # below this Douma calls a text very hard
LONG = 35  # words in one sentence
FEW_WORDS = 40  # below this a score says nothing
FOR_PARENTS = (
    "introduction",
    "vision",
    "basic_quality",
    "support_structure",
    "extra_support",
    "limits",
    "spending",
    "evaluation",
    "own_chapters",
)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)


def find_hard_texts(case: Case) -> Iterator[Finding]:
    for path, group in groupby(case.sentences, key=lambda sentence: sentence.place.path):
        sentences = list(group)
        if sentences[0].place.block.id not in FOR_PARENTS:
            continue
        score = reading_score([sentence.text for sentence in sentences])
        if score is not None and score < HARD:
            yield _hard(path, sentences, score)
        else:
            yield from _long(sentences)


def reading_score(sentences: Sequence[str]) -> float | None:
    """The Flesch-Douma score of these sentences; None for a text of fewer than 40 words."""
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if len(words) < FEW_WORDS:
        return None
    syllables = sum(map(syllables_of, words))
    return round(206.84 - 77 * syllables / len(words) - 0.93 * len(words) / len(sentences), 1)


def syllables_of(word: str) -> int:
    """Syllables by groups of vowels, at least one: "ondersteuning" has 4, "reële" 3."""
    return max(1, len(_VOWELS.findall(word)))


def _hard(path: str, sentences: list[Sentence], score: float) -> Finding:
    longest = max(sentences, key=lambda sentence: len(_WORD.findall(sentence.text)))
    message = say(
        "Deze tekst is waarschijnlijk moeilijk voor ouders: leesbaarheid {score} op een schaal van 0 tot 100. Dit is een "
        "aanwijzing, geen oordeel over taalniveau B1. Maak zinnen korter en kies gewone woorden; begin met de langste, "
        "die hierbij staat.",
        score=format(max(score, 0), ".0f"),
    )
    return Finding("hard_to_read", path, Severity.INFO, message, Source.READABILITY.value, longest.text, longest.start, longest.end)


def _long(sentences: list[Sentence]) -> Iterator[Finding]:
    for sentence in sentences:
        count = len(_WORD.findall(sentence.text))
        if count > LONG:
            message = say(
                "Deze zin telt {count} woorden. Lange zinnen zijn voor veel ouders moeilijk. Knip hem in twee of meer zinnen.", count=count
            )
            yield Finding(
                "long_sentence",
                sentence.place.path,
                Severity.INFO,
                message,
                Source.READABILITY.value,
                sentence.text,
                sentence.start,
                sentence.end,
            )
            return
