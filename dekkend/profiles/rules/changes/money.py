"""How much more or less money is it, and what part is that of what it was?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dekkend.kernel.money import find_money, is_money, say_money
from dekkend.kernel.sentences import say
from dekkend.profiles.words.changes import Change, SentenceKind
from dekkend.profiles.words.template import Block, FieldType

_PER_PUPIL = "per leerling"


def money_of_fact(change: Change, block: Block) -> Iterator[str]:
    """What is said about an amount of the form."""
    field = block.field(change.path.partition(".")[2])
    if field is None or field.type is not FieldType.MONEY:
        return
    before, after = _amount(change.before), _amount(change.after)
    if before is not None and after is not None and Decimal(before) != Decimal(after):
        yield _difference(before, after, per_pupil=_PER_PUPIL in field.label.lower())
    elif before is None and after is not None:
        yield say("Dit bedrag was niet bekend. Nu is het {after}.", after=say_money(after))
    elif before is not None and after is None:
        yield say("Dit bedrag is niet meer bekend. Het was {before}.", before=say_money(before))


def money_in_text(change: Change) -> Iterator[str]:
    """What is said about a sentence in which one amount became another."""
    for sentence in change.sentences:
        if sentence.kind is not SentenceKind.CHANGED:
            continue
        before, after = ([found.value for found in find_money(text)] for text in (sentence.before, sentence.after))
        if len(before) == len(after) == 1 and Decimal(before[0]) != Decimal(after[0]):
            yield _difference(before[0], after[0], per_pupil=_PER_PUPIL in sentence.after.lower())


def _amount(value: Any) -> str | None:
    return value if isinstance(value, str) and is_money(value) else None


def _difference(before: str, after: str, *, per_pupil: bool) -> str:
    was, now = Decimal(before), Decimal(after)
    amount = say_money(f"{abs(now - was):f}".removesuffix(".00"))
    given = {"amount": amount, "before": say_money(before), "after": say_money(after)}
    if not was:
        return say("{amount} meer: van {before} naar {after}.", **given)
    given["part"] = _part(abs(now - was) / was)
    if per_pupil:
        less, more = (
            say("{amount} per leerling minder, {part}%: van {before} naar {after}.", **given),
            say("{amount} per leerling meer, {part}%: van {before} naar {after}.", **given),
        )
    else:
        less, more = (
            say("{amount} minder, {part}%: van {before} naar {after}.", **given),
            say("{amount} meer, {part}%: van {before} naar {after}.", **given),
        )
    return less if now < was else more


def _part(share: Decimal) -> str:
    """A percentage as people say it: whole, with one decimal below ten."""
    percent = share * 100
    step = Decimal("1") if percent >= 10 else Decimal("0.1")
    rounded = f"{percent.quantize(step, ROUND_HALF_UP):f}".removesuffix(".0")
    return "minder dan 0,1" if rounded == "0" else rounded.replace(".", ",")
