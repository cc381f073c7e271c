"""How are the differences between a scenario and the region of today said in words?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dekkend.coverage.rules.report_words import percents, thousands
from dekkend.coverage.rules.telling import number
from dekkend.kernel.money import say_money
from dekkend.kernel.sentences import say
from dekkend.planning.rules.comparing_scenarios import KindCompared, Side, Whole, by_kind, whole

MOST_KINDS = 5  # named one by one; the others are a number


def differences(today: Side, other: Side) -> tuple[str, ...]:
    """What is different, the worst first. One sentence when nothing is."""
    before, after, kinds = whole(today), whole(other), by_kind(today, (other,))
    lines = (*_near(kinds), *_in_all(before, after), *_fragile(before, after), *_amounts(before, after))
    return lines or (say("Er verandert niets aan wat dichtbij is, hoe kwetsbaar het is, of hoeveel er is."),)


def _near(kinds: Sequence[KindCompared]) -> Iterator[str]:
    lost = sorted((kind for kind in kinds if kind.most_lost), key=lambda kind: -kind.most_lost)
    gained = sorted((kind for kind in kinds if kind.most_gained), key=lambda kind: -kind.most_gained)
    for kind in lost[:MOST_KINDS]:
        yield say("{children} kinderen hebben dit niet meer dichtbij: {kind}.", children=thousands(kind.most_lost), kind=kind.label)
    if (more := len(lost) - MOST_KINDS) > 0:
        yield say("Bij nog {count} soorten hulp hebben kinderen het niet meer dichtbij.", count=more)
    for kind in gained[:MOST_KINDS]:
        yield say("{children} kinderen krijgen dit dichtbij: {kind}.", children=thousands(kind.most_gained), kind=kind.label)
    if (more := len(gained) - MOST_KINDS) > 0:
        yield say("Bij nog {count} soorten hulp krijgen kinderen het dichtbij.", count=more)


def _in_all(before: Whole, after: Whole) -> Iterator[str]:
    if after.children != before.children:
        given = {"after": thousands(after.children), "before": thousands(before.children)}
        yield say("Er wonen {after} kinderen; nu zijn dat er {before}.", **given)
    if (after.figure.low, after.figure.high) != (before.figure.low, before.figure.high):
        yield say("Van alle hulp is {after} thuisnabij; nu is dat {before}.", after=share(after), before=share(before))
    if (after.spots, after.maybe_spots) != (before.spots, before.maybe_spots):
        yield say("Er zijn {after}; nu zijn dat er {before}.", after=spots(after), before=spots(before))


def _fragile(before: Whole, after: Whole) -> Iterator[str]:
    if after.alone != before.alone:
        given = {"after": thousands(after.alone), "before": thousands(before.alone)}
        yield say("{after} kinderen hebben voor een soort hulp maar één school dichtbij; nu zijn dat er {before}.", **given)


def _amounts(before: Whole, after: Whole) -> Iterator[str]:
    if after.hours != before.hours:
        yield say("Er is {after} uur hulp per week; nu is dat {before} uur.", after=hours(after.hours), before=hours(before.hours))
    if after.euros is not None and before.euros is not None and after.euros != before.euros:
        yield say("Het kost {after} per schooljaar; nu is dat {before}.", after=euros(after.euros), before=euros(before.euros))


def share(side: Whole) -> str:
    """ "85%", or "81 tot 92%" when some of it is not known."""
    least, most = percents(side.figure.low), percents(side.figure.high)
    return least if least == most else say("{least} tot {most}", least=least.removesuffix("%"), most=most)


def spots(side: Whole) -> str:
    if not side.maybe_spots:
        return say("{sure} witte vlekken", sure=thousands(side.spots))
    return say("{sure} witte vlekken en {maybe} mogelijke", sure=thousands(side.spots), maybe=thousands(side.maybe_spots))


def hours(value: Decimal) -> str:
    return number(round(float(value), 2))


def euros(value: Decimal) -> str:
    """In whole euros: "€ 8.500"."""
    return say_money(f"{value:.0f}")
