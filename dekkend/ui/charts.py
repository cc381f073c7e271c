"""How is a figure drawn as a chart that a screen reader, paper and a printer without colour can all read?

A chart is worked out here and drawn by a template as SVG in percentages, so that its letters keep their size. It has a title, a sentence
that says what it shows, and a table with the same numbers. Nothing here knows what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext

FULL = 100.0
TINY = 1e-9  # what is left of a subtraction of floats that should be nothing
ROW = 34  # pixels that one bar takes, its label above it included
HEIGHT = 160  # pixels of a line chart
MARGIN = 26  # pixels above and below the line, for the numbers and the names
LEFT, RIGHT = 4.0, 96.0  # percent of the width that a line takes


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `share` is its length in percent of the width, `shown` what stands beside it."""

    label: str
    share: float
    shown: str
    top: int

    @property
    def length(self) -> str:
        return percent(self.share)


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below each other, the longest as wide as the chart."""

    title: str
    says: str
    head: tuple[str, str]
    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        return ROW * len(self.bars)

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(bar.label, bar.shown) for bar in self.bars]


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a line, in percent of the width and pixels from the top. A gap has no `top`: not known is not zero."""

    label: str
    shown: str
    left: float
    top: float | None

    @property
    def across(self) -> str:
        return percent(self.left)

    @property
    def down(self) -> str:
        return "" if self.top is None else f"{self.top:.1f}"

    @property
    def above(self) -> str:
        """Where the number of this point stands."""
        return "" if self.top is None else f"{self.top - 10:.1f}"


@dataclass(frozen=True, slots=True)
class Line:
    """A value through time. `pieces` are pairs of neighbours that are both known."""

    title: str
    says: str
    head: tuple[str, str]
    points: tuple[Point, ...]
    height: int = HEIGHT

    @property
    def pieces(self) -> list[tuple[Point, Point]]:
        pairs = zip(self.points, self.points[1:], strict=False)
        return [(one, next_) for one, next_ in pairs if one.top is not None and next_.top is not None]

    @property
    def known(self) -> list[Point]:
        return [point for point in self.points if point.top is not None]

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(point.label, point.shown) for point in self.points]


