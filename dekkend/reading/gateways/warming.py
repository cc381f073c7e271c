"""What does the reader prepare at its first document, so that it can be prepared before?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date

from dekkend.profiles.words.template import Template
from dekkend.reading.rules.read import read_document
from dekkend.reading.words.document import Document, Line, Source

ANSWERS = (
    "School Naam: De Vuursprot, Zeewierpad 12, 9999 ZZ Zilverkust, 000-1234500, info@vuursprot.example, www.vuursprot.example",
    "Opgesteld namens directeur en team Datum: 1 oktober 2024, Directeur: T. Zeester",
    "Wij ontvangen in schooljaar 2024-2025 een vaste voet van € 8.500 plus € 106 per leerling.",
    "De coach is er 2 dagdelen per week. Zie ook schoolplan 2023-2027. Wij kunnen een kind niet altijd helpen.",
    "• Niet elk kind kan bij ons leren zwemmen.",
)


def warm_up(form: Template) -> None:
    """Read a made-up document in this form. Its words are folded and the patterns compiled once, for every child that is forked later."""
    lines = tuple(Line(f"{text} ", number) for number, text in enumerate(_texts(form), 1))
    document = Document(Source("", "", "text/plain"), "text", lines)
    with contextlib.suppress(Exception):  # whatever is wrong shows when a real document is read
        read_document(document, form, today=date(2024, 10, 1))


def _texts(form: Template) -> Iterator[str]:
    yield form.title
    yield from ANSWERS
    for section in form.sections:
        yield from section.headings[:1]
        for block in section.blocks:
            yield from (*block.headings[:1], *ANSWERS[-3:])
            yield " ".join([*block.heads[:1], *(choice.label for choice in block.choices)])
            yield from (f"{row.label} X" + " " * len(block.choices) for row in block.rows)
