"""Which schools closed, since when, which will, and which are still open? The one place that says so to all other rooms.

A school is closed when its region took that over from the published lists, from the day on that stands in them; until then it is open.
Its profiles, versions and history stay and can be found; it is not asked for anything, not offered as a choice, and offers nothing.
Turning the import back opens it again, with all that it had.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, DateField, F, Q, QuerySet, When
from django.utils import timezone

from dekkend.organisations.models import Site
from dekkend.register.models import Closure


def reached(path: str = "") -> Q:
    """That the day of a closure came, in the Netherlands; `path` leads to the closure."""
    return Q(**{f"{path}closed_on__lte": timezone.localdate()})


def closed_sites() -> QuerySet[Closure]:
    """The keys of the sites that closed, to use within another query: `exclude(site_id__in=closed_sites())`."""
    return Closure.anywhere.filter(reached()).order_by().values("site_id")  # type: ignore[return-value]  # a subquery


def still_open(sites: QuerySet[Site]) -> QuerySet[Site]:
    """Of these sites those that did not close."""
    return sites.exclude(pk__in=closed_sites())


def with_closures(sites: QuerySet[Site]) -> QuerySet[Site]:
    """These sites, each with the day on which it closed as `closed_on`, and on which it will as `closes_on`; else None. No query more."""
    day, closed = F("closure__closed_on"), reached("closure__")
    return sites.annotate(
        closed_on=Case(When(closed, then=day)), closes_on=Case(When(closed, then=None), default=day, output_field=DateField())
    )


def closed_since(site_id: int) -> date | None:
    """Since when this site is closed; None while it is open."""
    return Closure.anywhere.filter(reached(), site_id=site_id).values_list("closed_on", flat=True).first()


def closing_of(site_id: int) -> tuple[date | None, date | None]:
    """Since when this site is closed, and on which day it will be; at most one of them. One query."""
    day = Closure.anywhere.filter(site_id=site_id).values_list("closed_on", flat=True).first()
    return (None, day) if day is not None and day > timezone.localdate() else (day, None)


def closures_of(site_ids: Iterable[int]) -> dict[int, date]:
    """By key, of those of these sites that closed, since when. One query."""
    return dict(Closure.anywhere.filter(reached(), site_id__in=list(site_ids)).values_list("site_id", "closed_on"))


def every_closure() -> tuple[tuple[int, date], ...]:
    """All of them by key: for whoever keeps something made of schools, and has to know when one closes or opens again."""
    return tuple(Closure.anywhere.filter(reached()).order_by("site_id").values_list("site_id", "closed_on"))
