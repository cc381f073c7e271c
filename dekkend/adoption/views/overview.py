"""On which screen does a board, a council or a region see which school waits for whom?"""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.adoption.permissions import may_name_stand_ins, may_see, may_set_terms
from dekkend.adoption.queries.campaign import taking_part
from dekkend.adoption.queries.overview import stands_of, with_state
from dekkend.adoption.rules.procedure import forward
from dekkend.adoption.words.procedure import ABOUT, State
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.profiles.permissions import may_look_after_form
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

NOT_BEGUN = "leeg"


class Overview(Screen):
    """All schools within reach for one school year: how far, whose turn, by when."""

    access = may_see
    template_name = "adoption/overview.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            return table.csv()
        rows = list(table.page)
        joined = taking_part(rows)
        stands = stands_of(rows, self.year, today=request.today)  # type: ignore[attr-defined]
        for row in rows:
            row.how, row.joined = stands[row.pk], row.pk in joined
        scope = request.scope  # type: ignore[attr-defined]
        may = {"may_name": may_name_stand_ins.test(scope, None), "may_set": may_set_terms.test(scope, None)}
        may["may_look_after"] = may_look_after_form.test(scope, None)
        return self.render(may | {"table": table, "year": self.year, "years": self.years(), "school_year": self.year})

    @property
    def year(self) -> str:
        """The school year that was asked for, else the one of today."""
        asked = parse_school_year(self.request.GET.get("jaar", ""))
        return str(asked or SchoolYear.of(self.request.today))  # type: ignore[attr-defined]

    def years(self) -> list[str]:
        this = SchoolYear.of(self.request.today)  # type: ignore[attr-defined]
        return [str(this.previous.previous), str(this.previous), str(this), str(this.next)]

    def table(self) -> Table:
        return Table(
            caption=_("Hoe ver elke school is"),
            rows=with_state(self.request.scope, self.year),  # type: ignore[attr-defined]
            columns=(
                Column("school", _("School"), lambda row: row.name, ("name",)),
                Column("bestuur", _("Bestuur"), lambda row: row.board.name, ("board__name",)),
                Column("stand", _("Stand"), lambda row: state_of(row.stand), ("stand",)),
                Column("nu", _("Wie is aan zet"), lambda row: "" if row.closed_on else whose_turn(row.stand)),
            ),
            only_in_file=(Column("gesloten", _("Gesloten per"), lambda row: row.closed_on.isoformat() if row.closed_on else ""),),
            row_template="adoption/overview_row.html",
            asked=self.request.GET.dict(),
            searched=("name", "place", "board__name"),
            filters=(by_state(),),
            kept={"jaar": self.year} if self.request.GET.get("jaar") else {},
            file_name="vaststellen",
        )


def by_state() -> Filter:
    options = ((NOT_BEGUN, _("Nog niet begonnen")), *State.choices())
    conditions = {state.value: Q(stand=state.value) for state in State} | {NOT_BEGUN: Q(stand__isnull=True)}
    return Filter("hoever", _("Stand"), options, conditions, everything=_("Alles"))


def state_of(stand: str | None) -> str:
    return translated(State(stand).label) if stand else ""


def whose_turn(stand: str | None) -> str:
    """For the file: the roles that the step after this state belongs to."""
    onward = forward(State(stand) if stand else State.DRAFT)
    return _(" of ").join(translated(role.label) for role in ABOUT[onward[0]].roles) if onward else ""
