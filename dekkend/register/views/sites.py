"""On which screens does someone see what the register says of the schools of a region, and what became of one of them?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.words import Level
from dekkend.register.models import RegisterSite
from dekkend.register.permissions import may_look
from dekkend.register.queries.imports import counts_of, history_of, listed_sites
from dekkend.register.rules.children import FEWEST
from dekkend.register.rules.telling import history_line
from dekkend.register.words.records import RegisterKind
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

COLUMNS = (
    Column("naam", gettext_noop("School"), lambda row: row.name, ("name",)),
    Column("soort", gettext_noop("Soort"), lambda row: translated(RegisterKind(row.kind).label), ("kind",)),
    Column("plaats", gettext_noop("Plaats"), lambda row: row.place, ("place", "name")),
    Column("leerlingen", gettext_noop("Leerlingen"), lambda row: pupils(row), ("pupils",)),
    Column("stand", gettext_noop("Stand"), lambda row: standing(row), ("closed_on",)),
)
ONLY_IN_FILE = (
    Column("code", gettext_noop("Vestigingscode"), lambda row: row.brin6),
    Column("adres", gettext_noop("Adres"), lambda row: f"{row.street} {row.house_number}"),
    Column("postcode", gettext_noop("Postcode"), lambda row: row.postcode),
    Column("gemeente", gettext_noop("Gemeente"), lambda row: row.municipality),
    Column("denominatie", gettext_noop("Denominatie"), lambda row: row.denomination),
    Column("bestuur", gettext_noop("Bestuur"), lambda row: row.board_name or row.board_number),
    Column("website", gettext_noop("Website"), lambda row: row.website),
    Column("x", "x (RD)", lambda row: "" if row.x is None else str(row.x)),
    Column("y", "y (RD)", lambda row: "" if row.y is None else str(row.y)),
    Column("midden", gettext_noop("Ligging is het midden van postcode"), lambda row: row.point_from),
)


def pupils(row: Any) -> str:
    """The last count; a masked one as its bounds, and of fewer than 5 no more than that."""
    if row.pupils is None:
        return _("niet bekend")
    if row.pupils and row.pupils_at_most < FEWEST:
        return _("minder dan 5")
    return str(row.pupils) if row.pupils == row.pupils_at_most else f"{row.pupils}–{row.pupils_at_most}"


def standing(row: Any) -> str:
    if row.closed_on:
        return _("niet meer in de lijst")
    return _("doet mee") if row.takes_part else _("doet nog niet mee")


class OfRegions(Screen):
    """A screen about the sites of the regions within reach."""

    access = may_look

    @cached_property
    def codes(self) -> list[str]:
        reach = self.request.scope.ids(Level.PARTNERSHIP)  # type: ignore[attr-defined]
        return list(Partnership.objects.filter(pk__in=reach).values_list("code", flat=True))


class Sites(OfRegions):
    """The sites of the region by the register, also those that closed."""

    template_name = "register/sites.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        kinds = {kind.value: Q(kind=kind.value) for kind in RegisterKind}
        stands = {"dicht": Q(closed_on__isnull=False), "mee": Q(takes_part=True), "niet": Q(takes_part=False, closed_on__isnull=True)}
        labels = (("mee", _("Doet mee")), ("niet", _("Doet nog niet mee")), ("dicht", _("Niet meer in de lijst")))
        table = Table(
            caption=_("Scholen volgens het register"),
            rows=listed_sites(self.codes),
            columns=COLUMNS,
            row_template="register/site_row.html",
            asked=request.GET.dict(),
            searched=("name", "place", "brin6", "postcode"),
            filters=(
                Filter("soort", _("Soort"), tuple(RegisterKind.choices()), kinds),
                Filter("stand", _("Stand"), labels, stands),
            ),
            only_in_file=ONLY_IN_FILE,
            file_name="register-scholen",
        )
        return table.csv() if table.wants_csv else self.render({"table": table})


class OneSite(OfRegions):
    """What the register says of one site, how many pupils it had, and its history."""

    template_name = "register/site.html"

    def get(self, request: HttpRequest, register_code: str) -> HttpResponseBase:
        row: RegisterSite | None = listed_sites(self.codes).filter(brin6=register_code).first()
        if row is None:
            raise Http404
        history = [
            (translated(history_line(each.kind, each.before, each.after, each.noticed_on.isoformat() if each.noticed_on else "")), each)
            for each in history_of(row.brin6)
        ]
        own = Site.objects.within(request.scope).filter(brin6=row.brin6).select_related("board").first()  # type: ignore[attr-defined]
        context = {"row": row, "site": own, "kind": translated(RegisterKind(row.kind).label), "counts": counts_of(row), "history": history}
        return self.render(context)
