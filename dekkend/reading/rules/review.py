"""Which questions does a reading leave for a person, in which order, and with which answers to choose from?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.profiles.rules.naming import part_of, say_value, title_of
from dekkend.profiles.rules.paths import UnknownPath, get_value, parts_of, with_value
from dekkend.profiles.words.template import Block, BlockKind, Template
from dekkend.reading.words.result import Certainty, Evidence, Reading
from dekkend.reading.words.review import Input, Option, Progress, Question

LONG = 80  # letters that fit on one line of the screen
ORDER = {Certainty.UNSURE: 0, Certainty.LIKELY: 1}


def questions(template: Template, reading: Reading) -> list[Question]:
    """Everything that is not certain: unsure first, then likely, each in the order of the document."""
    uncertain = [evidence for evidence in reading.evidence if evidence.certainty in ORDER]
    uncertain.sort(key=lambda evidence: (ORDER[evidence.certainty], evidence.line or 0))
    found: dict[str, Question] = {}
    for evidence in uncertain:
        question = _question(template, reading, evidence)
        if question is not None:
            found.setdefault(question.path, question)
    return list(found.values())


def question_for(template: Template, reading: Reading, path: str) -> Question | None:
    """The question about one path, also when the reader was certain of it or found nothing: everything may be corrected."""
    known = reading.evidence_for(path)
    return _question(template, reading, known or Evidence(path, "", None, None, Certainty.UNSURE, "Hier is niets gelezen."))


def progress(asked: Iterable[Question], answered: Iterable[str]) -> Progress:
    paths = [question.path for question in asked]
    return Progress(len(set(paths) & set(answered)), len(paths))


def values_with(reading: Reading, decisions: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the reading with the answers of people in their place."""
    values: dict[str, Any] = reading.profile["values"]
    for path, value in decisions.items():
        values = with_value(values, path, value)
    return values


def printed_key(evidence_quote: str) -> str:
    """The fingerprint of a printed row, every blank included: only exactly the same row may get a remembered answer."""
    return hashlib.sha256(evidence_quote.encode()).hexdigest()


def count(template: Template, reading: Reading) -> dict[str, int]:
    """How many values are certain, likely, unsure; and how many questions of the form got no answer at all ("empty")."""
    counts = {certainty.value: 0 for certainty in Certainty}
    for evidence in reading.evidence:
        if _is_filled(reading, evidence.path) or evidence.certainty is not Certainty.CERTAIN:
            counts[evidence.certainty.value] += 1
    counts["empty"] = len(empty_paths(template, reading))
    return counts


def empty_paths(template: Template, reading: Reading) -> list[str]:
    """The choices and facts of the form for which nothing was read and nothing is asked."""
    asked = {evidence.path for evidence in reading.evidence if evidence.certainty in ORDER}
    return [path for path in _single_paths(template) if path not in asked and not _is_filled(reading, path)]


def _single_paths(template: Template) -> Iterable[str]:
    for block in template.blocks():
        if block.kind is BlockKind.GRID:
            yield from (f"{block.id}.{row.code}" for row in block.rows)
        elif block.kind is BlockKind.FACTS:
            yield from (f"{block.id}.{field.code}" for field in block.fields)


def _is_filled(reading: Reading, path: str) -> bool:
    try:
        return get_value(reading.profile["values"], path) not in (None, "", [], {})
    except UnknownPath:
        return False


def _question(template: Template, reading: Reading, evidence: Evidence) -> Question | None:
    try:
        value = get_value(reading.profile["values"], evidence.path)
    except UnknownPath:
        return None
    block = next((block for block in template.blocks() if block.id == parts_of(evidence.path)[0]), None)
    if block is None or isinstance(value, dict | list):
        return None
    kind = _input(block, evidence.path, value)
    return Question(
        path=evidence.path,
        title=title_of(template, evidence.path),
        part=part_of(template, evidence.path),
        input=kind,
        value=value,
        shown=say_value(template, evidence.path, value),
        certainty=evidence.certainty,
        why=evidence.why,
        quote=evidence.quote,
        page=evidence.page,
        line=evidence.line,
        options=tuple(_options(template, block, kind, evidence, value)),
        cells=evidence.cells,
        memorable=kind is Input.CHOICE and bool(evidence.quote.strip()),
        findings=tuple(finding for finding in reading.findings if finding.get("path") == evidence.path),
    )


def _input(block: Block, path: str, value: Any) -> Input:
    if block.kind is BlockKind.GRID and not path.endswith((".note", ".label")):
        return Input.CHOICE
    long = block.kind is BlockKind.PROSE or (isinstance(value, str) and len(value) > LONG)
    return Input.TEXT if long else Input.LINE


def _options(template: Template, block: Block, kind: Input, evidence: Evidence, value: Any) -> Iterable[Option]:
    """First the value that was read, then other readings, then the other choices of the form."""
    considered = {_key(value): (value, "zo staat het nu in de gegevens" if not evidence.readings else "")} if value not in (None, "") else {}
    for other, how in evidence.readings:
        if other not in (None, ""):
            considered[_key(other)] = (other, how)
    if kind is Input.CHOICE:
        for choice in block.choices:
            considered.setdefault(_key(choice.code), (choice.code, ""))
    for option, how in considered.values():
        yield Option(option, say_value(template, evidence.path, option), how, proposed=_key(option) == _key(value))


def _key(value: Any) -> str:
    return str(value)
