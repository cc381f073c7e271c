"""What did a region lay down: how it counts, which views it keeps, what support costs, which norms it has?"""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from dekkend.coverage.models import CostRate, CoverageSettings, OwnNorm, SavedView
from dekkend.coverage.rules.kinds import from_data
from dekkend.coverage.rules.norm_file import norm_of
from dekkend.coverage.rules.norm_versions import when_it_counts
from dekkend.coverage.rules.settings_merge import mark_of
from dekkend.coverage.words import Per, Rate, Settings
from dekkend.offers.gateways import load_norms
from dekkend.offers.queries import choices_of
from dekkend.offers.rules.norms import in_force
from dekkend.offers.words import Norm
from dekkend.organisations.models import Partnership

STANDARD = "standaard"  # in an address: as usual, before a region chose anything
MOST_DIGITS = 18  # of a key in an address; a database takes no longer number


def settings_of(partnership: Partnership) -> Settings:
    """How this region counts; as usual until it chose."""
    row = CoverageSettings.anywhere.filter(partnership=partnership, ended_at=None).first()
    return from_data(row.values) if row else Settings()


def detour_in(region: str) -> float:
    """How many times the straight line the way is for the region with this code; as usual until it chose. One query."""
    row = CoverageSettings.anywhere.filter(partnership__code=region, ended_at=None).first()
    return from_data(row.values).detour if row else Settings().detour


def settings_history(partnership: Partnership) -> QuerySet[CoverageSettings]:
    """Every way of counting that was chosen, the newest first."""
    return CoverageSettings.anywhere.filter(partnership=partnership).select_related("by", "before").order_by("-pk")


def before_choice(row: CoverageSettings) -> Settings:
    """How it was counted until this choice."""
    return from_data(row.before.values) if isinstance(row.before, CoverageSettings) else Settings()


def chosen_since(partnership: Partnership, mark: str) -> tuple[Settings | None, list[CoverageSettings]]:
    """The settings with this mark, and what was chosen after them, the newest first. None when this region never counted so."""
    rows = list(settings_history(partnership))
    for at, row in enumerate(rows):
        if mark_of(from_data(row.values)) == mark:
            return from_data(row.values), rows[:at]
    return (Settings(), rows) if mark == mark_of(Settings()) else (None, [])


def way_of_counting(partnership: Partnership, key: str) -> Settings | None:
    """How this region counted after the choice with this key, "standaard" for before the first. None when there is no such choice."""
    if key == STANDARD:
        return Settings()
    row = settings_history(partnership).filter(pk=key_in(key)).first()
    return from_data(row.values) if row else None


def key_in(text: str) -> int:
    """The key of a choice as it comes back from a screen; 0, which no choice has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0


def views_of(partnership: Partnership) -> QuerySet[SavedView]:
    return SavedView.anywhere.filter(partnership=partnership, ended_at=None).select_related("by").order_by("name")


def rates_of(partnership: Partnership, school_year: str) -> tuple[Rate, ...]:
    """The amounts that the region filled in for this school year, by code."""
    rows = CostRate.anywhere.filter(partnership=partnership, school_year=school_year, ended_at=None, euros__isnull=False)
    return tuple(Rate(row.code, Per(row.per), row.euros) for row in rows.order_by("code") if row.euros is not None)


def rate_keys(partnership: Partnership, school_year: str) -> dict[str, int]:
    """Which row holds the amount of each kind in this school year: what undoing it must name."""
    return dict(CostRate.anywhere.filter(partnership=partnership, school_year=school_year, ended_at=None).values_list("code", "pk"))


def own_norms(partnership: Partnership) -> QuerySet[OwnNorm]:
    """By name and first day; of the same day in the order in which they were added. One that is brought back keeps its moment."""
    return OwnNorm.anywhere.filter(partnership=partnership, ended_at=None).order_by("name", "valid_from", "at", "pk")


def norms_for(partnership: Partnership) -> tuple[Norm, ...]:
    """Every version of every norm that this region can choose: those that come with Dekkend and its own."""
    return load_norms() + tuple(as_norm(row) for row in own_norms(partnership))


def as_norm(row: OwnNorm) -> Norm:
    return norm_of(row.name, row.version, row.title, row.source, row.valid_from, row.items)


def own_versions(partnership: Partnership, today: date) -> list[tuple[OwnNorm, str]]:
    """The region's own norms, each with since when it counts or why it does not."""
    rows = list(own_norms(partnership))
    norms = [as_norm(row) for row in rows]
    return [(row, when_it_counts(norm, norms, today)) for row, norm in zip(rows, norms, strict=True)]


def norm_names(partnership: Partnership) -> set[str]:
    return {norm.name for norm in norms_for(partnership)}


def norm_titles(partnership: Partnership) -> dict[str, str]:
    """How each norm is called by its short name, also one that was withdrawn; as its last version is called."""
    own = OwnNorm.anywhere.filter(partnership=partnership).order_by("at", "pk").values_list("name", "title")
    return {norm.name: norm.title for norm in load_norms()} | dict(own)


def chosen_norms(partnership: Partnership, settings: Settings, *, today: date) -> tuple[Norm, ...]:
    """Of each norm that the region checks the version that counts on this day: those of its settings, and the one of its offers."""
    all_, names = norms_for(partnership), [*settings.norms]
    if (of_offers := choices_of(partnership).norm) and of_offers not in names:
        names.append(of_offers)
    found = (in_force(all_, name, today) for name in names)
    return tuple(norm for norm in found if norm is not None)
