"""What is the outline of several pieces of land that fit together?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.demo.words.region import Point

Outline = tuple[Point, ...]
Edge = tuple[Point, Point]


def border_around(pieces: Iterable[Outline]) -> tuple[Outline, ...]:
    """The edges that only one piece has, end to end: one ring, or more when land lies apart or has a hole.

    Two neighbours share an edge point for point but the other way round, so it stands twice and is no border.
    """
    edges = {edge for piece in pieces for edge in _edges(piece)}
    outer = {start: end for start, end in edges if (end, start) not in edges}
    return tuple(_rings(outer))


def _edges(piece: Outline) -> Iterator[Edge]:
    yield from zip(piece, (*piece[1:], piece[0]), strict=True)


def _rings(following: dict[Point, Point]) -> Iterator[Outline]:
    while following:
        point = min(following)
        ring = []
        while point in following:
            ring.append(point)
            point = following.pop(point)
        yield tuple(ring)
