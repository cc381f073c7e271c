"""How does a region add a norm of its own, from a file, and withdraw it again?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.words import Event
from dekkend.coverage.actions.laying_down import end, hold, lay_down, stand_again, standing, write_down
from dekkend.coverage.gateways.norm_files import read_norm
from dekkend.coverage.models import OwnNorm
from dekkend.coverage.permissions import may_set_region
from dekkend.coverage.rules.norm_file import as_rows
from dekkend.coverage.words.settings import Refused
from dekkend.kernel.sentences import say
from dekkend.offers.gateways import load_norms
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope


@transaction.atomic
def add_norm(partnership: Partnership, data: bytes, *, by: Any, scope: Scope, now: datetime) -> OwnNorm:
    """The norm in this file counts for this region from its first day. The same name and version again replaces it."""
    require(scope, partnership)
    return add_checked(partnership, data, by=by, now=now)


def add_checked(partnership: Partnership, data: bytes, *, by: Any, now: datetime) -> OwnNorm:
    """For who was asked about already: this person, or whoever runs the machine."""
    norm = read_norm(data)
    if norm.name in {each.name for each in load_norms()}:
        raise Refused(say("Een norm die {name} heet, hoort bij Dekkend. Kies een andere korte naam.", name=norm.name))
    with transaction.atomic():
        hold(partnership)
        where = {"name": norm.name, "version": norm.version}
        fields = {"title": norm.title, "source": norm.source, "valid_from": norm.valid_from, "items": as_rows(norm)}
        row = lay_down(OwnNorm, partnership, where, fields, by=by, now=now)
        write_down(Event.NORM_ADDED, partnership, {"norm": norm.title, "version": norm.version}, by=by, now=now)
    return row


@transaction.atomic
def withdraw_norm(partnership: Partnership, key: int, *, by: Any, scope: Scope, now: datetime) -> OwnNorm:
    """This version is no longer laid beside profiles. What was counted with it before can be counted again after undoing."""
    require(scope, partnership)
    hold(partnership)
    row = OwnNorm.anywhere.filter(partnership=partnership, pk=key, ended_at=None).first()
    if row is None:
        raise Refused(say("Deze norm is er niet meer."))
    end(row, now)
    write_down(Event.NORM_WITHDRAWN, partnership, {"norm": row.title, "version": row.version}, by=by, now=now)
    return row


@transaction.atomic
def bring_norm_back(partnership: Partnership, key: int, *, by: Any, scope: Scope, now: datetime) -> None:
    """Undo of a withdrawal."""
    require(scope, partnership)
    hold(partnership)
    row = OwnNorm.anywhere.filter(partnership=partnership, pk=key, ended_at__isnull=False).first()
    if row is None or standing(OwnNorm, partnership, {"name": row.name, "version": row.version}) is not None:
        raise Refused(say("Er is hier niets om terug te zetten."))
    details = {"norm": row.title, "version": row.version}
    stand_again(row)
    write_down(Event.NORM_BACK, partnership, details, by=by, now=now)


def require(scope: Scope, partnership: Partnership) -> None:
    if not may_set_region(scope, partnership.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband kiest welke norm geldt."))
