"""Which scenarios does a region keep, and how would it be covered with the changes of one?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from dekkend.coverage.gateways.kept import Kept
from dekkend.coverage.gateways.nearness import count
from dekkend.coverage.words import Coverage
from dekkend.coverage.words.reach import REGION
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.words import Scope
from dekkend.planning.models import Scenario
from dekkend.planning.rules.changing import HERE, apply, lines_of
from dekkend.planning.words.changes import Change, Elsewhere, Outcome, Told
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.models import RegisterSite
from dekkend.register.queries.closures import with_closures

NOT_OURS = say("De school ligt niet in deze regio, of niet meer.")
NOT_KNOWN = say("Deze vestigingscode is niet bekend. Kijk of de code klopt.")
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


def elsewhere_for(coverage: Coverage, changes: Iterable[Change]) -> Elsewhere:
    """What these changes name and this region does not have or count any more: how it is called, and why a school is not there.

    Two queries; none when all of them are there.
    """
    named = list(changes)
    there, apart = coverage.sites[: coverage.ground.inside], {site.brin6: site.name for site in coverage.ground.apart}
    gone = {getattr(each, "brin6", "") for each in named} - {site.brin6 for site in there} - apart.keys() - {""}
    uncounted = {getattr(each, "code", "") for each in named} - {kind.code for kind in coverage.kinds}
    names = apart | {item.code: item.label for item in load_catalogue().items if item.code in uncounted}
    if not gone:
        return Elsewhere(names)
    known = {
        brin6: (name, day) for brin6, name, day in RegisterSite.objects.filter(brin6__in=gone).values_list("brin6", "name", "closed_on")
    }
    taking_part = with_closures(Site.anywhere.filter(brin6__in=gone)).values_list("brin6", "name", "closed_on")  # type: ignore[misc]  # annotated
    known |= {brin6: (name, day or known.get(brin6, ("", None))[1]) for brin6, name, day in taking_part}
    why = {brin6: _why_gone(known[brin6][1]) if brin6 in known else NOT_KNOWN for brin6 in gone}
    return Elsewhere(names | {brin6: name for brin6, (name, _day) in known.items()}, why)


def _why_gone(closed_on: date | None) -> str:
    return say("De school is gesloten sinds {day}.", day=say_date(closed_on.isoformat())) if closed_on else NOT_OURS


def told_of(coverage: Coverage, changes: Sequence[Change]) -> tuple[Told, ...]:
    """How each of these changes turns out today, one after another."""
    return apply(coverage, changes, elsewhere_for(coverage, changes)).told


def outcome_of(coverage: Coverage, changes: Sequence[Change], elsewhere: Elsewhere = HERE) -> Outcome:
    """The region as it would be with these changes; `elsewhere` as `elsewhere_for` finds it.

    No query; counted again only when something of it changed.
    """
    if not coverage.key:
        return _outcome(coverage, changes, elsewhere)
    key = (coverage.key, tuple(changes), tuple(elsewhere.names.items()), tuple(elsewhere.why.items()))
    return _outcomes.get(key, lambda: _outcome(coverage, changes, elsewhere))


def _outcome(coverage: Coverage, changes: Sequence[Change], elsewhere: Elsewhere) -> Outcome:
    made = apply(coverage, changes, elsewhere)
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
