"""Which kinds of support exist, whatever a form calls them?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Domain:
    """The part of a child's life that a kind of support is about."""

    code: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class SupportItem:
    """One kind of support; `code` is "<block>.<row>" in every region.

    `need` finishes "Wij zoeken een school voor ...", `whether` finishes "De school heeft niet opgeschreven of ...". `can` and `cannot`
    are whole sentences; an item that is said by its block (external experts) has a `name` instead.
    """

    code: str
    label: str
    label_en: str
    domain: str
    need: str
    whether: str
    aliases: tuple[str, ...] = ()
    name: str = ""
    can: str = ""
    cannot: str = ""
    in_form: bool = True

    @property
    def block(self) -> str:
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class OfferBlock:
    """What each choice in a block is worth (0: not there) and how it is said."""

    levels: Mapping[str, int]
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All kinds of support, in the order in which they are shown."""

    items: tuple[SupportItem, ...]
    domains: tuple[Domain, ...]
    blocks: Mapping[str, OfferBlock]

    def item(self, code: str) -> SupportItem | None:
        return next((item for item in self.items if item.code == code), None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code that may fit words of a school, with a score from 0 to 1. Only a person makes it so."""

    code: str
    score: float
