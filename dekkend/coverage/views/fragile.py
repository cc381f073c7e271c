"""On which screen does one see how many children depend on one school, and which schools depend on one person?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.rules.fragility import children_on_one_site
from dekkend.coverage.rules.listed import AloneRow, alone_rows, person_rows
from dekkend.coverage.views.base import CoverageScreen
from dekkend.ui.rows import RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated

LISTS = ("school", "persoon")


class Fragile(CoverageScreen):
    """What falls away when one school stops, or one person leaves."""

    template_name = "coverage/fragile.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        on_site, on_person = alone_rows(self.coverage), self.own(person_rows(self.coverage))
        listed = request.GET.get("lijst", "") if request.GET.get("lijst", "") in LISTS else LISTS[0]
        table = self.table(self.own(on_site) if listed == LISTS[0] else on_person, listed)
        if table.wants_csv:
            return table.csv()
        more = {"children": children_on_one_site(self.coverage), "total": int(self.coverage.ground.children.sum()), "table": table}
        more |= {"schools": len({row.brin6 for row in on_site}), "persons": len(on_person), "listed": listed}
        return self.render(self.shown(more))

    def own(self, rows: tuple[AloneRow, ...]) -> tuple[AloneRow, ...]:
        """Of a board its own schools, and of who chose a board those of that board."""
        if not self.board_ids:
            return rows
        mine = {site.brin6 for site in self.coverage.sites if site.board_id in self.board_ids}
        return tuple(row for row in rows if row.brin6 in mine)

    def table(self, rows: tuple[AloneRow, ...], listed: str) -> RowTable:
        person = Column("wie", _("Wie het doet"), lambda row: row.role or _("één persoon"), ("role", "school"))
        surely = Column("zeker", _("Ook als 'niet bekend' een ja is"), lambda row: str(row.surely), ("surely",))
        return RowTable(
            caption=_("Kwetsbaar aanbod"),
            rows=rows,
            columns=(
                Column("school", _("School"), lambda row: row.school, ("school", "kind")),
                Column("hulp", _("Hulp"), lambda row: translated(row.kind), ("kind", "school")),
                Column("kinderen", _("Kinderen die geen andere school dichtbij hebben"), lambda row: str(row.children), ("children",)),
                surely if listed == LISTS[0] else person,
            ),
            only_in_file=(
                Column("bestuur", _("Bestuur"), lambda row: row.board),
                Column("code", _("Code"), lambda row: row.code),
                Column("vestigingscode", _("Vestigingscode"), lambda row: row.brin6),
                Column("schooljaar", _("Schooljaar van het profiel"), lambda row: self.coverage.years.get(row.brin6, "")),
            ),
            row_template="coverage/alone_row.html",
            asked=self.request.GET.dict(),
            searched=("school", "kind", "board"),
            kept=self.kept | {"lijst": listed},
            file_name=f"kwetsbaar-{listed}",
        )
