"""What was read of one single value?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dekkend.kernel.dates import read_date
from dekkend.kernel.money import read_money
from dekkend.kernel.school_years import read_school_year
from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import FieldType
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = r"[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net|school|info|example)(?:/\S*)?(?![\w@])"
URL = re.compile(rf"(?:https?://|www\.)\S+|(?<![@\w.]){_SITE}", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"^\W*(?:n\.?\s?v\.?\s?t|niet van toepassing|(?:nog\s)?(?:niet\s)?(?:on)?bekend|n\.?\s?n\.?\s?b|volgt(?:\s.*)?|vacature|vacant|geen"
    r"|nog\s(?:in te vullen|te bepalen|niet)|zie\s.{0,40}|t\.?b\.?d|x{2,}|naam|handtekening)\W*$",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(r"\s+[A-Za-z][\w/-]{2,20}(?:\s[a-z]{2,12})?\s*:(?:\s.*)?$")
_PHONE = re.compile(r"^\+?[\d\s()./–-]{8,20}$")


@dataclass(frozen=True, slots=True)
class FactReading:
    """`value` is None when the place of the value is there and nothing readable stands in it."""

    path: str
    value: str | None
    quote: str
    line: Line
    certainty: Certainty
    why: str = ""
    readings: tuple[tuple[str, str], ...] = ()


def understand(text: str, kind: FieldType) -> tuple[str | None, str]:
    """(value in the form of the format, why it is not certain); the value is None when the text is no value of this kind."""
    words = " ".join(text.split())
    if not words or set(words) <= set("-–_./…"):
        return None, ""
    if kind is FieldType.DATE:
        found = read_date(words)
        return (found.value, say("het jaartal is aangevuld") if found.assumed else "") if found else (None, say("dit is geen datum"))
    if kind is FieldType.MONEY:
        amount = read_money(words)
        return (
            (amount.value, say("het bedrag kan anders bedoeld zijn") if amount.assumed else "")
            if amount
            else (None, say("dit is geen bedrag"))
        )
    if kind is FieldType.SCHOOL_YEAR:
        year = read_school_year(words)
        return (
            (str(year.year), say("het schooljaar is aangevuld") if year.assumed else "") if year else (None, say("dit is geen schooljaar"))
        )
    if _PLACEHOLDER.match(words):
        return None, say("hier staat dat het er niet is, of nog komt")
    if kind is FieldType.TEXT and (label := _NEXT_LABEL.search(words)):
        return words[: label.start()].strip() or None, say("er staat nog een ander veld achter")
    return words, _doubt(words, kind)


def _doubt(words: str, kind: FieldType) -> str:
    if kind is FieldType.EMAIL and not EMAIL.fullmatch(words):
        return say("dit lijkt geen e-mailadres")
    if kind is FieldType.PHONE and not _PHONE.match(words):
        return say("dit lijkt geen telefoonnummer")
    if kind is FieldType.URL and not URL.fullmatch(words):
        return say("dit lijkt geen webadres")
    return ""
