"""What can people of a region do with its scenarios: make, copy, describe, change, remove, and undo each of these?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from dekkend.audit.words import Details, Event
from dekkend.coverage.actions.laying_down import hold, write_down
from dekkend.coverage.words import Coverage, Refused
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.planning.models import Scenario
from dekkend.planning.permissions import may_plan_for
from dekkend.planning.queries.scenarios import told_of
from dekkend.planning.rules.plan_names import same_name
from dekkend.planning.rules.scenario_data import as_data, checked, from_data
from dekkend.planning.words.changes import AddOffer, Change, Told
from dekkend.profiles.gateways.catalogue import load_catalogue

LONGEST_NAME, LONGEST_NOTE = 80, 2000  # characters
MOST_SCENARIOS = 100
REMOVED_KEPT = timedelta(days=30)  # that what was removed can come back
LONGEST_TOLD = 300  # characters of a change in the log
GONE = say("Dit scenario is er niet meer.")


@transaction.atomic
def make_scenario(
    region: Partnership, name: str, changes: Sequence[Change] = (), *, note: str = "", by: Any, scope: Scope, now: datetime
) -> Scenario:
    """Keep these changes under this name. Raises Refused when there is one with this name, or when a change may not be like this."""
    require(scope, region)
    hold(region)
    kept = checked(changes, load_catalogue())
    if Scenario.anywhere.filter(partnership=region, removed_at=None).count() >= MOST_SCENARIOS:
        raise Refused(say("Er zijn al {most} scenario's. Haal er eerst een weg.", most=MOST_SCENARIOS))
    about = {"name": free_name(region, name), "note": tidy_note(note), "changes": as_data(kept)}
    made = Scenario.anywhere.create(partnership=region, by=by, made_at=now, changed_at=now, **about)
    _write(Event.SCENARIO_MADE, made, {"count": len(kept)}, by=by, now=now)
    return made


def what_if(region: Partnership, name: str, change: Change, coverage: Coverage, *, by: Any, scope: Scope, now: datetime) -> Scenario:
    """The scenario in one step, from a screen on which someone asks what if; another name when this one is taken.

    Raises Refused when the change does not fit the region of today.
    """
    [told] = told_of(coverage, [change])
    if not told.fits:
        raise Refused(told.hindrance)
    return make_scenario(region, name_like(region, name), [change], by=by, scope=scope, now=now)


def from_plan(
    region: Partnership, name: str, offers: Iterable[AddOffer], *, note: str = "", by: Any, scope: Scope, now: datetime
) -> Scenario:
    """A scenario in which these schools get these kinds, as `rules.plan_as_scenario.changes_of` makes them of a plan."""
    return make_scenario(region, name_like(region, name), tuple(dict.fromkeys(offers)), note=note, by=by, scope=scope, now=now)


def copy_scenario(scenario: Scenario, *, by: Any, scope: Scope, now: datetime) -> Scenario:
    """The same changes under another name, to change further."""
    name = name_like(scenario.partnership, say("{name} (kopie)", name=scenario.name[: LONGEST_NAME - 20]))
    changes = from_data(scenario.changes)
    return make_scenario(scenario.partnership, name, changes, note=scenario.note, by=by, scope=scope, now=now)


@transaction.atomic
def describe_scenario(scenario: Scenario, name: str, note: str, *, by: Any, scope: Scope, now: datetime) -> Scenario:
    """Another name, or another reason why it is there. The same as it was: nothing happens."""
    held = held_within(scenario, scope)
    name, note = free_name(held.partnership, name, but=held.pk), tidy_note(note)
    if (held.name, held.note) == (name, note):
        return held
    held.name, held.note, held.changed_at = name, note, now
    held.save(update_fields=["name", "note", "changed_at"])
    _write(Event.SCENARIO_RENAMED, held, {}, by=by, now=now)
    return held


@transaction.atomic
def add_change(scenario: Scenario, change: Change, coverage: Coverage, *, by: Any, scope: Scope, now: datetime) -> Told:
    """One change more, after the others. Raises Refused when it does not fit the region of today with the others made."""
    held = held_within(scenario, scope)
    changes = checked((*from_data(held.changes), change), load_catalogue())
    told = told_of(coverage, changes)[-1]
    if not told.fits:
        raise Refused(told.hindrance)
    _keep(held, changes, told.sentence, by=by, now=now)
    return told


@transaction.atomic
def remove_change(scenario: Scenario, key: str, coverage: Coverage, *, by: Any, scope: Scope, now: datetime) -> Told:
    """Without the change with this key. Returns what it said, with the change in it, so that it can be put back."""
    held = held_within(scenario, scope)
    changes = from_data(held.changes)
    told = next((each for each in told_of(coverage, changes) if each.change.key == key), None)
    if told is None:
        raise Refused(say("Deze verandering staat niet meer in het scenario."))
    taken_out = say("weg: {change}", change=told.sentence)
    _keep(held, tuple(each for each in changes if each.key != key), taken_out, by=by, now=now)
    return told


@transaction.atomic
def put_change_back(scenario: Scenario, change: Change, coverage: Coverage, *, by: Any, scope: Scope, now: datetime) -> Told:
    """Undo of a removal: the change stands there again, also when it does not fit the region of today."""
    held = held_within(scenario, scope)
    changes = checked((*from_data(held.changes), change), load_catalogue())
    told = told_of(coverage, changes)[-1]
    _keep(held, changes, told.sentence, by=by, now=now)
    return told


@transaction.atomic
def remove_scenario(scenario: Scenario, *, by: Any, scope: Scope, now: datetime) -> None:
    held = held_within(scenario, scope)
    held.removed_at = now
    held.save(update_fields=["removed_at"])
    _write(Event.SCENARIO_REMOVED, held, {}, by=by, now=now)


@transaction.atomic
def bring_scenario_back(scenario: Scenario, *, by: Any, scope: Scope, now: datetime) -> Scenario:
    """Undo of a removal. Raises Refused when another one took its name, or when it was never removed."""
    require(scope, scenario.partnership)
    hold(scenario.partnership)
    held = Scenario.anywhere.select_related("partnership").filter(pk=scenario.pk, removed_at__isnull=False).first()
    if held is None:
        raise Refused(say("Er is hier niets om terug te zetten."))
    held.name, held.removed_at = name_like(held.partnership, held.name), None
    held.save(update_fields=["name", "removed_at"])
    _write(Event.SCENARIO_BACK, held, {}, by=by, now=now)
    return held


def forget_removed_scenarios(*, now: datetime) -> int:
    """Throw away what was removed so long ago that nobody brings it back; returns how many. What is kept stays until someone removes it."""
    return Scenario.anywhere.filter(removed_at__lt=now - REMOVED_KEPT).delete()[0]


def held_within(scenario: Scenario, scope: Scope) -> Scenario:
    """The scenario as it is now, for this person alone until the transaction ends. Raises Refused when someone removed it."""
    require(scope, scenario.partnership)
    hold(scenario.partnership)
    held = Scenario.anywhere.select_related("partnership").filter(pk=scenario.pk, removed_at=None).first()
    if held is None:
        raise Refused(GONE)
    return held


def free_name(region: Partnership, name: str, but: int | None = None) -> str:
    """The name on one line. Raises Refused when it is empty or taken."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise Refused(say("Het scenario heeft geen naam. Vul een naam in."))
    if any(key != but and same_name(name, each) for key, each in _kept(region).values_list("pk", "name")):
        raise Refused(say("Er is al een scenario met deze naam. Kies een andere naam."))
    return name


