"""How is something laid down in a row that stands until the next, and taken back to the one before?"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Details, Event, Subject, SubjectKind
from dekkend.coverage.models import LaidDown
from dekkend.coverage.words.settings import Refused
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership

Row = TypeVar("Row", bound=LaidDown)
NOTHING = say("Er is hier niets om terug te zetten.")
NOT_THE_LAST = say("Deze keuze is niet meer de laatste: zij is al teruggezet, of er is daarna iets anders gekozen. Er is niets veranderd.")


def hold(partnership: Partnership) -> None:
    """Of two people who lay something down for the same region at once, one waits for the other."""
    Partnership.objects.select_for_update().get(pk=partnership.pk)


def lay_down(model: type[Row], partnership: Partnership, where: dict[str, Any], fields: dict[str, Any], *, by: Any, now: datetime) -> Row:
    """A new row stands; the one that stood for `where` ends and is the one before it."""
    before = standing(model, partnership, where)
    end(before, now)
    return model._default_manager.create(partnership=partnership, by=by, at=now, before=before, **where, **fields)


def take_back(model: type[Row], partnership: Partnership, where: dict[str, Any], key: int, *, now: datetime) -> Row | None:
    """The row with this key ends; what stood for `where` before it stands again, None when there was nothing.

    Raises Refused when nothing stands, or another row: it was taken back already, or something else was laid down since.
    """
    row = standing_as(model, partnership, where, key)
    end(row, now)
    return stand_again(row.before)  # type: ignore[return-value]  # of the same model


def stand_again(row: LaidDown | None) -> LaidDown | None:
    """A copy of an ended row, with its own past."""
    if row is None:
        return None
    row.pk, row.ended_at, row._state.adding = None, None, True
    row.save(force_insert=True)
    return row


def standing(model: type[Row], partnership: Partnership, where: dict[str, Any]) -> Row | None:
    rows = model._default_manager.filter(partnership=partnership, ended_at=None, **where)
    return rows.select_related("before").first()


def standing_as(model: type[Row], partnership: Partnership, where: dict[str, Any], key: int) -> Row:
    """The row that stands for `where`, if that is the one that someone saw. Raises Refused."""
    row = standing(model, partnership, where)
    if row is None:
        raise Refused(NOTHING)
    if row.pk != key:
        raise Refused(NOT_THE_LAST)
    return row


def end(row: LaidDown | None, now: datetime) -> None:
    if row is not None:
        row._meta.default_manager.filter(pk=row.pk).update(ended_at=now)  # type: ignore[union-attr]  # every model here has one


def write_down(event: Event, partnership: Partnership, details: Details, *, by: Any, now: datetime) -> None:
    about = Subject(SubjectKind.REGION, str(partnership.pk), partnership.name)
    record(event, actor=by, subject=about, area=Area(partnership.pk), now=now, details=details)
