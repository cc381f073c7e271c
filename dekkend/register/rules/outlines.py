"""How is an outline kept small, and how is it stored?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dekkend.register.words.geography import Point, Ring

TOLERANCE = 20.0  # metres: how far a drawn line may lie from the published one


def simplify(ring: Sequence[Point], tolerance: float = TOLERANCE) -> Ring:
    """The ring with fewer points (Douglas and Peucker, 1973): no point that was left out lies further from the line than the tolerance.

    First point not repeated, before and after. A ring too small to be seen at this tolerance keeps three points.
    """
    points = list(ring)
    if len(points) <= 4:
        return tuple(points)
    far = max(range(len(points)), key=lambda i: _between(points[0], points[i]))
    kept = {0, far}
    kept |= _kept(points, 0, far, tolerance**2)
    kept |= _kept([*points, points[0]], far, len(points), tolerance**2)
    if len(kept) < 3:
        kept.add(max(set(range(len(points))) - kept, key=lambda i: _off(points[i], points[0], points[far])))
    return tuple(points[i] for i in sorted(kept) if i < len(points))


def _kept(points: Sequence[Point], first: int, last: int, square: float) -> set[int]:
    """Which points between these two must stay, without recursion: a coast has thousands."""
    kept, open_spans = set(), [(first, last)]
    while open_spans:
        start, end = open_spans.pop()
        if end - start < 2:
            continue
        worst, worst_at = square, -1
        for i in range(start + 1, end):
            off = _off(points[i], points[start], points[end])
            if off > worst:
                worst, worst_at = off, i
        if worst_at >= 0:
            kept.add(worst_at)
            open_spans += [(start, worst_at), (worst_at, end)]
    return kept


def _between(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def _off(p: Point, a: Point, b: Point) -> float:
    """The square of the distance from a point to the piece of line from a to b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    if length == 0.0:
        return _between(p, a)
    part = min(1.0, max(0.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return _between(p, (a[0] + part * dx, a[1] + part * dy))


def flat(rings: Iterable[Ring]) -> list[list[int]]:
    """As they are stored: per ring x0, y0, x1, y1, ... in whole metres."""
    return [[round(number) for point in ring for number in point] for ring in rings]


def unflat(stored: Iterable[Sequence[float]]) -> tuple[Ring, ...]:
    return tuple(tuple(zip(map(float, ring[::2]), map(float, ring[1::2]), strict=True)) for ring in stored)


def box(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    """West, south, east, north of everything, in metres."""
    points = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
