"""How much ink does each place get: for all kinds together, and for one kind?"""

from __future__ import annotations

from dekkend.coverage.rules.map_drawing import INKS, LegendKey, Shade, ink_of, named
from dekkend.coverage.words.coverage import COVERED, POSSIBLE, Coverage
from dekkend.kernel.sentences import say


def shades_of_all(coverage: Coverage) -> dict[str, Shade]:
    """By postcode: how many of the kinds are within reach, and hatched where a school that did not say could make it more."""
    total = len(coverage.kinds)
    shades = {}
    for area, standing in zip(coverage.areas, coverage.counts.standing, strict=True):
        sure, maybe = int((standing == COVERED).sum()), int((standing == POSSIBLE).sum())
        given = {"place": named(area), "sure": sure, "total": total}
        says = (
            say("{place}: {sure} van {total}, mogelijk {most}", **given, most=sure + maybe)
            if maybe
            else say("{place}: {sure} van {total}", **given)
        )
        shades[area.postcode] = Shade(ink_of(sure / total) if total else None, maybe=maybe > 0, says=says)
    return shades


def legend_of_all(total: int) -> list[LegendKey]:
    """The most ink first: from all kinds to none."""
    keys = []
    for ink in range(INKS, 0, -1):
        counts = [number for number in range(total + 1) if total and ink_of(number / total) == ink]
        if counts:
            keys.append(LegendKey(ink, _range(counts[0], counts[-1], total)))
    return [*keys, LegendKey(None, say("kan nog meer worden"), maybe=True)]


def _range(least: int, most: int, total: int) -> str:
    if most == 0:
        return say("geen")
    if least == total:
        return say("alle {total}", total=total)
    if least == most:
        return str(least)
    return f"{least}–{most}"


def shades_of_kind(coverage: Coverage, column: int) -> dict[str, Shade]:
    """By postcode: covered is full ink, not covered is white, and hatched where a school near did not say."""
    words = {COVERED: say("{place}: gedekt"), POSSIBLE: say("{place}: mogelijk, een school gaf nog geen antwoord")}
    shades = {}
    for area, state in zip(coverage.areas, coverage.counts.standing[:, column].tolist(), strict=True):
        says = words.get(state, say("{place}: niet gedekt")).format(place=named(area))
        shades[area.postcode] = Shade(INKS if state == COVERED else 1, maybe=state == POSSIBLE, says=says)
    return shades


def legend_of_kind() -> list[LegendKey]:
    return [
        LegendKey(INKS, say("gedekt")),
        LegendKey(1, say("niet gedekt")),
        LegendKey(None, say("mogelijk: een school gaf nog geen antwoord"), maybe=True),
    ]