@dataclass(frozen=True, slots=True)
class Ranges:
    """For each name a stroke from the least to the most. Only neighbours of which both are known exactly are joined by a line."""

    title: str
    says: str
    head: tuple[str, str]
    least: tuple[Point, ...]
    most: tuple[Point, ...]
    height: int = HEIGHT

    @property
    def known(self) -> list[tuple[Point, Point]]:
        return [(low, high) for low, high in zip(self.least, self.most, strict=True) if low.top is not None]

    @property
    def pieces(self) -> list[tuple[Point, Point]]:
        pairs = list(zip(self.least, self.most, strict=True))
        exact = [low.top is not None and low.top == high.top for low, high in pairs]
        return [(self.least[at], self.least[at + 1]) for at in range(len(pairs) - 1) if exact[at] and exact[at + 1]]

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(point.label, point.shown) for point in self.least]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole with its bounds: what is sure, and what it could be at most when all that is not known turns out a yes."""

    title: str
    says: str
    sure: float
    maybe: float

    @property
    def sure_length(self) -> str:
        return percent(self.sure)

    @property
    def maybe_length(self) -> str:
        return percent(self.maybe)

    @property
    def rows(self) -> list[tuple[str, str]]:
        unsure = FULL - self.sure - self.maybe
        return [
            (gettext("Zeker"), rounded(self.sure)),
            (gettext("Mogelijk"), rounded(self.maybe)),
            (gettext("Zeker niet"), rounded(unsure)),
        ]

    @property
    def head(self) -> tuple[str, str]:
        return (gettext("Wat"), gettext("Aandeel"))


def bars(title: str, values: Sequence[tuple[str, float]], *, head: tuple[str, str] | None = None) -> Bars:
    """Bars of (label, number of at least 0). Raises ValueError for a negative number."""
    if any(value < 0 for _, value in values):
        raise ValueError("a bar has no negative length")
    most = max((value for _, value in values), default=0) or 1
    drawn = tuple(Bar(label, FULL * value / most, number(value), ROW * at) for at, (label, value) in enumerate(values))
    return Bars(title, summary(values), head or (gettext("Wat"), gettext("Aantal")), drawn)


def line(title: str, values: Sequence[tuple[str, float | None]], *, head: tuple[str, str] | None = None) -> Line:
    """A line through (label, number) in order; None is not known and leaves a gap. It starts at zero, so that no change looks larger."""
    known = [value for _, value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known]) or 1.0
    step = (RIGHT - LEFT) / max(1, len(values) - 1)
    points = tuple(
        Point(label, gettext("niet bekend") if value is None else number(value), LEFT + step * at, height_of(value, low, high))
        for at, (label, value) in enumerate(values)
    )
    return Line(
        title,
        summary([(label, value) for label, value in values if value is not None]),
        head or (gettext("Wanneer"), gettext("Waarde")),
        points,
    )


def ranges(title: str, values: Sequence[tuple[str, float | None, float | None]], *, head: tuple[str, str] | None = None) -> Ranges:
    """(label, least, most) in order; None is not known and leaves a gap. From zero, like a line."""
    highest = max((most for _, _, most in values if most is not None), default=0.0) or 1.0
    step = (RIGHT - LEFT) / max(1, len(values) - 1)

    def point(at: int, value: float | None) -> Point:
        label, least, most = values[at]
        return Point(label, spanned(least, most), LEFT + step * at, height_of(value, 0.0, highest))

    least, most = (tuple(point(at, value[which]) for at, value in enumerate(values)) for which in (1, 2))  # type: ignore[arg-type]
    told = "; ".join(f"{each.label}: {each.shown}" for each in least if each.top is not None)
    return Ranges(title, f"{told}." if told else summary([]), head or (gettext("Wanneer"), gettext("Waarde")), least, most)


def spanned(least: float | None, most: float | None) -> str:
    """ "74", or "74–92" where it lies somewhere between."""
    if least is None or most is None:
        return gettext("niet bekend")
    return number(least) if least == most else f"{number(least)}–{number(most)}"


def share(title: str, *, sure: int, maybe: int, whole: int) -> Share:
    """`sure` yes and `maybe` not known, of `whole`. Raises ValueError when they do not fit in it."""
    if min(sure, maybe) < 0 or sure + maybe > whole or whole <= 0:
        raise ValueError("the parts must fit in the whole")
    least, more = FULL * sure / whole, FULL * maybe / whole
    text = gettext("{least} zeker, hoogstens {most} als alle 'niet bekend' een ja blijkt.") if maybe else gettext("{least} zeker.")
    return Share(title, text.format(least=rounded(least), most=rounded(least + more)), least, more)


def summary(values: Sequence[tuple[str, float]]) -> str:
    """One sentence for who cannot see the drawing: the least and the most."""
    if not values:
        return gettext("Er zijn nog geen cijfers.")
    least, most = min(values, key=lambda pair: pair[1]), max(values, key=lambda pair: pair[1])
    if least[1] == most[1]:
        return gettext("Overal {value}.").format(value=number(most[1]))
    return gettext("Het meest bij {most} ({most_number}), het minst bij {least} ({least_number}).").format(
        most=most[0], most_number=number(most[1]), least=least[0], least_number=number(least[1])
    )


def height_of(value: float | None, low: float, high: float) -> float | None:
    return None if value is None else MARGIN + (HEIGHT - 2 * MARGIN) * (high - value) / (high - low)


def number(value: float) -> str:
    """1.234 or 3,5, as the language of the screen writes it."""
    return number_format(value, 0 if float(value).is_integer() else 1, force_grouping=True)


def percent(value: float) -> str:
    """For an attribute of SVG."""
    return f"{value:.2f}%"


def rounded(value: float) -> str:
    """Whole percents. What is not all of it is never shown as 100, and what is some of it never as 0."""
    all_or_nothing = min(abs(value), abs(FULL - value)) < TINY
    return f"{round(value) if all_or_nothing else min(99, max(1, round(value)))}%"
