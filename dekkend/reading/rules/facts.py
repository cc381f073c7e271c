"""Which single values stand behind a label ("Telefoon: ..."), and to which part of the form does a repeated label belong?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, BlockKind, Field, FieldType, Template
from dekkend.reading.rules.fact_reading import EMAIL, URL, FactReading, understand
from dekkend.reading.rules.matching import compact
from dekkend.reading.rules.paragraphs import Habits
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty

RUN_ON = say("de waarde loopt misschien door op de volgende regel")
_POSTCODE = re.compile(r"^\s*\d{4}\s?[A-Z]{2}\b")
_AFTER_LABEL = r"\s*(?::|\s{2,}|\t)\s*"


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a facts block, with the path of its value."""

    block: Block
    field: Field

    @property
    def path(self) -> str:
        return f"{self.block.id}.{self.field.code}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A label in a line: the text behind it runs to `end`. `group` is the part of the form in which it stands, by its index, or None."""

    slots: tuple[Slot, ...]
    line: Line
    start: int
    text: str
    group: tuple[str, ...] | None


def labelled_slots(template: Template) -> list[Slot]:
    return [
        Slot(block, field)
        for block in template.blocks()
        if block.kind is BlockKind.FACTS
        for field in block.fields
        if not field.in_running_text
    ]


def read_facts(lines: Sequence[Line], template: Template, habits: Habits) -> list[FactReading]:
    """Every labelled value in these lines; a label that stands there without a value gives none."""
    slots = labelled_slots(template)
    found: dict[str, FactReading] = {}
    hits = list(_hits(lines, slots))
    for hit in hits:
        slot = _slot_for(hit)
        if slot is None:
            continue
        reading = _reading(slot, hit, lines)
        reading = reading if habits.whole else _run_on(reading, slot, hit, lines, template)
        other = found.get(slot.path)
        if other is None or other.value is None:
            found[slot.path] = reading
        elif reading.value is not None and reading.value != other.value:
            found[slot.path] = _both(other, reading)
    for reading in _unlabelled(lines, slots, hits):
        if found.get(reading.path) is None or found[reading.path].value is None:
            found[reading.path] = reading
    return _drop_echoes(list(found.values()), hits)


def form_lines(lines: Sequence[Line], template: Template) -> list[Line]:
    """Lines that are nothing but a name of the form itself ("directeur en team"), a label without a value included."""
    slots = labelled_slots(template)
    names = {compact(name) for slot in slots for name in (slot.block.title, *slot.field.names, *slot.field.within)}
    return [line for line in lines if (letters := compact(line.text)) and any(letters in name for name in names)]


def _hits(lines: Sequence[Line], slots: Sequence[Slot]) -> Iterator[Hit]:
    groups = {slot.field.within for slot in slots if slot.field.within}
    group: tuple[str, ...] | None = None
    for line in lines:
        group = _group_of(line.text, groups) or group
        found = list(_labels_in(line.text, slots))
        for at, (start, value_at, hit_slots) in enumerate(found):
            end = found[at + 1][0] if at + 1 < len(found) else len(line.text)
            yield Hit(hit_slots, line, start, line.text[value_at:end], group)


def _group_of(text: str, groups: set[tuple[str, ...]]) -> tuple[str, ...] | None:
    letters = compact(text)
    for group in groups:
        if any(letters.startswith(compact(name)) for name in group):
            return group
    return None


def _labels_in(text: str, slots: Sequence[Slot]) -> Iterator[tuple[int, int, tuple[Slot, ...]]]:
    """(start of the label, start of its value, slots it may belong to), from left to right, longest label first."""
    spans: list[tuple[int, int, str]] = []
    names = {name for slot in slots for name in slot.field.names}
    for name in sorted(names, key=len, reverse=True):
        pattern = rf"(?<![\w-]){re.escape(name)}(?:{_AFTER_LABEL}|\s*$)"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            colon = ":" in match.group()
            if (colon or not text[: match.start()].strip()) and not any(s <= match.start() < e for s, e, _ in spans):
                spans.append((match.start(), match.end(), name))
    for start, end, name in sorted(spans):
        yield start, end, tuple(slot for slot in slots if name in slot.field.names)


def _slot_for(hit: Hit) -> Slot | None:
    """The field this label stands for: by the part of the form it stands in, or because the label is the field's alone."""
    fitting = [slot for slot in hit.slots if not slot.field.within or slot.field.within == hit.group]
    if fitting:
        return fitting[0]
    return hit.slots[0] if len(hit.slots) == 1 else None


