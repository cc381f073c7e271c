"""On which screen does one see which school lacks what a norm asks, for several norms at once?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.queries import NormCheck, NormRow
from dekkend.coverage.queries.looking import norms_seen
from dekkend.coverage.rules.norm_check import together
from dekkend.coverage.views.base import CoverageScreen
from dekkend.offers.words import Sign
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


class Norms(CoverageScreen):
    """Every chosen norm with how many schools meet it, and school by school what is lacking in one of them."""

    template_name = "coverage/norms.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        checks = self.checks
        if not checks:
            return self.render(self.shown({"checks": (), "table": None, "summaries": ()}))
        chosen = next((each for each in checks if each.norm.name == request.GET.get("norm", "")), checks[0])
        check = together(chosen, [each for each in checks if each is not chosen])
        table = self.table(check)
        if table.wants_csv:
            return table.csv()
        items = [counts_of("item", item, check.counts(at)) for at, item in enumerate(check.norm.items)]
        summaries = [counts_of("norm", each.norm, each.meeting()) for each in checks]
        return self.render(self.shown({"checks": checks, "check": check, "table": table, "items": items, "summaries": summaries}))

    @cached_property
    def checks(self) -> tuple[NormCheck, ...]:
        return norms_seen(self.region, self.question, today=self.today)

    def table(self, check: NormCheck) -> RowTable:
        items, others = check.norm.items, [each for each in self.checks if each.norm.name != check.norm.name]
        conditions: dict[str, Any] = {sign.value: meets(sign) for sign in (Sign.NO, Sign.UNKNOWN, Sign.YES)}
        options = ((Sign.NO.value, _("Mist iets")), (Sign.UNKNOWN.value, _("Iets niet bekend")), (Sign.YES.value, _("Heeft alles")))
        return RowTable(
            caption=_("Scholen naast de norm"),
            rows=check.rows,
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site.name", "site.brin6")),
                Column("mist", _("Mist"), lambda row: str(row.lacking), ("lacking", "site.name")),
                Column("onbekend", _("Niet bekend"), lambda row: str(row.unknown), ("unknown", "site.name")),
                Column("wat", _("Wat er mist"), lambda row: lacking_of(row, check)),
                *(elsewhere_at(at, each.norm.title) for at, each in enumerate(others)),
            ),
            only_in_file=(
                *(Column(f"punt-{at}", item.label, sign_at(at)) for at, item in enumerate(items)),
                Column("bestuur", _("Bestuur"), lambda row: row.site.board),
                Column("vestigingscode", _("Vestigingscode"), lambda row: row.site.brin6),
            ),
            row_template="coverage/norm_row.html",
            asked=self.request.GET.dict(),
            searched=("site.name", "site.board"),
            filters=(RowFilter("welke", _("Welke scholen"), options, conditions, _("Alle scholen")),),
            kept=self.kept | {"norm": check.norm.name},
            file_name=f"norm-{check.norm.name}-{check.norm.version}",
        )


def lacking_of(row: NormRow, check: NormCheck) -> str:
    """The labels of what is not there, and of what is not known."""
    return "; ".join(
        translated(item.label) for item, sign in zip(check.norm.items, row.signs, strict=True) if sign in (Sign.NO, Sign.PAUSED)
    )


def elsewhere_at(at: int, title: str) -> Column:
    """How many items of another norm are lacking at the same school."""

    def text(row: NormRow) -> str:
        each = row.elsewhere[at]
        if not each.unknown:
            return str(each.lacking)
        return _("{lacking}, {unknown} niet bekend").format(lacking=each.lacking, unknown=each.unknown)

    return Column(f"norm-{at}", _("Mist bij {norm}").format(norm=translated(title)), text)


def counts_of(name: str, thing: Any, counts: dict[Sign, int]) -> dict[str, Any]:
    return {name: thing} | {sign.value: number for sign, number in counts.items()}


def sign_at(at: int) -> Any:
    return lambda row: translated(row.signs[at].label)


def meets(sign: Sign) -> Any:
    return lambda row: row.meets is sign
