"""What is drawn on one page: letters, lines, shapes and pictures?

Distances are in points from the left and top edge of the page as a person holds it: a page that was turned is turned back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, x: float, y: float, *, within: float = 0.0) -> bool:
        """Does the point lie in the box, or at most `within` points outside it?"""
        across = self.left - within <= x <= self.right + within
        return across and self.top - within <= y <= self.bottom + within

    def touches(self, other: Box, *, within: float = 0.0) -> bool:
        across = self.left - within <= other.right and other.left - within <= self.right
        return across and self.top - within <= other.bottom and other.top - within <= self.bottom


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of these; there must be one at least."""
    sides = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    if len(sides) == 1:
        return Box(*sides[0])
    lefts, tops, rights, bottoms = zip(*sides, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `turned` is how far it was turned anticlockwise: 0, 90, 180 or 270 degrees. `tag` is its mark in a tagged PDF."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool = False
    turned: int = 0
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A straight ruled line: at height `at` from `start` to `end` when it lies, at distance `at` from the left when upright."""

    upright: bool
    at: float
    start: float
    end: float
    shade: bool = False  # only the side of a coloured area, not drawn as a line


@dataclass(frozen=True, slots=True)
class Shape:
    """A small drawn thing that may be a tick box (`square`) or a mark (not square)."""

    box: Box
    square: bool


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. `content` is its number in a tagged PDF, by which its text alternative is found."""

    box: Box
    content: int | None = None


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A place on the page that leads to an address."""

    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on one page that this reader looks at."""

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...] = ()
    edges: tuple[Edge, ...] = ()
    shapes: tuple[Shape, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[LinkArea, ...] = ()
    curves: int = 0
