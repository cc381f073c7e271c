"""Which schools of a region were there on an earlier day, as far as the published lists tell?

A school that a list lacked and a later list has, opened in between: it counts from that later list on. One that stood in the oldest list
of its region and kind may be of any age: it counts on every day. One that closed counts until that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.organisations.models import Partnership, Site
from dekkend.register.models import RegisterSite
from dekkend.register.queries.closures import closed_sites, with_closures
from dekkend.register.queries.geography import on_map, pupils_on_last_count
from dekkend.register.words import Geography, SiteOnMap


@dataclass(frozen=True, slots=True)
class Stood:
    """A school with the day of the first list that has it, None where no older one lacks it, and the day on which it closed or will."""

    site: SiteOnMap
    opened: date | None
    closed: date | None

    def on(self, day: date) -> bool:
        return (self.opened is None or self.opened <= day) and (self.closed is None or self.closed > day)


@dataclass(frozen=True, slots=True)
class Standing:
    """Every school that a region has or had. `since` is the day of its oldest list, None without one: before it nothing is known."""

    schools: tuple[Stood, ...]
    since: date | None

    def on(self, day: date) -> tuple[SiteOnMap, ...]:
        """Those that were there on this day, by brin6."""
        return tuple(school.site for school in self.schools if school.on(day))


def schools_then(partnership: Partnership, geography: Geography) -> Standing:
    """`geography` is that of this region; the answer stays right as long as its fingerprint does. Five queries."""
    rows = {row.brin6: row for row in RegisterSite.objects.filter(region=geography.region)}
    oldest: dict[str, date] = {}
    for row in rows.values():
        if row.first_seen:
            oldest[row.kind] = min(row.first_seen, oldest.get(row.kind, row.first_seen))
    found = [*((site, site.closes_on) for site in geography.sites), *_closed(partnership.pk, rows)]
    schools = (Stood(site, _opened(rows.get(site.brin6), oldest), closed) for site, closed in found)
    return Standing(tuple(sorted(schools, key=lambda each: each.site.brin6)), min(oldest.values(), default=None))


def _opened(row: RegisterSite | None, oldest: dict[str, date]) -> date | None:
    if row is None or row.first_seen is None or row.first_seen <= oldest[row.kind]:
        return None
    return row.first_seen


def _closed(partnership_id: int, rows: dict[str, RegisterSite]) -> list[tuple[SiteOnMap, date | None]]:
    """Schools of the region that took part until they closed, and those of its lists that never took part."""
    pupils = pupils_on_last_count()
    mine = Site.anywhere.filter(partnership_id=partnership_id, pk__in=closed_sites())
    own = list(with_closures(mine.select_related("board", "partnership")))
    known = {row.brin6: row for row in RegisterSite.objects.filter(brin6__in=[site.brin6 for site in own])}
    found = [(on_map(site.brin6, known.get(site.brin6), site, pupils), site.closed_on) for site in own]  # type: ignore[attr-defined]
    taking_part = set(Site.anywhere.filter(brin6__in=rows).values_list("brin6", flat=True))
    others = [row for row in rows.values() if row.closed_on and row.brin6 not in taking_part]
    return [*found, *((on_map(row.brin6, row, None, pupils), row.closed_on) for row in others)]
