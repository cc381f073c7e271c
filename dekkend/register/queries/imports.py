"""Which imports were there, what did each find, and what became of a site over the years?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, Max, OuterRef, Q, QuerySet, Subquery, Value, When

from dekkend.organisations.models import Partnership, Place, Site
from dekkend.organisations.words import Level, Scope
from dekkend.register.models import PupilCount, RegisterChange, RegisterImport, RegisterSite
from dekkend.register.queries.geography import regions_by_postcode
from dekkend.register.queries.known import other_regions
from dekkend.register.words.changes import IN_ORDER, ChangeKind, Target, Verdict

HEAVY = ("drawing_before", "drawing_after")


def imports_within(scope: Scope) -> QuerySet[RegisterImport]:
    return RegisterImport.objects.within(scope).select_related("partnership", "asked_by")


def changes_of(imported: RegisterImport) -> QuerySet[RegisterChange]:
    """Everything an import found, without the outlines: what a person must look at first, then kind by kind in the order of IN_ORDER."""
    rank = Case(*(When(kind=kind.value, then=Value(at)) for at, kind in enumerate(IN_ORDER)), default=Value(len(IN_ORDER)))
    return RegisterChange.objects.filter(imported=imported).defer(*HEAVY).order_by("-held", rank, "pk")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many differences of each kind an import found about one thing, in the order in which they are shown."""

    target: Target
    kinds: tuple[tuple[ChangeKind, int], ...]


def tally(imported: RegisterImport) -> list[Tally]:
    """Per target that has any; one query."""
    rows = RegisterChange.objects.filter(imported=imported).order_by().values_list("target", "kind").annotate(Count("pk"))
    counted = {(target, kind): many for target, kind, many in rows}
    per_target = [
        Tally(target, tuple((kind, counted[target.value, kind.value]) for kind in IN_ORDER if (target.value, kind.value) in counted))
        for target in Target
    ]
    return [each for each in per_target if each.kinds]


def decidable(imported: RegisterImport) -> QuerySet[RegisterChange]:
    """What this region may decide about: not what belongs to another region in this installation, nor what people must arrange."""
    found = RegisterChange.objects.filter(imported=imported).exclude(target=Target.SCHOOL.value, kind=ChangeKind.REGION.value)
    if imported.partnership is None:
        return found
    theirs = Q(region__in=other_regions(imported.partnership)) & ~Q(target=Target.SCHOOL.value)
    return found.exclude(theirs)


def history_of(brin6: str) -> list[RegisterChange]:
    """What was taken over about one site of the register, from old to new; without counts of pupils."""
    found = RegisterChange.objects.filter(target=Target.SITE.value, key=brin6, verdict=Verdict.ACCEPTED.value)
    return list(found.exclude(kind=ChangeKind.PUPILS.value).defer(*HEAVY).order_by("noticed_on", "pk"))


def counts_of(site: RegisterSite) -> list[PupilCount]:
    return list(PupilCount.objects.filter(site=site).order_by("-counted_on"))


def listed_sites(codes: Iterable[str]) -> QuerySet[RegisterSite]:
    """The sites that the register has for these regions, closed ones too: with the last count and whether they take part."""
    counts = PupilCount.objects.filter(site=OuterRef("pk")).order_by("-counted_on")
    schools = Site.anywhere.filter(brin6=OuterRef("brin6"))
    return RegisterSite.objects.filter(region__in=list(codes)).annotate(
        pupils=Subquery(counts.values("low")[:1]), pupils_at_most=Subquery(counts.values("high")[:1]), takes_part=Exists(schools)
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How full the register of one region is. `listed_on` is the day of the newest list that was taken over, None when there is none."""

    partnership: Partnership
    sites: int
    without_point: int
    areas: int
    listed_on: date | None


def standing_of(scope: Scope) -> list[Standing]:
    """Per region within reach; three queries, however many schools there are."""
    partnerships = list(Partnership.objects.filter(pk__in=scope.ids(Level.PARTNERSHIP)).order_by("name"))
    open_ = RegisterSite.objects.filter(region__in=[each.code for each in partnerships], closed_on__isnull=True).order_by()
    told: dict[str, dict[str, Any]] = {
        row["region"]: dict(row)
        for row in open_.values("region").annotate(
            many=Count("pk"), lost=Count("pk", filter=Q(x__isnull=True)), listed=Max("last_seen", filter=~Q(source=""))
        )
    }
    places = set(Place.objects.values_list("postcode", flat=True))
    areas = Counter(region for postcode, region in regions_by_postcode().items() if postcode in places)
    nothing: dict[str, Any] = {"many": 0, "lost": 0, "listed": None}
    return [
        Standing(each, row["many"], row["lost"], areas[each.code], row["listed"])
        for each in partnerships
        for row in [told.get(each.code, nothing)]
    ]


def summary(imported: RegisterImport) -> dict[str, Any]:
    """How many differences wait, were taken over or left, and belong to others. Two queries."""
    mine = decidable(imported)
    waits = Q(verdict=Verdict.OPEN.value)
    counts = mine.order_by().aggregate(
        open=Count("pk", filter=waits & Q(held=False)),
        held=Count("pk", filter=waits & Q(held=True)),
        accepted=Count("pk", filter=Q(verdict=Verdict.ACCEPTED.value)),
        declined=Count("pk", filter=Q(verdict=Verdict.DECLINED.value)),
        mine=Count("pk"),
    )
    waiting = counts["open"] + counts["held"]
    return counts | {"waiting": waiting, "others": RegisterChange.objects.filter(imported=imported).count() - counts["mine"]}
