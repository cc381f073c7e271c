"""Which reports may someone read, and which one belongs to a link?"""

from __future__ import annotations

from django.db.models import QuerySet

from dekkend.organisations.words import Role, Scope
from dekkend.signals.gateways.hiding import opened, token_of
from dekkend.signals.models import Signal, SignalStep
from dekkend.signals.words import OPEN, OWNERS, SignalKind


def reports_within(scope: Scope) -> QuerySet[Signal]:
    """The reports that this person may read, the newest first: of the own school; a board those that it was told of.

    A region never reads them: it gets numbers (`counts_by_code`).
    """
    own = Signal.objects.within(scope.only(*OWNERS)).filter(kind=SignalKind.CORRECTION.value, site__isnull=False)
    told = Signal.objects.within(scope.only(Role.BOARD)).filter(kind=SignalKind.CORRECTION.value, board_told_on__isnull=False)
    return (own | told).select_related("site").order_by("-made_on", "-pk")


def waiting_for(scope: Scope) -> QuerySet[Signal]:
    """The reports that this person is to answer, the oldest first."""
    return reports_within(scope).filter(state__in=[state.value for state in OPEN]).order_by("made_on", "pk")


def report_of(token: str) -> Signal | None:
    """The report of this link. Whoever has the link may see how it stands: it was given to its sender alone."""
    found = opened(token)
    if found is None:
        return None
    return Signal.anywhere.filter(pk=found[0], nonce=found[1]).select_related("site").first()


def link_of(signal: Signal) -> str:
    """The secret part of the link to this report."""
    return token_of(signal.pk, signal.nonce)


def steps_of(signal: Signal) -> list[SignalStep]:
    """What was done with it, the first first; without what was undone."""
    return list(SignalStep.anywhere.filter(signal=signal, undone=False).select_related("by").order_by("at", "pk"))
