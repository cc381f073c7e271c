"""How are the differences between a scenario and the region of today said in words?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from dekkend.coverage.rules.report_words import percents, thousands
from dekkend.kernel.money import say_money
from dekkend.kernel.sentences import say
from dekkend.planning.rules.comparing_scenarios import KindCompared, Side, Whole, by_kind, whole

MOST_KINDS = 6  # named in one sentence; the others are a number


def differences(today: Side, other: Side) -> tuple[str, ...]:
    """What is different, the worst first. One sentence when nothing is."""
    before, after, kinds = whole(today), whole(other), by_kind(today, (other,))
    lines = (*_near(kinds), *_in_all(before, after), *_fragile(before, after, kinds), *_amounts(before, after))
    return lines or (say("Er verandert niets aan wat dichtbij is, hoe kwetsbaar het is, of hoeveel er is."),)


def _near(kinds: Sequence[KindCompared]) -> Iterator[str]:
    """Kinds of which as many children lose or get it stand in one sentence: a school that closes has many of those."""
    for children, labels in together(kinds, lambda kind: kind.most_lost):
        yield say("{children} kinderen hebben dit niet meer dichtbij: {kinds}.", children=thousands(children), kinds=listed(labels))
    for children, labels in together(kinds, lambda kind: kind.most_gained):
        yield say("{children} kinderen krijgen dit dichtbij: {kinds}.", children=thousands(children), kinds=listed(labels))


def together(kinds: Sequence[KindCompared], number_of: Callable[[KindCompared], int]) -> list[tuple[int, list[str]]]:
    """The labels of the kinds by number of children, the most first; without those about nobody."""
    found: dict[int, list[str]] = {}
    for kind in kinds:
        if children := number_of(kind):
            found.setdefault(children, []).append(kind.label)
    return sorted(found.items(), reverse=True)


def listed(labels: Sequence[str]) -> str:
    shown = ", ".join(labels[:MOST_KINDS])
    more = len(labels) - MOST_KINDS
    return say("{kinds} en nog {count} soorten hulp", kinds=shown, count=more) if more > 0 else shown


def _in_all(before: Whole, after: Whole) -> Iterator[str]:
    if after.children != before.children:
        given = {"after": thousands(after.children), "before": thousands(before.children)}
        yield say("Er wonen {after} kinderen; nu zijn dat er {before}.", **given)
    if (after.figure.low, after.figure.high) != (before.figure.low, before.figure.high):
        if share(after) == share(before):  # a difference that whole percents do not show
            yield say("Van alle hulp blijft {share} thuisnabij: het verschil is minder dan 1%.", share=share(after))
        else:
            yield say("Van alle hulp is {after} thuisnabij; nu is dat {before}.", after=share(after), before=share(before))
    if (after.spots, after.maybe_spots) != (before.spots, before.maybe_spots):
        yield say("Wat niet gedekt is: dan {after}; nu {before}.", after=spots(after), before=spots(before))


def _fragile(before: Whole, after: Whole, kinds: Sequence[KindCompared]) -> Iterator[str]:
    if after.alone < before.alone and any(kind.most_lost for kind in kinds):
        given = {"after": thousands(after.alone), "before": thousands(before.alone)}
        yield say(
            "{after} kinderen hebben voor een soort hulp maar één school dichtbij, in plaats van {before}: "
            "wie het niet meer dichtbij heeft, telt daar niet bij.",
            **given,
        )
    elif after.alone != before.alone:
        given = {"after": thousands(after.alone), "before": thousands(before.alone)}
        yield say("{after} kinderen hebben voor een soort hulp maar één school dichtbij; nu zijn dat er {before}.", **given)


def _amounts(before: Whole, after: Whole) -> Iterator[str]:
    if after.hours != before.hours:
        yield say("Er is {after} uur hulp per week; nu is dat {before} uur.", after=hours(after.hours), before=hours(before.hours))
    if after.euros is not None and before.euros is not None and after.euros != before.euros:
        given = {"after": euros(after.euros), "before": euros(before.euros)}
        if after.unpriced or before.unpriced:
            yield say("Voor zover bekend kost het {after} per schooljaar; nu is dat {before}.", **given)
        else:
            yield say("Het kost {after} per schooljaar; nu is dat {before}.", **given)
    if (more := after.unpriced - before.unpriced) > 0:
        yield unpriced(more)


def unpriced(more: int) -> str:
    """What is paid by the hour and has no hours costs nothing in a sum, and something in a school."""
    if more == 1:
        return say("Van 1 keer hulp erbij is niet bekend wat het kost: het aantal uren per week is leeg.")
    return say("Van {count} keer hulp erbij is niet bekend wat het kost: het aantal uren per week is leeg.", count=more)


def share(side: Whole) -> str:
    """ "85%", or "minstens 81%, hoogstens 92%" when some of it is not known."""
    least, most = percents(side.figure.low), percents(side.figure.high)
    return least if least == most else say("minstens {least}, hoogstens {most}", least=least, most=most)


def spots(side: Whole) -> str:
    """ "3 witte vlekken en 2 mogelijke"."""
    sure = say("1 witte vlek") if side.spots == 1 else say("{sure} witte vlekken", sure=thousands(side.spots))
    if not side.maybe_spots:
        return sure if side.spots else say("geen witte vlekken")
    return say("{sure} en {maybe} mogelijke", sure=sure, maybe=thousands(side.maybe_spots))


def hours(value: Decimal) -> str:
    """ "1.802", or "6,5"."""
    whole_hours, _, rest = f"{value:.2f}".partition(".")
    return thousands(int(whole_hours)) + (f",{rest.rstrip('0')}" if rest.strip("0") else "")


def money(side: Whole) -> str:
    """ "€ 8.500", and what is not in it because nobody knows."""
    if side.euros is None:
        return "–"
    known = euros(side.euros)
    return say("{known} (van {count} keer hulp niet bekend)", known=known, count=thousands(side.unpriced)) if side.unpriced else known


def euros(value: Decimal) -> str:
    """In whole euros: "€ 8.500"."""
    return say_money(f"{value:.0f}")
