"""What can a region lay down about what support costs? Only what it fills in itself; there is no usual amount."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.words import Event
from dekkend.coverage.actions.laying_down import hold, lay_down, take_back, write_down
from dekkend.coverage.models import CostRate
from dekkend.coverage.permissions import may_set_money_of
from dekkend.coverage.words.settings import Per, Refused
from dekkend.kernel.money import say_euros
from dekkend.kernel.school_years import parse_school_year
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.catalogue import load_catalogue

MOST = Decimal("99999999.99")


@transaction.atomic
def set_rate(
    partnership: Partnership, school_year: str, code: str, per: Per, euros: Decimal | None, *, by: Any, scope: Scope, now: datetime
) -> CostRate:
    """What this kind costs in this school year, more than nothing; None for not known any more."""
    label = require(partnership, school_year, code, scope)
    if euros is not None and not Decimal(0) < euros <= MOST:  # what costs nothing makes no plan dearer: leave it out
        raise Refused(say("Dit bedrag kan niet. Vul een bedrag in van meer dan 0 euro, of laat het leeg als het niet bekend is."))
    hold(partnership)
    where = {"school_year": school_year, "code": code}
    rate = lay_down(CostRate, partnership, where, {"per": per.value, "euros": euros}, by=by, now=now)
    write_down(Event.RATE_SET, partnership, {"kind": label, "year": school_year, "amount": _amount(rate)}, by=by, now=now)
    return rate


@transaction.atomic
def undo_rate(partnership: Partnership, school_year: str, code: str, key: int, *, by: Any, scope: Scope, now: datetime) -> None:
    """Back to the amount before this one. Raises Refused when it is no longer the last."""
    label = require(partnership, school_year, code, scope)
    hold(partnership)
    rate = take_back(CostRate, partnership, {"school_year": school_year, "code": code}, key, now=now)
    write_down(Event.RATE_SET_BACK, partnership, {"kind": label, "year": school_year, "amount": _amount(rate)}, by=by, now=now)


def require(partnership: Partnership, school_year: str, code: str, scope: Scope) -> str:
    """How the kind is called."""
    if not may_set_money_of(scope, partnership.pk):
        raise PermissionDenied(say("Alleen de directeur en de beheerder van het samenwerkingsverband vullen bedragen in."))
    item = load_catalogue().item(code)
    if item is None:
        raise Refused(say("Een soort hulp staat niet in de catalogus. Kies uit de lijst."))
    if parse_school_year(school_year) is None:
        raise Refused(say("Dit is geen schooljaar. Schrijf het zo: 2026-2027."))
    return item.label


def _amount(rate: CostRate | None) -> str:
    if rate is None or rate.euros is None:
        return say("niet ingevuld")
    return f"{say_euros(rate.euros)} {Per(rate.per).label.lower()}"
