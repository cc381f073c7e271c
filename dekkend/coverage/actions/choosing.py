"""What can a region choose about its figures: how they are counted, and which views it keeps?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.words import Event
from dekkend.coverage.actions.laying_down import NOTHING, end, hold, lay_down, stand_again, standing, standing_as, write_down
from dekkend.coverage.models import CoverageSettings, SavedView
from dekkend.coverage.permissions import may_set_region
from dekkend.coverage.queries.laid_down import before_choice, norm_names, norm_titles, settings_of
from dekkend.coverage.rules.kinds import as_data, checked, difference, from_data
from dekkend.coverage.rules.settings_merge import mark_of
from dekkend.coverage.words.settings import Changed, Refused, Settings
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.catalogue import load_catalogue

MOST_VIEWS = 50
MEANWHILE = say("Intussen is er iets anders gekozen. Er is niets overschreven.")


@transaction.atomic
def choose_settings(
    partnership: Partnership, settings: Settings, *, upon: str | None = None, by: Any, scope: Scope, now: datetime
) -> Settings:
    """From now on figures of this region are counted like this. The same as it was: nothing happens.

    `upon`: the mark of the settings that were seen when this was chosen; None for whatever stands. Raises Changed when others stand now.
    """
    require(scope, partnership)
    chosen = checked(settings, load_catalogue())
    if unknown := set(chosen.norms) - norm_names(partnership):
        raise Refused(say("De norm {name} is er niet. Kies een norm uit de lijst.", name=sorted(unknown)[0]))
    hold(partnership)
    before = settings_of(partnership)
    if upon is not None and upon != mark_of(before):
        raise Changed(MEANWHILE)
    if mark_of(chosen) == mark_of(before):
        return chosen
    lay_down(CoverageSettings, partnership, {}, {"values": as_data(chosen)}, by=by, now=now)
    write_down(Event.COVERAGE_SET, partnership, {"choice": told_difference(partnership, before, chosen)}, by=by, now=now)
    return chosen


@transaction.atomic
def undo_settings(partnership: Partnership, choice: int, *, by: Any, scope: Scope, now: datetime) -> Settings:
    """Back to how it was counted before this choice, the last one. That is a choice like another, and can be undone like another.

    Raises Refused when `choice` is no longer the last: undone already, or followed by another.
    """
    require(scope, partnership)
    hold(partnership)
    row = standing_as(CoverageSettings, partnership, {}, choice)
    was, chosen = from_data(row.values), before_choice(row)
    lay_down(CoverageSettings, partnership, {}, {"values": as_data(chosen)}, by=by, now=now)
    write_down(Event.COVERAGE_SET_BACK, partnership, {"choice": told_difference(partnership, was, chosen)}, by=by, now=now)
    return chosen


def told_difference(partnership: Partnership, before: Settings, after: Settings) -> str:
    return difference(before, after, load_catalogue(), norm_titles(partnership))


@transaction.atomic
def save_view(partnership: Partnership, name: str, query: str, *, by: Any, scope: Scope, now: datetime) -> SavedView:
    """Keep these filters under this name; an earlier view with that name is replaced."""
    require(scope, partnership)
    name = " ".join(name.split())[:80]
    if not name:
        raise Refused(say("De weergave heeft geen naam. Vul een naam in."))
    hold(partnership)
    others = SavedView.anywhere.filter(partnership=partnership, ended_at=None).exclude(name=name)
    if others.count() >= MOST_VIEWS:
        raise Refused(say("Er zijn al {most} weergaven. Haal er eerst een weg.", most=MOST_VIEWS))
    view = lay_down(SavedView, partnership, {"name": name}, {"query": query.lstrip("?")[:500]}, by=by, now=now)
    write_down(Event.VIEW_SAVED, partnership, {"name": name}, by=by, now=now)
    return view


@transaction.atomic
def remove_view(partnership: Partnership, name: str, *, by: Any, scope: Scope, now: datetime) -> None:
    require(scope, partnership)
    hold(partnership)
    view = standing(SavedView, partnership, {"name": name})
    if view is None:
        raise Refused(say("Deze weergave is er niet meer."))
    end(view, now)
    write_down(Event.VIEW_REMOVED, partnership, {"name": name}, by=by, now=now)


@transaction.atomic
def restore_view(partnership: Partnership, name: str, *, by: Any, scope: Scope, now: datetime) -> None:
    """Undo: the view with this name that was removed last is there again."""
    require(scope, partnership)
    hold(partnership)
    last = SavedView.anywhere.filter(partnership=partnership, name=name).order_by("-ended_at", "-pk").first()
    if last is None or standing(SavedView, partnership, {"name": name}) is not None:
        raise Refused(NOTHING)
    stand_again(last)
    write_down(Event.VIEW_BACK, partnership, {"name": name}, by=by, now=now)


def require(scope: Scope, partnership: Partnership) -> None:
    if not may_set_region(scope, partnership.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband kiest hoe de dekking wordt geteld."))
