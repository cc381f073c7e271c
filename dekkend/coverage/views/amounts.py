"""On which screen does one see how much support there is where schools said so, and what it costs?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.permissions import may_see_money, may_set_money
from dekkend.coverage.queries import rates_of
from dekkend.coverage.rules.capacity import costs
from dekkend.coverage.rules.listed import kind_rows
from dekkend.coverage.rules.telling import number
from dekkend.coverage.views.base import CoverageScreen
from dekkend.coverage.words import Costs
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.ui.rows import RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


class Amounts(CoverageScreen):
    """Hours a week and places, each with of how many schools it is known; and money from the table that the region filled in."""

    template_name = "coverage/amounts.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = RowTable(
            caption=_("Hoeveel er is"),
            rows=kind_rows(self.coverage),
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.label), ("label",)),
                Column("scholen", _("Scholen met ja"), lambda row: str(row.yes), ("yes",)),
                Column("uren", _("Uren per week"), lambda row: number(float(row.hours)) if row.hours_known else "–", ("hours",)),
                Column("uren-bekend", _("Bij zoveel scholen bekend"), lambda row: str(row.hours_known), ("hours_known",)),
                Column("plaatsen", _("Plaatsen"), lambda row: str(row.places) if row.places_known else "–", ("places",)),
                Column("plaatsen-bekend", _("Bij zoveel scholen bekend (plaatsen)"), lambda row: str(row.places_known), ("places_known",)),
            ),
            only_in_file=(Column("code", _("Code"), lambda row: row.code),),
            row_template="coverage/amount_row.html",
            asked=request.GET.dict(),
            searched=("label",),
            kept=self.kept,
            file_name="dekking-capaciteit",
        )
        if table.wants_csv:
            return table.csv()
        money = self.money()
        about_money = {"money": money, "total": total_of(money), "money_year": self.year_of_money, "sees_money": self.sees_money}
        return self.render(self.shown({"table": table, "may_pay": self.may_pay} | about_money))

    @property
    def sees_money(self) -> bool:
        return bool(may_see_money.test(self.request.scope, None))  # type: ignore[attr-defined]

    @property
    def may_pay(self) -> bool:
        return bool(may_set_money.test(self.request.scope, None))  # type: ignore[attr-defined]

    def money(self) -> tuple[Costs, ...]:
        if not self.sees_money:
            return ()
        year = self.year_of_money
        return costs(self.coverage, rates_of(self.region, str(year)), year)

    @property
    def year_of_money(self) -> SchoolYear:
        """That of the offers: with those of another year go the amounts and the calendar years of that year."""
        return parse_school_year(self.asked.school_year) or SchoolYear.of(self.today)


def total_of(money: tuple[Costs, ...]):  # type: ignore[no-untyped-def]
    """The amounts of all kinds together: in all, and per calendar year. None without amounts."""
    if not money:
        return None
    return {
        "total": sum(each.total for each in money),
        "first": sum(each.first for each in money),
        "second": sum(each.second for each in money),
        "year": money[0].first_year,
    }
