"""Which scenarios does a region keep, and how would it be covered with the changes of one?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.db.models import QuerySet

from dekkend.coverage.gateways.kept import Kept
from dekkend.coverage.gateways.nearness import count
from dekkend.coverage.words import Coverage
from dekkend.coverage.words.reach import REGION
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.planning.models import Scenario
from dekkend.planning.rules.changing import NOBODY, apply, lines_of
from dekkend.planning.words.changes import Change, Outcome, Told
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.models import RegisterSite

_outcomes = Kept(24)


def scenarios_of(region: Partnership, scope: Scope) -> QuerySet[Scenario]:
    """What this region keeps, by name; nothing for who does not work for it."""
    return (
        Scenario.objects.within(scope.only(*REGION)).filter(partnership=region, removed_at=None).select_related("by").order_by("name", "pk")
    )


def kept_by(region: Partnership) -> QuerySet[Scenario]:
    """The same for the machine itself, where nobody signs in."""
    return Scenario.anywhere.filter(partnership=region, removed_at=None).order_by("name", "pk")


def removed_scenarios_of(region: Partnership, scope: Scope) -> QuerySet[Scenario]:
    """What was removed, so that it can be brought back."""
    return Scenario.objects.within(scope.only(*REGION)).filter(partnership=region, removed_at__isnull=False)


def names_for(coverage: Coverage, changes: Iterable[Change]) -> dict[str, str]:
    """How schools and kinds of these changes are called that this region does not have or count any more, by brin6 and by code.

    One query; none when all of them are there.
    """
    named = list(changes)
    gone = {getattr(each, "brin6", "") for each in named} - {site.brin6 for site in coverage.sites} - {""}
    schools = dict(RegisterSite.objects.filter(brin6__in=gone).values_list("brin6", "name")) if gone else {}
    uncounted = {getattr(each, "code", "") for each in named} - {kind.code for kind in coverage.kinds}
    return schools | {item.code: item.label for item in load_catalogue().items if item.code in uncounted}


def told_of(coverage: Coverage, changes: Sequence[Change]) -> tuple[Told, ...]:
    """How each of these changes turns out today, one after another."""
    return apply(coverage, changes, names_for(coverage, changes)).told


def outcome_of(coverage: Coverage, changes: Sequence[Change], names: Mapping[str, str] = NOBODY) -> Outcome:
    """The region as it would be with these changes; `names` as `names_for` finds them.

    No query; counted again only when something of it changed.
    """
    key = (coverage.key, tuple(changes), tuple(names.items()))
    return _outcomes.get(key, lambda: _outcome(coverage, changes, names)) if coverage.key else _outcome(coverage, changes, names)


def _outcome(coverage: Coverage, changes: Sequence[Change], names: Mapping[str, str]) -> Outcome:
    made = apply(coverage, changes, names)
    key = hashlib.blake2b(f"{coverage.key} {changes!r}".encode(), digest_size=16).hexdigest()
    changed = replace(
        coverage,
        ground=replace(made.ground, key=f"{coverage.ground.key} {key}"),
        marks=made.marks,
        counts=count(made.ground, coverage.kinds, made.marks.signs, coverage.settings.detour),
        answered=made.answered,
        lines=(*coverage.lines, *lines_of(made.told)),
        key=key,
    )
    return Outcome(changed, made.told, made.newcomers)
