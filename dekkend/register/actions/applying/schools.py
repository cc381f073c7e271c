"""How does a difference change the schools that take part: begin, rename, move, close?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from dekkend.organisations.models import Board, Partnership, Site
from dekkend.register.models import Closure, RegisterChange
from dekkend.register.rules.school_differences import UNKNOWN_BOARD
from dekkend.register.words.changes import ChangeKind

UNKNOWN_BOARD_NAME = "Bestuur niet bekend"
FIELDS = ("name", "kind", "street", "house_number", "postcode", "place", "website")


def apply_schools(changes: list[RegisterChange]) -> set[int]:
    """A school of another partnership is never touched; what belongs to another region is for people to arrange."""
    if not changes:
        return set()
    own = {site.brin6: site for site in _own(changes)}
    made = _make([change for change in changes if change.kind == ChangeKind.NEW], own)
    others = [change for change in changes if change.kind not in (ChangeKind.NEW, ChangeKind.REGION) and change.key in own]
    for change in others:
        _set(own[change.key], change.after)
    return made | {change.pk for change in others}


def undo_schools(changes: list[RegisterChange]) -> set[int]:
    """`changes` run from the last to the first. A school to which something belongs by now stays."""
    if not changes:
        return set()
    own = {site.brin6: site for site in _own(changes)}
    for change in changes:
        if change.kind != ChangeKind.NEW and change.key in own:
            _set(own[change.key], change.before)
    begun = [own[change.key] for change in changes if change.kind == ChangeKind.NEW and change.key in own]
    used = _in_use([site.pk for site in begun])
    Site.anywhere.filter(pk__in=[site.pk for site in begun if site.pk not in used]).delete()
    kept = {site.brin6 for site in begun if site.pk in used}
    return {change.pk for change in changes if change.key not in kept}


def _own(changes: list[RegisterChange]) -> QuerySet[Site]:
    partnership = changes[0].imported.partnership
    return Site.anywhere.filter(brin6__in={change.key for change in changes}, partnership=partnership)


def _make(changes: list[RegisterChange], own: dict[str, Site]) -> set[int]:
    """New schools, with the board that the register names, else with the one that stands for "not known"."""
    taken = set(Site.anywhere.filter(brin6__in=[change.key for change in changes]).values_list("brin6", flat=True))
    new = [change for change in changes if change.key not in taken]
    if not new:
        return set()
    boards = _boards(new)
    partnership: Partnership | None = new[0].imported.partnership
    rows = [
        Site(
            brin6=change.key,
            partnership=partnership,
            board=boards[_board(change)],
            **{name: change.after.get(name, "") for name in FIELDS},
        )
        for change in new
    ]
    Site.anywhere.bulk_create(rows)
    own |= {site.brin6: site for site in rows}
    return {change.pk for change in new}


def _board(change: RegisterChange) -> str:
    number: str = change.after.get("board_number", "")
    return number if number and change.after.get("board_name") else UNKNOWN_BOARD


def _boards(changes: list[RegisterChange]) -> dict[str, Board]:
    named = {_board(change): change.after.get("board_name") for change in changes}
    known = {board.number: board for board in Board.objects.filter(number__in=named)}
    for number, name in named.items():
        if number not in known:
            known[number] = Board.objects.create(number=number, name=UNKNOWN_BOARD_NAME if number == UNKNOWN_BOARD else name)
    return known


def _set(site: Site, values: dict[str, Any]) -> None:
    if "closed_on" in values:
        _close(site, values["closed_on"])
        return
    for name in FIELDS:
        if name in values:
            setattr(site, name, values[name])
    site.save(update_fields=[name for name in FIELDS if name in values])


def _close(site: Site, closed_on: str) -> None:
    """Closed from that day on, or ("") open again."""
    if closed_on:
        Closure.anywhere.update_or_create(site=site, defaults={"closed_on": date.fromisoformat(closed_on)})
    else:
        Closure.anywhere.filter(site=site).delete()


def _in_use(site_ids: list[int]) -> set[int]:
    """Sites to which anything at all belongs: people, profiles, offers. One query per kind."""
    used: set[int] = set()
    for relation in Site._meta.related_objects:
        model, name = relation.related_model, relation.field.attname
        used |= set(model._base_manager.filter(**{f"{name}__in": site_ids}).values_list(name, flat=True))
    return used
