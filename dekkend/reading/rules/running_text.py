"""Which single values stand in running text ("een vaste voet van € 8.500 plus € 106 per leerling")?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dekkend.kernel.dates import find_dates
from dekkend.kernel.money import find_money
from dekkend.kernel.school_years import find_school_years
from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, Field, FieldType
from dekkend.reading.rules.fact_reading import FactReading
from dekkend.reading.rules.fixed_text import Sentence
from dekkend.reading.words.result import Certainty

NEAR = 30  # characters between the cue and the value
_Found = tuple[str, int, int, bool]


def read_running_facts(block: Block, found: Sequence[Sentence]) -> list[FactReading]:
    """The fields of this block that stand in these sentences. More than one candidate: unsure, with all of them."""
    result: dict[str, FactReading] = {}
    for field in block.fields:
        if field.in_running_text and not field.beside:
            reading = _read(block, field, found)
            if reading:
                result[field.code] = reading
    for field in block.fields:
        if field.beside in result:
            reading = _beside(block, field, result[field.beside])
            if reading:
                result[field.code] = reading
    return list(result.values())


def _read(block: Block, field: Field, found: Sequence[Sentence]) -> FactReading | None:
    candidates = [(value, sentence) for sentence in found for value in _values(field, sentence.text)]
    if not candidates:
        return None
    (value, _, _, assumed), sentence = candidates[0]
    different = {candidate[0] for candidate, _ in candidates}
    why = say("het getal kan anders bedoeld zijn") if assumed else ""
    certainty = Certainty.LIKELY if assumed else Certainty.CERTAIN
    readings: tuple[tuple[str, str], ...] = ()
    if len(different) > 1:
        certainty, why = Certainty.UNSURE, say("er staan verschillende waarden in de tekst")
        readings = tuple((candidate[0], other.text) for candidate, other in candidates)
    return FactReading(f"{block.id}.{field.code}", value, sentence.text, sentence.paragraph.lines[0], certainty, why, readings)


def unplaced_amounts(block: Block, found: Sequence[Sentence], read: Sequence[FactReading]) -> list[Sentence]:
    """Sentences with an amount that became no value of this block: nothing of it may be lost in silence."""
    if not any(field.type is FieldType.MONEY for field in block.fields):
        return []
    placed = {fact.value for fact in read}
    return [sentence for sentence in found if any(amount.value not in placed for amount in find_money(sentence.text))]


def tells_nothing_more(sentence: str) -> bool:
    """Whether a sentence with amounts ends there: words behind the last amount could be the school's own."""
    found = find_money(sentence)
    rest = sentence[found[-1].end :] if found else sentence
    return len(rest.split()) <= 4 and len(sentence.split()) <= 40


def _beside(block: Block, field: Field, other: FactReading) -> FactReading | None:
    """A value in the same sentence as another one."""
    found = _all(field, other.quote)
    if not found:
        return None
    value, _, _, assumed = found[0]
    sure = len({item[0] for item in found}) == 1 and not assumed and other.certainty is Certainty.CERTAIN
    why = "" if sure else say("er staat meer dan één waarde in deze zin")
    return FactReading(f"{block.id}.{field.code}", value, other.quote, other.line, Certainty.CERTAIN if sure else Certainty.LIKELY, why)


def _values(field: Field, text: str) -> list[_Found]:
    """The values next to a cue, without those that another cue claims."""
    values = _all(field, text)
    result = []
    for cue in field.after:
        for match in re.finditer(rf"(?<!\w){re.escape(cue)}(?!\w)", text, re.IGNORECASE):
            near = [v for v in values if 0 <= v[1] - match.end() <= NEAR and not _crosses(text[match.end() : v[1]], field.type)]
            result += near[:1]
    for cue in field.before:
        for match in re.finditer(rf"(?<!\w){re.escape(cue)}(?!\w)", text, re.IGNORECASE):
            near = [v for v in values if 0 <= match.start() - v[2] <= NEAR and not _crosses(text[v[2] : match.start()], field.type)]
            result += near[-1:]
    return [value for at, value in enumerate(result) if value not in result[:at]]


def _crosses(between: str, kind: FieldType) -> bool:
    """Another amount or the end of a clause stands between the cue and the value."""
    return bool(re.search(r"\bplus\b|\ben een\b|;|\.\s+[A-Z]", between)) or (kind is FieldType.MONEY and bool(find_money(between)))


def _all(field: Field, text: str) -> list[_Found]:
    if field.words:
        return _vocabulary(field.words, text)
    if field.type is FieldType.MONEY:
        return [(found.value, found.start, found.end, found.assumed) for found in find_money(text)]
    if field.type is FieldType.DATE:
        return [(found.value, found.start, found.end, found.assumed) for found in find_dates(text)]
    if field.type is FieldType.SCHOOL_YEAR:
        return [(str(found.year), found.start, found.end, found.assumed) for found in find_school_years(text)]
    return []


def _vocabulary(words: Sequence[str], text: str) -> list[_Found]:
    """Words of a closed list as they are written, longest first, each place once."""
    result: list[_Found] = []
    for word in sorted(words, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            if not any(start <= match.start() < end for _, start, end, _ in result):
                result.append((match.group(), match.start(), match.end(), False))
    return sorted(result, key=lambda found: found[1])