def name_like(region: Partnership, name: str) -> str:
    """This name, or the same with a number when it is taken."""
    name = " ".join(name.split())[: LONGEST_NAME - 6]
    taken = list(_kept(region).values_list("name", flat=True))
    tries = (name, *(f"{name} ({number})" for number in range(2, MOST_SCENARIOS + 2)))
    return next(each for each in tries if not any(same_name(each, other) for other in taken))


def _kept(region: Partnership) -> QuerySet[Scenario]:
    return Scenario.anywhere.filter(partnership=region, removed_at=None)


def tidy_note(note: str) -> str:
    return note.strip()[:LONGEST_NOTE]


def require(scope: Scope, region: Partnership) -> None:
    if not may_plan_for(scope, region.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband maakt scenario's van zijn regio."))


def _keep(held: Scenario, changes: Sequence[Change], told: str, *, by: Any, now: datetime) -> None:
    held.changes, held.changed_at = as_data(changes), now
    held.save(update_fields=["changes", "changed_at"])
    _write(Event.SCENARIO_CHANGED, held, {"change": told[:LONGEST_TOLD].removesuffix(".")}, by=by, now=now)


def _write(event: Event, scenario: Scenario, details: Details, *, by: Any, now: datetime) -> None:
    write_down(event, scenario.partnership, {"name": scenario.name} | dict(details), by=by, now=now)
