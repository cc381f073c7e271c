"""What do the fields of a Word paragraph show: links, and form fields of the older kind?

A field has a code and, after a separator, the result that is printed. Fields may lie inside each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dekkend.reading.gateways.symbols import OPEN, TICKED
from dekkend.reading.gateways.word.names import Element, child, count, name, switched_on, value

ADDRESS = re.compile(r'HYPERLINK\s+"([^"\s]+)"', re.IGNORECASE)
MOST_CHOICES = 1000


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False
    start: int = 0


@dataclass(slots=True)
class Fields:
    """The fields that are open at this place of a paragraph."""

    _open: list[_Field] = field(default_factory=list)

    @property
    def hide(self) -> bool:
        """Is this place inside the code of a field, which is not printed?"""
        return any(not field.shown for field in self._open)

    def begin(self) -> None:
        self._open.append(_Field())

    def add_code(self, text: str) -> None:
        if self._open:
            self._open[-1].code += text

    def separate(self, place: int) -> None:
        """The result starts at `place` in the text of the paragraph."""
        if self._open:
            self._open[-1].shown, self._open[-1].start = True, place

    def end(self) -> tuple[str, int]:
        """The address that the ended field links to ("" for none), and where its result starts."""
        ended = self._open.pop() if self._open else _Field()
        return address_in(ended.code), ended.start


def address_in(code: str) -> str:
    found = ADDRESS.search(code)
    return found[1] if found else ""


def answer_of(settings: Element | None) -> str:
    """The answer in a form field of the older kind; it stands in the settings of the field, not in the text."""
    box, choices = child(settings, "w:checkBox"), child(settings, "w:ddList")
    if box is not None:
        state = child(box, "w:checked")
        return TICKED if switched_on(state if state is not None else child(box, "w:default")) else OPEN
    if choices is None:
        return ""
    chosen = child(choices, "w:result")
    place = count(chosen if chosen is not None else child(choices, "w:default"), MOST_CHOICES)
    entries = [value(entry) or "" for entry in choices.iter(name("w:listEntry"))]
    return "".join(entries[place : place + 1])
