"""Which questions does a reading leave for a person, in which order, and with which answers to choose from?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.naming import part_of, say_value, title_of
from dekkend.profiles.rules.paths import UnknownPath, block_of, get_value, with_value
from dekkend.profiles.words.template import Block, BlockKind, Template
from dekkend.reading.rules.tally import cells_of
from dekkend.reading.words.result import Certainty, Evidence, Reading
from dekkend.reading.words.review import Drawing, Input, Option, Progress, Question

LONG = 80  # letters that fit on one line of the screen
LENGTHY = (Input.LIST, Input.TEXT)
ORDER = {Certainty.UNSURE: 0, Certainty.LIKELY: 1, Certainty.CERTAIN: 2}


def questions(template: Template, reading: Reading) -> list[Question]:
    """Everything that is not certain: unsure first, then likely; of each first what takes one key, then lists and texts.

    A list is one question."""
    proofs: dict[str, Evidence] = {}
    for evidence in reading.evidence:
        path = question_path(template, reading, evidence.path)
        if evidence.certainty is not Certainty.CERTAIN and path:
            proofs[path] = _worse(proofs.get(path), evidence)
    found = [_question(template, reading, path, evidence) for path, evidence in proofs.items()]
    return sorted(found, key=lambda question: (ORDER[question.certainty], question.input in LENGTHY, question.line or 0))


def question_for(template: Template, reading: Reading, path: str) -> Question | None:
    """The question about one path, also when the reader was certain of it or found nothing: everything may be corrected."""
    wanted = question_path(template, reading, path)
    if wanted is None:
        return None
    found = [evidence for evidence in reading.evidence if question_path(template, reading, evidence.path) == wanted]
    worst = min(found, key=lambda evidence: ORDER[evidence.certainty], default=None)
    return _question(template, reading, wanted, worst or Evidence(wanted, "", None, None, Certainty.UNSURE, say("Hier is niets gelezen.")))


def question_path(template: Template, reading: Reading, path: str) -> str | None:
    """Under which path something is asked: a list as a whole, a row of the school's own by its choice. None: it cannot be asked."""
    block = _block(template, path)
    if block is None or block.kind is BlockKind.FIGURE:
        return None
    if block.kind is BlockKind.RECORDS:
        return block.id
    try:
        value = get_value(reading.profile["values"], path)
    except UnknownPath:
        return None
    if isinstance(value, dict):
        return f"{path}.choice" if "choice" in value else None
    return None if isinstance(value, list) else path


def progress(asked: Iterable[Question], answered: Iterable[str]) -> Progress:
    paths = {question.path for question in asked}
    return Progress(len(paths & set(answered)), len(paths))


def values_with(reading: Reading, decisions: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the reading with the answers of people in their place."""
    values: dict[str, Any] = reading.profile["values"]
    for path, value in decisions.items():
        values = with_value(values, path, value)
    return values


def printed_key(quote: str) -> str:
    """The fingerprint of a printed row, every blank included: only exactly the same row may get a remembered answer."""
    return hashlib.sha256(quote.encode()).hexdigest()


def empty_paths(template: Template, reading: Reading) -> list[str]:
    """The questions of the form for which nothing was read and nothing is asked."""
    proved = {question_path(template, reading, evidence.path) for evidence in reading.evidence}
    unread = (path for path, value in cells_of(reading.profile["values"]) if value is None and path not in proved)
    return [path for path in unread if question_path(template, reading, path)]


def _worse(one: Evidence | None, other: Evidence) -> Evidence:
    return other if one is None or ORDER[other.certainty] < ORDER[one.certainty] else one


def _block(template: Template, path: str) -> Block | None:
    try:
        wanted = block_of(path)
    except UnknownPath:
        return None
    return next((block for block in template.blocks() if block.id == wanted), None)


def _question(template: Template, reading: Reading, path: str, evidence: Evidence) -> Question:
    block, value = template.block(block_of(path)), get_value(reading.profile["values"], path)
    kind = _input(block, path, value)
    question = Question(
        path=path,
        title=_title(template, reading, path),
        part=part_of(template, path),
        input=kind,
        value=value,
        shown=say_value(template, path, value),
        certainty=evidence.certainty,
        why=evidence.why,
        quote=evidence.quote,
        page=evidence.page,
        line=evidence.line,
        options=tuple(_options(template, block, kind, path, evidence, value)),
        drawings=tuple(_drawings(block, evidence, value)) if kind is Input.CHOICE else (),
        memorable=kind is Input.CHOICE and bool(evidence.quote.strip()),
        findings=tuple(finding for finding in reading.findings if _lies_in(finding.get("path") or "", path)),
    )
    return replace(question, columns=tuple((c.code, c.label) for c in block.columns)) if kind is Input.LIST else question


def _drawings(block: Block, evidence: Evidence, value: Any) -> Iterable[Drawing]:
    """Each reading as a row of cells, in the order of the form's choices."""
    for choice, how in evidence.readings or ((value, say("zo lezen wij het")),):
        yield Drawing(how, tuple((option.label, option.code == choice) for option in block.choices))


def _lies_in(path: str, question: str) -> bool:
    return path == question or path.startswith((f"{question}[", f"{question}."))


def _title(template: Template, reading: Reading, path: str) -> str:
    """A row of the school's own goes by the name that the school gave it."""
    if ".own_rows[" in path:
        label = get_value(reading.profile["values"], path.rsplit(".", 1)[0])["label"]
        return say("Eigen regel: {label}, toelichting", label=label) if path.endswith(".note") else say("Eigen regel: {label}", label=label)
    return title_of(template, path)


def _input(block: Block, path: str, value: Any) -> Input:
    if block.kind is BlockKind.RECORDS:
        return Input.LIST
    if block.kind is BlockKind.GRID and not path.endswith((".note", ".label")):
        return Input.CHOICE
    long = block.kind is BlockKind.PROSE or (isinstance(value, str) and len(value) > LONG)
    return Input.TEXT if long else Input.LINE


def _options(template: Template, block: Block, kind: Input, path: str, evidence: Evidence, value: Any) -> Iterable[Option]:
    """First the value that was read, then other readings, then the other choices of the form. A list or a text is changed in place."""
    if kind in LENGTHY:
        return
    considered: dict[str, str] = {str(value): ""} if value not in (None, "") else {}
    for other, how in evidence.readings:
        if other not in (None, ""):
            considered[str(other)] = how
    if kind is Input.CHOICE:
        for choice in block.choices:
            considered.setdefault(choice.code, "")
    for option, how in considered.items():
        yield Option(option, say_value(template, path, option), how, proposed=option == str(value))
