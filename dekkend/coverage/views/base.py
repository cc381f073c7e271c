"""Which region, year, municipality, board, kind and distance does someone look at? The same question in every address about coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from dekkend.coverage.permissions import may_see, may_set
from dekkend.coverage.queries import coverage_of, settings_of
from dekkend.coverage.queries.looking import in_address, settings_asked
from dekkend.coverage.queries.reach import boards_of, region_seen
from dekkend.coverage.rules.earlier import earlier_rows, told_earlier
from dekkend.coverage.rules.kinds import items_of
from dekkend.coverage.rules.part import boards, municipalities, part_of, rows_of_boards
from dekkend.coverage.rules.telling import number
from dekkend.coverage.words import RADII, Coverage, Question, Settings
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.organisations.models import Partnership
from dekkend.organisations.views.of_region import RegionScreen
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.words.catalogue import SupportItem

YEARS = 3  # this school year and those before it


@dataclass(frozen=True, slots=True)
class Choice:
    """One select above the board; `options` are (value, label, chosen)."""

    name: str
    heading: str
    everything: str
    options: tuple[tuple[str, str, bool], ...]


class CoverageScreen(RegionScreen):
    """A screen about how the region of this person is covered. What the address asks and means nothing is passed over."""

    access = may_see

    def find_region(self, scope: Scope) -> Partnership | None:
        return region_seen(scope)

    @property
    def today(self) -> Any:
        return self.request.today  # type: ignore[attr-defined]

    @cached_property
    def own_boards(self) -> frozenset[int]:
        """The boards that this person works for; none for who works for the region and sees all of it."""
        return boards_of(self.request.scope)  # type: ignore[attr-defined]

    @cached_property
    def settings(self) -> Settings:
        """How the region counts, with what the address changes about it."""
        return settings_asked(self.region, self.asked)

    @cached_property
    def whole(self) -> Coverage:
        """The region before a municipality was chosen."""
        return coverage_of(self.region, self.settings, today=self.today, school_year=self.asked.school_year or None)

    @cached_property
    def coverage(self) -> Coverage:
        return part_of(self.whole, self.municipality, self.own_boards)

    @cached_property
    def asked(self) -> Question:
        """What the address asks and exists. Municipality and board are known once there is coverage: see `question`."""
        given = self.request.GET
        radius = next((km for km in RADII if f"{km:g}" == given.get("straal", "")), None)
        return Question(
            school_year=given.get("jaar", "") if given.get("jaar", "") in self.years else "",
            code=given.get("soort", "") if load_catalogue().item(given.get("soort", "")) else "",
            radius=radius,
            own_boards=tuple(sorted(self.own_boards)),
        )

    @cached_property
    def question(self) -> Question:
        """Everything that the address asks."""
        return replace(self.asked, municipality=self.municipality, board=self.board)

    @cached_property
    def municipality(self) -> str:
        place = self.request.GET.get("gemeente", "")
        return place if place in municipalities(self.whole) else ""

    @cached_property
    def board(self) -> int | None:
        asked = self.request.GET.get("bestuur", "")
        return next((key for key, _name in self.boards if str(key) == asked), None)

    @cached_property
    def boards(self) -> list[tuple[int, str]]:
        """The boards that this person may look at apart."""
        return [(key, name) for key, name in boards(self.whole) if not self.own_boards or key in self.own_boards]

    @property
    def board_ids(self) -> frozenset[int]:
        """The boards whose schools are listed; none is all."""
        return self.question.boards

    @cached_property
    def years(self) -> list[str]:
        """School years that can be chosen. That of today counts only profiles of that year; without choosing stands what there is now."""
        year, found = SchoolYear.of(self.today), []
        for _step in range(YEARS):
            found.append(str(year))
            year = year.previous
        return [each for each in found if parse_school_year(each)]

    @cached_property
    def kept(self) -> dict[str, str]:
        """What the address asks and means something, to stand in every address that leads on."""
        return in_address(self.question)

    @property
    def query(self) -> str:
        """ "?straal=1", or nothing."""
        return f"?{urlencode(self.kept)}" if self.kept else ""

    def choices(self) -> list[Choice]:
        """The selects above the board."""
        this, kinds = str(SchoolYear.of(self.today)), self.items_to_choose
        years = ((each, _("{year}, alleen profielen van dat jaar").format(year=each) if each == this else each) for each in self.years)
        radii = ((f"{km:g}", _("Binnen {km} km").format(km=number(km))) for km in RADII)
        given = self.kept
        named: list[tuple[str, str, str, Any]] = [
            ("jaar", _("Schooljaar"), _("Nu, %(year)s") % {"year": this}, years),
            ("gemeente", _("Gemeente"), _("Alle gemeenten"), ((name, name) for name in municipalities(self.whole))),
            ("bestuur", _("Bestuur"), _("Alle besturen"), ((str(key), name) for key, name in self.boards)),
            ("soort", _("Soort hulp"), _("Alle soorten"), ((each.code, each.label) for each in kinds)),
            ("straal", _("Thuisnabij is"), _("Zoals ingesteld"), radii),
        ]
        return [choice(name, label, everything, options, given.get(name, "")) for name, label, everything, options in named]

    @property
    def items_to_choose(self) -> list[SupportItem]:
        """The kinds that the region counts, and the one that is looked at."""
        catalogue = load_catalogue()
        counted = {item.code for item in items_of(settings_of(self.region), catalogue)} | {self.asked.code}
        return [item for item in catalogue.items if item.code in counted]

    def shown(self, more: Mapping[str, Any]) -> dict[str, Any]:
        """What every screen about coverage draws with."""
        about = {"region": self.region, "coverage": self.coverage, "kept": self.kept, "query": self.query, "earlier": self.earlier()}
        return about | {"municipality": self.municipality, "may_set": self.may_set} | dict(more)

    def earlier(self) -> dict[str, Any] | None:
        """That profiles of an earlier school year count, with how many of them are in the list behind it; None when none does."""
        told = told_earlier(self.coverage)
        if not told:
            return None
        listed = set(earlier_rows(self.coverage)) & set(rows_of_boards(self.coverage, self.board_ids))
        address = f"{reverse('coverage:board')}?{urlencode(self.kept | {'profiel': 'eerder'})}#matrix"
        return {"told": told, "listed": len(listed), "address": address}

    @cached_property
    def may_set(self) -> bool:
        return may_set.test(self.request.scope, None)  # type: ignore[attr-defined]


def choice(name: str, label: str, everything: str, options: Any, chosen: str) -> Choice:
    return Choice(name, label, everything, tuple((value, text, value == chosen) for value, text in options))
