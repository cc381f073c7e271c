"""Which schools closed, since when, and which are still open? The one place that says so to all other rooms.

A school is closed when its region took that over from the published lists. Its profiles, versions and history stay and can be found; it is
not asked for anything, not offered as a choice, and offers nothing. Turning the import back opens it again, with all that it had.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet

from dekkend.organisations.models import Site
from dekkend.register.models import Closure


def closed_sites() -> QuerySet[Closure]:
    """The keys of the sites that closed, to use within another query: `exclude(site_id__in=closed_sites())`."""
    return Closure.anywhere.order_by().values("site_id")  # type: ignore[return-value]  # a subquery


def still_open(sites: QuerySet[Site]) -> QuerySet[Site]:
    """Of these sites those that did not close."""
    return sites.exclude(pk__in=closed_sites())


def with_closures(sites: QuerySet[Site]) -> QuerySet[Site]:
    """These sites, each with the day on which it closed as `closed_on`; None while it is open. Costs no query of its own."""
    return sites.annotate(closed_on=F("closure__closed_on"))


def closed_since(site_id: int) -> date | None:
    """Since when this site is closed; None while it is open."""
    return Closure.anywhere.filter(site_id=site_id).values_list("closed_on", flat=True).first()


def closures_of(site_ids: Iterable[int]) -> dict[int, date]:
    """By key, of those of these sites that closed, since when. One query."""
    return dict(Closure.anywhere.filter(site_id__in=list(site_ids)).values_list("site_id", "closed_on"))


def every_closure() -> tuple[tuple[int, date], ...]:
    """All of them by key: for whoever keeps something made of schools, and has to know when one closes or opens again."""
    return tuple(Closure.anywhere.order_by("site_id").values_list("site_id", "closed_on"))
