"""On which screen does a region see what is said about each kind of support?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.organisations.models import Partnership
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.signals.permissions import may_see_region, may_write_for
from dekkend.signals.queries.regions import answered_codes, regions_within, tallies_of, unknown_words
from dekkend.signals.rules.clustering import Tally, as_others_see, by_code
from dekkend.signals.words import NO_KIND, NoReason, SignalCounts
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One kind of support in the list of a region. `answers` is how many boards answered."""

    counts: SignalCounts
    label: str
    domain: str
    answers: int

    @property
    def code(self) -> str:
        return self.counts.code

    @property
    def areas(self) -> str:
        return ", ".join(self.counts.areas)

    @property
    def total(self) -> int:
        """What the list is sorted on; a "no" counts for as much as is shown of it."""
        return self.counts.corrections + self.counts.notes + self.counts.no_answers

    @property
    def reason(self) -> str:
        return NoReason(self.counts.reason).label if self.counts.reason else ""


class OfRegion(Screen):
    """A screen about one region: the own one, or, of several, the one that was chosen (`?regio=`)."""

    access = may_see_region

    @cached_property
    def regions(self) -> list[Partnership]:
        return list(regions_within(self.request.scope))  # type: ignore[attr-defined]

    @cached_property
    def region(self) -> Partnership:
        wanted = self.request.GET.get("regio", "")
        found = [region for region in self.regions if region.code == wanted] if wanted else self.regions
        if not found:
            raise Http404
        return found[0]

    @cached_property
    def works_here(self) -> bool:
        """Whoever works for the region reads where and how often; a board reads what was said, and numbers from five on."""
        return may_write_for(self.request.scope, self.region)  # type: ignore[attr-defined]

    def tallies(self) -> list[Tally]:
        found = tallies_of(self.region)
        return found if self.works_here else as_others_see(found)

    def about_region(self) -> dict[str, Any]:
        return {"region": self.region, "regions": self.regions, "may_write": self.works_here}


class Clusters(OfRegion):
    """Everything that was said in the region, by kind of support: reports, notes of the support point, a "no" on need cards."""

    template_name = "signals/region.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table(self.rows())
        if table.wants_csv:
            return table.csv()
        return self.render(self.about_region() | {"table": table, "words": unknown_words()[:50]})

    def rows(self) -> list[ClusterRow]:
        catalogue, answered = load_catalogue(), answered_codes(self.region)
        domains = {domain.code: domain.label for domain in catalogue.domains}
        rows = []
        for code, counts in by_code(self.tallies()).items():
            item = catalogue.item(code)
            label, domain = (item.label, domains[item.domain]) if item else (NO_KIND, "")
            if counts.any:
                rows.append(ClusterRow(counts, label, domain, answered.get(code, 0)))
        return sorted(rows, key=lambda row: (-row.total, row.label))

    def table(self, rows: list[ClusterRow]) -> RowTable:
        areas = sorted({area for row in rows for area in row.counts.areas})
        domains = sorted({row.domain for row in rows if row.domain})
        return RowTable(
            caption=_("Signalen per soort hulp"),
            rows=rows,
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.label), ("label",)),
                Column("gebied", _("Waar"), lambda row: row.areas),
                Column("meldingen", _("Dit klopt niet"), lambda row: str(row.counts.corrections), ("counts.corrections",)),
                Column("steunpunt", _("Steunpunt"), self.notes_in_words, ("counts.notes" if self.works_here else "counts.notes_told",)),
                Column("nee", _("Nee op een hulpvraag"), lambda row: self.or_more(row.counts.no_answers), ("counts.no_answers",)),
                Column("antwoord", _("Antwoorden"), lambda row: str(row.answers), ("answers",)),
            ),
            row_template="signals/cluster_row.html",
            asked=self.request.GET.dict(),
            searched=("label", "domain", "code"),
            kept={"regio": self.request.GET.get("regio", "")},
            filters=(
                RowFilter(
                    "waar",
                    _("Postcodegebied"),
                    tuple((area, area) for area in areas),
                    {area: self.is_at(area) for area in areas},
                    _("Alle"),
                ),
                RowFilter(
                    "deel", _("Onderdeel"), tuple((name, name) for name in domains), {name: self.is_of(name) for name in domains}, _("Alle")
                ),
            ),
            file_name="signalen",
        )

    def notes_in_words(self, row: ClusterRow) -> str:
        if self.works_here or not row.counts.notes:
            return str(row.counts.notes)
        return self.or_more(row.counts.notes_told) or _("minder dan 5")

    @staticmethod
    def or_more(least: int) -> str:
        return _("%(number)d of meer") % {"number": least} if least else ""

    @staticmethod
    def is_at(area: str) -> Any:
        return lambda row: area in row.counts.areas

    @staticmethod
    def is_of(domain: str) -> Any:
        return lambda row: row.domain == domain
