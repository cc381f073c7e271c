"""How does a typed sentence become words that can be compared?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dekkend.finder.words.understanding import SmallWords, Stems

LONGEST_TEXT = 500  # characters that are looked at
MOST_WORDS = 80
LONGEST_WORD = 40  # letters; what is longer is no word
WORD = re.compile(r"[^\W_]+|[.,;:!?\n()+&/]")
# "can't" and "cannot" hold a negator; an apostrophe otherwise only joins ("ADHD'er").
APART = ((re.compile(r"\bcan(?:no|['’])t\b", re.IGNORECASE), "can not"), (re.compile(r"n['’]t\b", re.IGNORECASE), " not"))
SIGN = re.compile(r"^[^\w]$|^\n$")
LISTING = frozenset("+&/")  # "rolstoel + toilet" are two needs; a "not" before them reaches both
SHOUTED = 4  # letters: "SO" and "TOS" are names of kinds, "so" is a small word


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `clause` numbers the part of the sentence that a "not" reaches, `part` the part within which a phrase stands whole.

    `at` is its place among the words that are compared; `before` are the small words and the signs of a list right before it.
    """

    typed: str
    plain: str
    stems: frozenset[str]
    clause: int
    at: int
    part: int = 0
    before: tuple[str, ...] = ()


def tokens(text: str, small: SmallWords, stems: Stems) -> list[Token]:
    """The words of a text that are compared, in order; small words are left out, signs and words like "but" end a clause."""
    found: list[Token] = []
    passed: list[str] = []
    clause = part = 0
    for typed in words_in(text):
        plain = folded(typed)
        if typed in LISTING:
            part += 1
            passed.append(typed)
        elif SIGN.match(typed) or plain in small.breaks:
            clause, part, passed = clause + 1, part + 1, []
        elif plain in small.empty and not shouted(typed):
            passed.append(plain)
        elif plain:
            found.append(Token(typed, plain, stems(plain), clause, len(found), part, tuple(passed)))
            passed = []
        if len(found) >= MOST_WORDS:
            break
    return found


def words_in(text: str) -> Iterator[str]:
    """Words and signs as they were typed."""
    text = unicodedata.normalize("NFKC", text)[:LONGEST_TEXT]
    for pattern, other in APART:
        text = pattern.sub(other, text)
    return (word for word in WORD.findall(text) if len(word) <= LONGEST_WORD)


def folded_words(text: str) -> tuple[str, ...]:
    """Every word and sign, also the small ones, in one spelling."""
    return tuple(folded(word) for word in words_in(text))


def holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """These words stand next to each other in it."""
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1))


def folded(word: str) -> str:
    """Lower case, without accents; other scripts stay as they are."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def shouted(word: str) -> bool:
    return 1 < len(word) <= SHOUTED and word.isupper()