def _reading(slot: Slot, hit: Hit, lines: Sequence[Line]) -> FactReading:
    text = hit.text.strip()
    after = _following(hit.line, lines)
    joined = False
    if after is not None and slot.field.code == "address" and text and _POSTCODE.match(after.text):
        text, joined = f"{text} {after.text.strip()}", True
    elif not text and after is not None and _is_value(after, slot):
        text, joined = after.text.strip(), True
    value, doubt = understand(text, slot.field.type)
    why = doubt or (say("de waarde staat op de regel eronder") if joined else "")
    if slot.field.within and slot.field.within != hit.group:
        why = say("dit staat niet bij het deel van het formulier waar het hoort")
    certainty = Certainty.CERTAIN if not why else Certainty.UNSURE if value is None else Certainty.LIKELY
    return FactReading(slot.path, value, hit.line.text, hit.line, certainty, why)


def _run_on(reading: FactReading, slot: Slot, hit: Hit, lines: Sequence[Line], template: Template) -> FactReading:
    """A printed line may end in the middle of a value: what follows directly and is nothing else may belong to it."""
    if reading.value is None or slot.field.type is not FieldType.TEXT or reading.why:
        return reading
    at = next(index for index, other in enumerate(lines) if other is hit.line)
    for after in lines[at + 1 : at + 4]:
        if not _may_belong(after, template):
            break
        value, quote = f"{reading.value} {after.text.strip()}", f"{reading.quote}\n{after.text}"
        reading = replace(reading, value=value, quote=quote, certainty=Certainty.LIKELY, why=RUN_ON)
    return reading


def _may_belong(line: Line, template: Template) -> bool:
    """A line that is neither empty nor anything the form names."""
    words = line.text.strip()
    another = not words or ":" in words or len(words) > 60 or EMAIL.search(words) or URL.search(words)
    return not (another or form_lines([line], template) or _opens_group(words, template))


def _opens_group(text: str, template: Template) -> bool:
    groups = {slot.field.within for slot in labelled_slots(template) if slot.field.within}
    headings = [name for block in template.blocks() for name in block.headings] + [name for s in template.sections for name in s.headings]
    first = compact(text.split()[0])
    return _group_of(text, groups) is not None or any(compact(name.split()[0]) == first for name in headings)


def _following(line: Line, lines: Sequence[Line]) -> Line | None:
    at = next(index for index, other in enumerate(lines) if other is line)
    return next((other for other in lines[at + 1 : at + 3] if not other.blank), None)


def _is_value(line: Line, slot: Slot) -> bool:
    """Only a value that proves itself may be taken from the next line."""
    if slot.field.type in (FieldType.TEXT, FieldType.NUMBER):
        return False
    value, doubt = understand(line.text, slot.field.type)
    return value is not None and not doubt


def _both(one: FactReading, other: FactReading) -> FactReading:
    readings = ((one.value or "", one.quote), (other.value or "", other.quote))
    why = say("dit staat twee keer in het document, met verschillende waarden")
    return FactReading(one.path, one.value, one.quote, one.line, Certainty.UNSURE, why, readings)


def _unlabelled(lines: Sequence[Line], slots: Sequence[Slot], hits: Sequence[Hit]) -> Iterator[FactReading]:
    """An address of the web or the mail that stands on a line of its own."""
    used = {hit.line.number for hit in hits if hit.text.strip()}
    for slot in slots:
        pattern = {FieldType.EMAIL: EMAIL, FieldType.URL: URL}.get(slot.field.type)
        if pattern is None:
            continue
        for line in lines:
            if line.number not in used and pattern.fullmatch(line.text.strip()) and not _mixed(slot, line):
                yield FactReading(slot.path, line.text.strip(), line.text, line, Certainty.LIKELY, say("er staat geen naam voor"))
                break


def _mixed(slot: Slot, line: Line) -> bool:
    return slot.field.type is FieldType.URL and bool(EMAIL.fullmatch(line.text.strip()))


def _drop_echoes(found: list[FactReading], hits: Sequence[Hit]) -> list[FactReading]:
    """A label that repeats within one part of the form ("Datum:" twice under "Opgesteld") shows that the parts ran together."""
    counts: dict[tuple[object, str], int] = {}
    for hit in hits:
        if hit.group and hit.text.strip():
            key = (hit.group, hit.slots[0].field.label)
            counts[key] = counts.get(key, 0) + 1
    mixed = {group for (group, _), count in counts.items() if count > 1}
    if not mixed:
        return found
    doubtful = {slot.path for hit in hits for slot in hit.slots if slot.field.within}
    return [
        FactReading(
            f.path, f.value, f.quote, f.line, Certainty.UNSURE, say("de namen en datums staan in dit document door elkaar"), f.readings
        )
        if f.path in doubtful
        else f
        for f in found
    ]
