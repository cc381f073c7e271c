"""How is counted what nobody wrote down: words that the finder did not understand, and a "no" on a need card?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F

from dekkend.organisations.models import Partnership
from dekkend.signals.gateways.hiding import hidden_name
from dekkend.signals.models import Signal, UnknownStem
from dekkend.signals.rules.stems import countable
from dekkend.signals.words import PERSONAL_FROM, NoReason, SignalKind, SignalState

MOST_STEMS = 20_000


@transaction.atomic
def count_unknown(stems: Iterable[str]) -> None:
    """One more of each of these stems: no place, no time, no person. What is no word (a number, an address) is not counted.

    A stem is readable only from the fifth time on; until then only its hidden name is kept.
    """
    for stem in countable(stems):
        name = hidden_name(stem)
        UnknownStem.objects.get_or_create(key=name)
        UnknownStem.objects.filter(key=name).update(count=F("count") + 1)
        UnknownStem.objects.filter(key=name, stem="", count__gte=PERSONAL_FROM).update(stem=stem)


@transaction.atomic
def forget_stem(stem: str) -> None:
    """The finder understands this one now: it is counted from nothing again."""
    UnknownStem.objects.filter(key=hidden_name(stem.strip().casefold())).delete()


@transaction.atomic
def forget_rare(most: int = MOST_STEMS) -> int:
    """Nobody can fill the database with made-up words: the rarest go when there are too many. Returns how many went."""
    too_many = UnknownStem.objects.count() - most
    if too_many <= 0:
        return 0
    rarest = list(UnknownStem.objects.order_by("count", "key").values_list("key", flat=True)[:too_many])
    for at in range(0, len(rarest), 500):
        UnknownStem.objects.filter(key__in=rarest[at : at + 500]).delete()
    return too_many


def add_from_need_card(partnership: Partnership, *, code: str, area: str, reason: str, today: date) -> int:
    """A school of this region said no to a need card. Kept: the kind of support, the PC4 ("" when unknown), the reason, the month.

    Not which school, which card or which words. `reason` is a code of NoReason (ValueError for another). Returns a number with which it
    can be taken back, see `take_back_from_need_card`.
    """
    made = Signal.anywhere.create(
        partnership=partnership,
        kind=SignalKind.NO_ANSWER.value,
        code=code,
        area=area[:4],
        reason=NoReason(reason).value,
        made_on=today.replace(day=1),
    )
    return made.pk


def take_back_from_need_card(number: int) -> None:
    """The school changed its answer: that "no" is counted no more. Twice does no harm."""
    said = Signal.anywhere.filter(pk=number, kind=SignalKind.NO_ANSWER.value)
    said.update(state=SignalState.WITHDRAWN.value)
