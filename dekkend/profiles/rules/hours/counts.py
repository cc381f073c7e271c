"""Which number is this word: 2, 2,5, twee, halve, anderhalf, 2½?"""

from __future__ import annotations

import re

_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_WORDS: dict[str, float] = {word: number for number, word in enumerate(_UNITS, 1)}
_WORDS |= {"één": 1, "eén": 1, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "twintig": 20, "dertig": 30, "veertig": 40}
_WORDS |= {"half": 0.5, "halve": 0.5, "anderhalf": 1.5, "anderhalve": 1.5}
_WORDS |= {f"{word}{joint}nhal{end}": n + 0.5 for n, word in enumerate(_UNITS[1:8], 2) for joint in "eë" for end in ("f", "ve")}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?(?:\s?[½¼¾])?|[½¼¾]|(?:{_WORD})\b)"


def read_count(text: str) -> float:
    """The number that a match of `NUMBER` stands for. Raises ValueError for anything else."""
    text = text.strip().lower()
    if text in _WORDS:
        return _WORDS[text]
    whole, sign = re.fullmatch(r"([\d.,]*)\s?([½¼¾]?)", text).groups()  # type: ignore[union-attr]  # a match of NUMBER
    return (float(whole.replace(",", ".")) if whole else 0) + _SIGNS.get(sign, 0)


def say_number(number: float) -> str:
    """A number as Dutch people write it, to two decimals at most: 0,25 and 4."""
    return f"{round(number, 2):g}".replace(".", ",")
