"""Is this a school support profile at all?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Template
from dekkend.reading.rules.grids import GridReading
from dekkend.reading.rules.matching import compact
from dekkend.reading.rules.outline import Outline
from dekkend.reading.words.document import Document
from dekkend.reading.words.result import DocumentRefused

ENOUGH = 4  # signs of the form below which a document is something else


def refuse_other_documents(document: Document, outlined: Outline, grids: Sequence[GridReading], template: Template) -> None:
    """Raise `DocumentRefused` when too few parts of the form are there: better no values than values of something else."""
    answered = sum(1 for grid in grids if sum(1 for row in grid.rows if row.code) >= 3)
    parts = sum(1 for region in outlined.regions if region.anchor and region.target != "own")
    if (answered >= 1 and parts >= 1) or answered >= 2:
        return
    if parts + _named(document, template) >= ENOUGH and parts >= 2:
        return
    raise DocumentRefused(
        "other_document",
        say(
            "Dit lijkt geen ondersteuningsprofiel volgens het formulier '{title}': de onderdelen daarvan staan er niet in. "
            "Er is niets overgenomen. Kies een ander bestand, of een ander formulier.",
            title=template.title,
        ),
    )


def _named(document: Document, template: Template) -> int:
    letters = compact(" ".join(line.text for line in document.lines())[:400_000])
    return sum(1 for phrase in template.recognise if compact(phrase) in letters)
