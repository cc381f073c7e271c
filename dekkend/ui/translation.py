"""What is a sentence that our own rules made, in the language of this screen?

Rules, stored readings and lists of words are Dutch. A screen in another language looks the sentence up; one with something filled in
("De school werkt soms samen met een logopedist.") is recognised by the sentence with blanks that it was made from. What is not found,
such as the words of a school, stays as it is.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.translation import trans_real

from dekkend.kernel.dates import MONTHS

BLANK = re.compile(r"\{(\w+)\}")
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
EUROS = re.compile(r"€ (\d{1,3}(?:\.\d{3})*)(,\d\d)?")
LETTER = re.compile(r"[^\W\d_]")
LISTED = ", "
CHANGE_END = "; "
SENTENCE_END = re.compile(r"(?<=[.?]) ")
MOST = 12  # sentences of ours that stand one after another
NUMBER = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?")
REMEMBERED = 4096  # sentences
LONGEST = 600  # characters: what is longer is no sentence of ours with something filled in


def translated(text: object) -> str:
    """`text` in the language that is on. Only for what our own code put into words; never for what people typed."""
    dutch, language = str(text), translation.get_language() or settings.LANGUAGE_CODE
    return dutch if language == settings.LANGUAGE_CODE or not dutch else found(dutch, language)


def in_other_words(text: str) -> str:
    """The same for a word or a day that may as well be a school's own: only what is known as a whole, nothing with blanks."""
    if (translation.get_language() or settings.LANGUAGE_CODE) == settings.LANGUAGE_CODE:
        return text
    return entire(text) or listed(text) or written(text)


@lru_cache(maxsize=REMEMBERED)
def found(dutch: str, language: str) -> str:
    with translation.override(language):
        if whole := entire(dutch):
            return whole
        if several := one_by_one(dutch, language):  # before the shapes: a blank would run on into the next sentence
            return several
        if several := apart(dutch, language):
            return several
        for shape, other in shapes(language) if len(dutch) <= LONGEST else ():
            if match := shape.fullmatch(dutch):
                return other.format(**{name: found(value, language) for name, value in match.groupdict().items()})
        return listed(dutch) or written(dutch)


def listed(dutch: str) -> str:
    """ "Autisme, Gedrag": words of ours one after another, when every one of them has a translation."""
    parts = [entire(part) for part in dutch.split(LISTED)]
    return LISTED.join(parts) if len(parts) > 1 and all(parts) else ""


def one_by_one(dutch: str, language: str) -> str:
    """Sentences of ours one after another, when every one of them is recognised."""
    sentences = SENTENCE_END.split(dutch)
    parts = [found(sentence, language) for sentence in sentences] if 1 < len(sentences) <= MOST else []
    return " ".join(parts) if parts and all(part != own for part, own in zip(parts, sentences, strict=True)) else ""


def apart(dutch: str, language: str) -> str:
    """ "omweg 1,5; telt nu mee: Autisme": changes of ours in one line, when every one of them that has a letter is recognised."""
    changes = dutch.split(CHANGE_END)
    parts = [found(change, language) for change in changes] if 1 < len(changes) <= MOST else []
    known = parts and all(part != own or not LETTER.search(own) for part, own in zip(parts, changes, strict=True))
    return CHANGE_END.join(parts) if known else ""


def entire(dutch: str) -> str:
    """The translation of exactly this, also when it stands in the middle of a sentence; "" when there is none."""
    if (whole := translation.gettext(dutch)) != dutch:
        return whole
    upper = dutch[:1].upper() + dutch[1:]
    return lower_first(whole) if upper != dutch and (whole := translation.gettext(upper)) != upper else ""


def lower_first(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


@lru_cache(maxsize=8)
def shapes(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Every sentence with blanks, as what it looks like when they are filled and how it is said; the most telling first."""
    with translation.override(language):
        known = [key for key in catalogue(language) if BLANK.search(key)]
        known.sort(key=lambda key: (len(BLANK.sub("", key)), key), reverse=True)
        return [(shape_of(key), translation.gettext(key)) for key in known]


def catalogue(language: str) -> list[str]:
    """The Dutch of everything that has a translation; Django's own list of scripts reads it the same way."""
    with translation.override(language):
        return [key for key, _ in trans_real.catalog()._catalog.items() if isinstance(key, str)]  # type: ignore[attr-defined]


def shape_of(sentence: str) -> re.Pattern[str]:
    seen: set[str] = set()
    parts = []
    for at, part in enumerate(BLANK.split(sentence)):
        parts.append(re.escape(part) if at % 2 == 0 else f"(?P={part})" if part in seen else f"(?P<{part}>.+?)")
        seen |= {part} if at % 2 else set()
    return re.compile("".join(parts), re.DOTALL)


def written(text: str) -> str:
    """A day, an amount or a number that a Dutch sentence was filled with, as this language writes it; other text as it is."""
    if match := DAY.fullmatch(text):
        return date_format(date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])), "j F Y")
    if match := EUROS.fullmatch(text):
        return "€" + number_format(match[1].replace(".", ""), force_grouping=True) + (match[2] or "").replace(",", ".")
    if (match := NUMBER.fullmatch(text)) and text != match[1].replace(".", ""):
        return number_format(match[1].replace(".", ""), force_grouping=True) + (f".{match[2]}" if match[2] else "")
    return text
