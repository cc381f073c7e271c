"""How is a region covered on a day, or in a school year? Read once for each change in offers, register or settings, and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dekkend.coverage.gateways.kept import Kept
from dekkend.coverage.gateways.nearness import count, ground_of
from dekkend.coverage.rules.earlier import told_then, told_years, with_lines, years_of
from dekkend.coverage.rules.kinds import kinds_of
from dekkend.coverage.rules.marks import Said, by_site_and_code, marks_of
from dekkend.coverage.rules.part import public
from dekkend.coverage.rules.places import finest
from dekkend.coverage.rules.schools import ARTICLES
from dekkend.coverage.rules.telling import method
from dekkend.coverage.words import Coverage, Ground, Settings
from dekkend.kernel.school_years import parse_school_year
from dekkend.law.queries import on
from dekkend.offers.queries import offers_at, offers_in, offers_of_year, state_of
from dekkend.offers.words import SiteOffer
from dekkend.organisations.models import Partnership
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.queries import geography_of
from dekkend.register.queries.then import Standing, schools_then
from dekkend.register.words import Geography

_coverages, _grounds, _heard, _then = Kept(24), Kept(8), Kept(8), Kept(8)


@dataclass(frozen=True)
class Basis:
    """On what figures of a region stand today. `state` is another one with every change in the offers that may count."""

    partnership: Partnership
    geography: Geography
    settings: Settings
    today: date
    state: tuple[int, int, int]

    @property
    def key(self) -> tuple[Hashable, ...]:
        return (self.partnership.pk, self.geography.fingerprint, self.state, self.today)


def coverage_of(partnership: Partnership, settings: Settings, *, today: date, school_year: str | None = None) -> Coverage:
    """Everything about one region; `school_year` for what the profiles of that year say, else how it stands on `today`.

    Four small queries when nothing changed since the last time in this process; no query for each school ever.
    """
    return cover(basis_of(partnership, settings, today), school_year or "")


def basis_of(partnership: Partnership, settings: Settings, today: date) -> Basis:
    """Four queries."""
    geography = geography_of(partnership)
    around = {site.region for site in geography.around} if settings.around else set()
    return Basis(partnership, geography, settings, today, state_of({geography.region, *around}, today=today))


def cover(basis: Basis, school_year: str) -> Coverage:
    """No query when nothing changed."""
    if school_year:  # of schools elsewhere only what they say now is read
        basis = replace(basis, settings=replace(basis.settings, around=False))
    key = (*basis.key, school_year, basis.settings)
    return _coverages.get(key, lambda: _cover(basis, school_year, key))


def ground_then(basis: Basis, school_year: str) -> tuple[Geography, tuple[str, ...]]:
    """The ground with the schools that count in this school year, "" for now, and how that is said."""
    year = parse_school_year(school_year)
    if year is None:
        return basis.geography, ()
    then, day = standing_of(basis), min(year.last_day, basis.today)
    told = told_then(day.isoformat(), then.since.isoformat() if then.since and then.since > day else "")
    fingerprint = f"{basis.geography.fingerprint} {day}"
    return replace(basis.geography, sites=then.on(day), fingerprint=fingerprint), told


def standing_of(basis: Basis) -> Standing:
    """Every school that the region has or had, with when."""
    return _then.get(basis.geography.fingerprint, lambda: schools_then(basis.partnership, basis.geography))


def _cover(basis: Basis, school_year: str, key: Hashable) -> Coverage:
    settings, (geography, then) = basis.settings, ground_then(basis, school_year)
    ground = ground_of_region(geography, settings)
    kinds = kinds_of(settings, load_catalogue(), coarse=any(len(area.postcode) == 4 for area in ground.areas))
    said, years = heard_in(basis, school_year)
    marks = marks_of(ground.sites, kinds, said)
    found = Coverage(
        region=basis.partnership.code,
        name=basis.partnership.name,
        day=basis.today,
        school_year=school_year,
        settings=settings,
        kinds=kinds,
        ground=ground,
        marks=marks,
        counts=count(ground, kinds, marks.signs, settings.detour),
        answered=frozenset(row for row, site in enumerate(ground.sites) if site.site_id in said),
        lines=method(settings, kinds, ground, basis.today.isoformat(), school_year, _articles(basis.today)),
        years={site.brin6: years[site.site_id] for site in ground.sites if site.site_id is not None and site.site_id in years},
        sources=basis.geography.sources,
        borders=basis.geography.borders,
        key=hashlib.blake2b(repr(key).encode(), digest_size=16).hexdigest(),
    )
    return with_lines(found, (*then, *told_years(found)))


def _articles(today: date) -> list[str]:
    law = on(today)
    return [law.article(code) for code in ARTICLES]


def ground_of_region(geography: Geography, settings: Settings) -> Ground:
    key = f"{geography.region} {geography.fingerprint} {settings.around} {settings.schools}"
    return _grounds.get(key, lambda: _ground(geography, settings, key))


def _ground(geography: Geography, settings: Settings, key: str) -> Ground:
    around = geography.around if settings.around else ()
    return ground_of(geography.sites, around, finest(geography.areas), schools=settings.schools, key=key)


def said_in(basis: Basis, school_year: str) -> Said:
    """The offers of every site that may count, by site and code; of a school year only those of the region itself."""
    return heard_in(basis, school_year)[0]


def heard_in(basis: Basis, school_year: str) -> tuple[Said, Mapping[int, str]]:
    """The same, with the school year of the profile by site."""
    around = basis.settings.around and not school_year
    return _heard.get((*basis.key, school_year, around), lambda: _listen(basis, around, school_year))


def _listen(basis: Basis, around: bool, school_year: str) -> tuple[Said, Mapping[int, str]]:
    offers = _offers(basis, around, school_year)
    return by_site_and_code(offers), years_of(offers)


def _offers(basis: Basis, around: bool, school_year: str) -> tuple[SiteOffer, ...]:
    if school_year:
        return offers_of_year(basis.partnership, school_year, today=basis.today)
    own = offers_in(basis.partnership, today=basis.today)
    others = [site.site_id for site in basis.geography.around if site.site_id is not None] if around else []
    return own + tuple(map(public, offers_at(others, today=basis.today))) if others else own
