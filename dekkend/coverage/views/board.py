"""On which screen does a region see at once whether its network covers, where it does not, and who is late?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dekkend.adoption.queries.rounds import round_of
from dekkend.coverage.queries import views_of
from dekkend.coverage.queries.comparing import boards_of_region
from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.fragility import children_on_one_site
from dekkend.coverage.rules.listed import KindRow, MatrixRow, alone_rows, is_wide, kind_rows, matrix_rows, percent, spot_rows
from dekkend.coverage.rules.part import rows_of_boards
from dekkend.coverage.rules.schools import apart_in_words
from dekkend.coverage.views.mapping import MapScreen
from dekkend.ui.charts import Share, number, share
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated

SHOWN = 6  # white spots of each kind on the board; the rest is in its list


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure at the top: it opens its list; `bounds` is the little chart under it, None where there is nothing to draw."""

    number: str
    words: str
    note: str
    address: str
    bounds: Share | None


class Board(MapScreen):
    """Everything from one count: figures with their bounds, late schools, white spots, map, and a table of schools and kinds."""

    template_name = "coverage/board.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.matrix()
        if table.wants_csv:
            return table.csv()
        spots = spot_rows(self.coverage)
        sure = [spot for spot in spots if spot.sure]
        maybe = [spot for spot in spots if not spot.sure]
        bare = {spot.code for spot in spots}
        without = [row for row in self.kinds if row.code not in bare]
        more = {
            "choices": self.choices(),
            "headlines": self.headlines(len(sure), len(maybe)),
            "late": self.late_places,
            "views": views_of(self.region),
            "round": round_of(self.region, self.year_of_round),
            "sure": sure[:SHOWN],
            "maybe": maybe[:SHOWN],
            "numbers": {"sure": len(sure), "maybe": len(maybe), "both": len(spots)},
            "without": without,
            "one_kind": bool(self.asked.code),
            "of_board": self.of_board(),
            "map": self.drawing(self.asked.code),
            "table": table,
            "kinds": self.kinds,
            "children": sum(self.coverage.ground.children.tolist()),
            "schools": self.coverage.ground.inside,
            "apart": apart_in_words(self.coverage.ground),
        }
        return self.render(self.shown(more))

    @cached_property
    def kinds(self) -> tuple[KindRow, ...]:
        return kind_rows(self.coverage)

    def headlines(self, sure: int, maybe: int) -> list[Headline]:
        return [self.of_all(), self.of_spots(sure, maybe), self.of_alone(), self.of_late()]

    def of_all(self) -> Headline:
        whole = together(of_region(self.coverage))
        least, most = percent(whole.low), percent(whole.high)
        if is_wide(whole):
            shown = _("{least} tot {most}%").format(least=least, most=most)
            note = _("Het laagste getal telt alle 'niet bekend' als nee, het hoogste als ja.")
        else:
            shown = "–" if least is None else f"{least}%"
            note = _("Hoogstens {most}%, als alle 'niet bekend' een ja blijkt.").format(most=most) if least != most else ""
        label = _("van alle hulp is thuisnabij") if not self.asked.code else _("van de kinderen is gedekt")
        code = self.asked.code
        behind = reverse("coverage:kind", args=[code]) if code else reverse("coverage:kinds")
        return Headline(shown, label, note, behind + self.query, bounds_of(whole.covered, whole.possible, whole.children))

    def of_board(self) -> list[str]:
        """With a board chosen: its share, and which figures are about the whole region; without one nothing."""
        row = next((each for each in boards_of_region(self.coverage) if each.code == str(self.board)), None) if self.board else None
        if row is None:
            return []
        least = percent(together(row.figures).low)
        told = _("De getallen hieronder, de witte vlekken en de kaart gaan over de hele regio, met de scholen van alle besturen.")
        listed = _("De lijst van late scholen en de lijst met elke school gaan alleen over {board}.").format(board=row.name)
        if least is None:
            return [told, listed]
        share_ = _("Dicht bij de scholen van {board} is {least}% van alle hulp bij een school van dit bestuur zelf te vinden.")
        return [share_.format(board=row.name, least=least), told, listed]

    def of_spots(self, sure: int, maybe: int) -> Headline:
        note = (
            ngettext(
                "En {number} mogelijke, waar een school nog geen antwoord gaf.",
                "En {number} mogelijke, waar een school nog geen antwoord gaf.",
                maybe,
            ).format(number=number(maybe))
            if maybe
            else ""
        )
        label = ngettext("witte vlek", "witte vlekken", sure)
        if not self.asked.code:
            label += " " + _("(elke plek met elke soort hulp apart)")
        return Headline(number(sure), label, note, reverse("coverage:spots") + self.query, bounds_of(sure, maybe, sure + maybe))

    def of_alone(self) -> Headline:
        children, total = children_on_one_site(self.coverage), int(self.coverage.ground.children.sum())
        most = next(iter(alone_rows(self.coverage)), None)
        note = ""
        if most:
            note = _("Voor {kind} is {school} de enige school dichtbij van {children} kinderen.").format(
                kind=translated(most.kind), school=most.school, children=number(most.children)
            )
        if self.asked.code:
            label = ngettext("kind hangt aan één school", "kinderen hangen aan één school", children)
        else:
            label = ngettext("kind hangt", "kinderen hangen", children) + " " + _("voor minstens één soort hulp aan één school")
        return Headline(number(children), label, note, reverse("coverage:fragile") + self.query, bounds_of(children, 0, total))

    def of_late(self) -> Headline:
        late, total, absent = len(self.late_places), len(self.places), sum(not place.joined for place in self.places)
        label = ngettext("school is te laat", "scholen zijn te laat", late)
        note = ngettext("{ready} van de {number} school is op tijd.", "{ready} van de {number} scholen zijn op tijd.", total)
        told = note.format(ready=total - late - absent, number=total)
        if absent:
            told += " " + ngettext(
                "Bij {number} school doet nog niemand mee.", "Bij {number} scholen doet nog niemand mee.", absent
            ).format(number=number(absent))
        return Headline(number(late), label, told, "#te-laat", bounds_of(total - late - absent, absent, total))

    def matrix(self) -> RowTable:
        """Every school with its sign for every kind."""
        kinds = self.coverage.kinds
        rows = matrix_rows(self.coverage, rows_of_boards(self.coverage, self.board_ids), self.late)
        return RowTable(
            caption=_("Scholen en soorten hulp, met per soort het aandeel kinderen dat gedekt is"),
            rows=rows,
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site.name", "site.brin6")),
                *(Column(f"soort-{at}", kind.label, sign_at(at)) for at, kind in enumerate(kinds)),
                Column("ja", _("Aantal ja"), lambda row: str(row.number_of_yes), ("number_of_yes",)),
            ),
            only_in_file=(
                Column("bestuur", _("Bestuur"), lambda row: row.site.board),
                Column("vestigingscode", _("Vestigingscode"), lambda row: row.site.brin6),
                Column("schooljaar", _("Schooljaar van het profiel"), lambda row: self.coverage.years.get(row.site.brin6, "")),
            ),
            row_template="coverage/matrix_row.html",
            asked=self.request.GET.dict(),
            searched=("site.name", "site.place"),
            filters=(self.profile_filter(),),
            kept=self.kept,
            file_name="dekking-scholen",
        )

    def profile_filter(self) -> RowFilter:
        conditions: dict[str, Any] = {"ja": lambda row: row.answered, "nee": lambda row: not row.answered, "laat": lambda row: row.late}
        conditions["eerder"] = lambda row: bool(row.year)
        earlier = ("eerder", _("Met een profiel van een eerder jaar"))
        options = (("ja", _("Met openbaar profiel")), earlier, ("nee", _("Zonder openbaar profiel")), ("laat", _("Te laat")))
        return RowFilter("profiel", _("Welke scholen"), options, conditions, _("Alle scholen"))


def sign_at(at: int) -> Any:
    def text(row: MatrixRow) -> str:
        return translated(row.signs[at].label)

    return text


def bounds_of(sure: int, maybe: int, whole: int) -> Share | None:
    return share("", sure=sure, maybe=maybe, whole=whole) if whole else None
