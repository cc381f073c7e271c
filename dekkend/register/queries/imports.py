"""Which imports were there, what did each find, and what became of a site over the years?"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from dekkend.organisations.words import Scope
from dekkend.register.models import PupilCount, RegisterChange, RegisterImport, RegisterSite
from dekkend.register.queries.known import other_regions
from dekkend.register.words.changes import ChangeKind, Target, Verdict

HEAVY = ("drawing_before", "drawing_after")


def imports_within(scope: Scope) -> QuerySet[RegisterImport]:
    return RegisterImport.objects.within(scope).select_related("partnership", "asked_by")


def changes_of(imported: RegisterImport) -> QuerySet[RegisterChange]:
    """Everything an import found, without the outlines."""
    return RegisterChange.objects.filter(imported=imported).defer(*HEAVY)


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


def sites_of(code: str) -> QuerySet[RegisterSite]:
    """The sites that the register has for one region, closed ones too."""
    return RegisterSite.objects.filter(region=code)


def summary(imported: RegisterImport) -> dict[str, Any]:
    """How many differences wait, were taken over, and belong to others. One query each."""
    mine = decidable(imported)
    return {
        "open": mine.filter(verdict=Verdict.OPEN.value, held=False).count(),
        "held": mine.filter(verdict=Verdict.OPEN.value, held=True).count(),
        "accepted": mine.filter(verdict=Verdict.ACCEPTED.value).count(),
        "others": RegisterChange.objects.filter(imported=imported).count() - mine.count(),
    }
