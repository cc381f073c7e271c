"""What is there of one site per school year: what is public, what was frozen, what is being written, and by whom?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dekkend.organisations.models import Site
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries.drafts import others_here
from dekkend.profiles.queries.now import stands_with
from dekkend.profiles.rules.parts import states
from dekkend.profiles.words.section_form import PartState


@dataclass(frozen=True, slots=True)
class YearOfSite:
    """One school year of a site. `states` say how far the draft is; `earlier` is the newest year before it that can be taken over."""

    year: str
    public: ProfileVersion | None
    frozen: ProfileVersion | None
    draft: ProfileDraft | None
    states: tuple[PartState, ...] = ()
    names: tuple[str, ...] = ()
    earlier: str = ""
    waits: str = ""  # how far the frozen version is, when it is not public

    @property
    def done(self) -> int:
        return sum(state.done for state in self.states)

    @property
    def to_confirm(self) -> int:
        return sum(state.open for state in self.states)

    @property
    def next(self) -> PartState | None:
        """Where there is something left to do."""
        return next((state for state in self.states if not state.done), None)


def years_of(site: Site, *, me: Any, today: date, asked: Iterable[str], now: datetime) -> list[YearOfSite]:
    """The years with something in them and those asked for, the newest first. For a site that was found within reach."""
    versions = list(ProfileVersion.anywhere.filter(site=site).defer("values", "evidence").order_by("-number"))
    drafts = {draft.school_year: draft for draft in ProfileDraft.anywhere.filter(site=site, closed_at__isnull=True)}
    years = sorted({*asked, *drafts, *(version.school_year for version in versions)}, reverse=True)
    return [_year(year, versions, drafts.get(year), me, today, now) for year in years]


def newest_of_year(site: Site, school_year: str) -> ProfileVersion | None:
    return ProfileVersion.anywhere.filter(site=site, school_year=school_year).select_related("site").order_by("-number").first()


def draft_exists(site: Site, school_year: str) -> bool:
    return ProfileDraft.anywhere.filter(site=site, school_year=school_year, closed_at__isnull=True).exists()


def _year(year: str, versions: list[ProfileVersion], draft: ProfileDraft | None, me: Any, today: date, now: datetime) -> YearOfSite:
    here = [version for version in versions if version.school_year == year]
    public = next((version for version in here if version.published_on and version.published_on <= today), None)
    earlier = max((version.school_year for version in versions if version.school_year < year), default="")
    if draft is None:
        waits = stands_with(here[0]) if here and not here[0].published_on else ""
        return YearOfSite(year, public, here[0] if here else None, None, earlier=earlier, waits=waits)
    found = states(load_template(draft.template), draft.values, draft.standing)
    names = tuple(dict.fromkeys(other.name for other in others_here(draft, me, now)))
    return YearOfSite(year, public, here[0] if here else None, draft, found, names, earlier)
