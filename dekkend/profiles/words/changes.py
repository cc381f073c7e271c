"""What is different between two profiles of one school, and what can be said about a difference?"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from dekkend.kernel.labels import Label

MOST_SHORT = 300  # letters that are read at a glance


class Kind(Label):
    """What happened to a thing, seen from the earlier profile. Nothing filled in is no answer: from empty to filled is `ADDED`."""

    ADDED = "added", "Nieuw"
    REMOVED = "removed", "Weg"
    CHANGED = "changed", "Anders"
    MOVED = "moved", "Verplaatst"


class SentenceKind(enum.StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class FormChange(Label):
    """Whether a difference comes from the form: a row or a part that only one of the two forms has."""

    NONE = "none", ""
    NEW = "new", "Nieuw op het formulier"
    GONE = "gone", "Niet meer op het formulier"


class Weight(enum.IntEnum):
    """What a reader should see first: what matters to pupils, then money, then the rest."""

    LOST = 0
    LESS = 1
    GAINED = 2
    MORE = 3
    PUPILS = 4
    MONEY = 5
    REST = 6
    LAYOUT = 7


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words in a changed sentence: only in the earlier one, only in the later one, or in both."""

    kind: SentenceKind
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the white space behind it, as it stood and as it stands; "" where it is not there."""

    kind: SentenceKind
    before: str
    after: str
    parts: tuple[Part, ...] = ()

    @property
    def ends_paragraph(self) -> bool:
        return "\n" in (self.after or self.before).removeprefix((self.after or self.before).rstrip())


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `path` names the thing in the later profile (in the earlier one when it was removed); `was` names it in the earlier one, "" when it
    was not there. `before` and `after` are the values as they are stored. `sentences` together are what people read of both. `pupils`
    and `money` say in whole sentences what it means; both are empty when nothing sensible can be said.
    """

    path: str
    section: str
    label: str
    kind: Kind
    before: Any
    after: Any
    sentences: tuple[Sentence, ...] = ()
    pupils: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    was: str = ""
    moved: bool = False
    form: FormChange = FormChange.NONE
    weight: Weight = Weight.REST
    block: str = ""

    @property
    def effect_pupils(self) -> str:
        return " ".join(self.pupils)

    @property
    def effect_money(self) -> str:
        return " ".join(self.money)

    @property
    def said_before(self) -> str:
        """What people read of the earlier value; "" for no answer, which is never "no"."""
        return "".join(sentence.before for sentence in self.sentences)

    @property
    def said_after(self) -> str:
        return "".join(sentence.after for sentence in self.sentences)

    @property
    def is_short(self) -> bool:
        """It can be read as "this was it, this it is now"."""
        whole = len(self.sentences) == 1 and not self.sentences[0].parts
        return whole and max(len(self.said_before), len(self.said_after)) < MOST_SHORT and "\n" not in self.said_before + self.said_after

    @property
    def is_line(self) -> bool:
        """It is a line of a list, which can come and go as a whole."""
        return self.path.endswith("]")

    @property
    def excerpt(self) -> tuple[Sentence | None, ...]:
        """The sentences with one that stayed on either side of a difference; None for those that are passed over."""
        near = {at + step for at, sentence in enumerate(self.sentences) for step in (-1, 0, 1) if sentence.kind is not SentenceKind.SAME}
        kept: list[Sentence | None] = []
        for at, sentence in enumerate(self.sentences):
            if at in near:
                kept.append(sentence)
            elif not kept or kept[-1] is not None:
                kept.append(None)
        return tuple(kept)

    @property
    def is_layout(self) -> bool:
        """Nobody reads a difference: only white space, or no answer written in another way."""
        return self.weight is Weight.LAYOUT


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """The differences in one section of the form."""

    id: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangeList:
    """All differences between two profiles: `changes` with what matters to pupils first, `sections` in the order of the form."""

    changes: tuple[Change, ...]
    sections: tuple[SectionChanges, ...]

    @property
    def for_pupils(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.pupils)

    @property
    def about_money(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.money)

    @property
    def layout(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.is_layout)

    @property
    def read(self) -> tuple[Change, ...]:
        """The differences that someone can read."""
        return tuple(change for change in self.changes if not change.is_layout)


def in_sections(changes: Iterable[Change], titles: dict[str, str]) -> tuple[SectionChanges, ...]:
    """The readable differences by section; `titles` gives the sections in their order."""
    order = {section: at for at, section in enumerate(titles)}
    ordered = sorted((change for change in changes if not change.is_layout), key=lambda change: order.get(change.section, len(order)))
    return tuple(
        SectionChanges(section, titles.get(section, section), tuple(found))
        for section, found in groupby(ordered, key=lambda change: change.section)
    )
