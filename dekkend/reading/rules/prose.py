"""What did the school write itself under a heading?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Template
from dekkend.reading.rules.fixed_text import Sentence, own_text, sort_sentences
from dekkend.reading.rules.matching import bare, compact
from dekkend.reading.rules.paragraphs import Habits, Paragraph, paragraphs
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty


@dataclass(frozen=True, slots=True)
class ProseReading:
    """`text` is None when the school wrote nothing. `changed` and `asked` are fixed sentences that were altered and questions of the form
    left in."""

    text: str | None
    certainty: Certainty
    why: str
    lines: tuple[Line, ...]
    changed: tuple[str, ...]
    asked: tuple[str, ...]
    fixed: tuple[str, ...] = ()


def read_prose(
    lines: Sequence[Line], template: Template, habits: Habits, lead_ins: Sequence[str] = (), told: Collection[str] = ()
) -> ProseReading:
    """The school's own text in these lines, without fixed text, questions and lines of the form itself, and without the sentences of
    `told`, which have their home elsewhere."""
    kept = [line for line in lines if not _is_lead_in(line.text, lead_ins)]
    found = [paragraph for paragraph in paragraphs(kept, habits) if not _is_own_heading(paragraph, template, habits)]
    sorted_sentences = [s for s in sort_sentences(found, template) if s.text not in told]
    own = [s for s in sorted_sentences if s.kind in ("own", "changed")]
    certainty, why = _judge(own)
    if certainty is Certainty.CERTAIN and not habits.whole and any(_piece_of_table(s.text, template) for s in own):
        certainty, why = Certainty.LIKELY, say("een deel kan uit een tabel komen")
    return ProseReading(
        text=own_text(sorted_sentences),
        certainty=certainty,
        why=why,
        lines=tuple(dict.fromkeys(line for sentence in own for line in sentence.paragraph.lines)),
        changed=tuple(s.text for s in sorted_sentences if s.kind == "changed"),
        asked=tuple(s.text for s in sorted_sentences if s.kind == "question"),
        fixed=tuple(s.text for s in sorted_sentences if s.kind == "fixed"),
    )


def _judge(own: Sequence[Sentence]) -> tuple[Certainty, str]:
    if any(sentence.kind == "changed" for sentence in own):
        return Certainty.LIKELY, say("een deel lijkt op de vaste tekst van de regio")
    if all(sentence.paragraph.sure and _whole(sentence.paragraph) for sentence in own):
        return Certainty.CERTAIN, ""
    return Certainty.LIKELY, say("waar een alinea begint of eindigt, is afgeleid uit de regels")


def _piece_of_table(text: str, template: Template) -> bool:
    """The name of a row of a grid inside the text."""
    letters = compact(text)
    names = [row.label for block in template.blocks() for row in block.rows]
    return any(len(bare(name)) >= 20 and bare(name) in letters for name in names) or any(
        letters.startswith(compact(head)) and len(compact(head)) >= 9 for block in template.blocks() for head in block.heads
    )


def _whole(paragraph: Paragraph) -> bool:
    """Word's own paragraph, or printed lines that end like a sentence: a short line without an end mark may be a heading or part of a
    table."""
    return paragraph.own or paragraph.text.rstrip()[-1:] in ".!?"


def _is_lead_in(text: str, lead_ins: Sequence[str]) -> bool:
    letters = compact(text)
    return any(letters == compact(lead) for lead in lead_ins)


def _is_own_heading(paragraph: Paragraph, template: Template, habits: Habits) -> bool:
    """A heading of the form repeated inside its own part ("Basisondersteuning")."""
    if habits.styled and not any(line.heading for line in paragraph.lines):
        return False
    if len(paragraph.text) > 70 or paragraph.text.rstrip().endswith("."):
        return False
    letters = bare(paragraph.text)
    own = [heading for section in template.sections for heading in (section.title, *section.headings)]
    return any(letters == bare(name) for name in [*own, *(block.title for block in template.blocks())])
