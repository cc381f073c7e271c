"""On which screen does a region see the best plan: how sure it is, what it changes, which schools, and why those?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from dekkend.coverage.queries.shown import EvidenceRow, evidence_of
from dekkend.coverage.rules.map_drawing import Shade
from dekkend.coverage.words import Coverage
from dekkend.planning.actions.plans import REFUSED
from dekkend.planning.actions.scenarios import LONGEST_NAME
from dekkend.planning.forms.scenarios import KeepForm
from dekkend.planning.queries.plans import is_stuck, still_holds
from dekkend.planning.queries.working_out import coverage_for
from dekkend.planning.rules.drawing import PlanMap, plan_geojson, plan_map, shades
from dekkend.planning.rules.plan_names import name_of
from dekkend.planning.rules.plan_rows import ChoiceRow, PlaceRow, choice_rows, place_rows
from dekkend.planning.rules.telling import headline, next_in_words, percents, proof, several, unit
from dekkend.planning.rules.told import OtherFormat, from_data
from dekkend.planning.views.plans import PlanScreen, advice_of
from dekkend.planning.words.advice import Advice, KindStand
from dekkend.register.words import Geography
from dekkend.ui.rows import RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated

LISTS = ("keuzes", "plekken")


class PlanPage(PlanScreen):
    """Before there is an answer: how far it is, asked by htmx or by the browser itself. Then the answer."""

    template_name = "planning/plan.html"

    def get(self, request: HttpRequest, plan_id: int) -> HttpResponseBase:
        self.plan = self.plan_at(plan_id)
        if self.plan.removed_at:
            return self.render({"plan": self.plan, "words": self.words_of(self.plan)}, template="planning/removed.html")
        if self.plan.finished_at is None:
            return self.waiting()
        if request.htmx:  # type: ignore[attr-defined]
            return HttpResponse(headers={"HX-Refresh": "true"})  # the whole page is another one now
        if self.advice is None:
            return self.render(self.about() | {"why": self.why()}, template="planning/no_answer.html")
        table = self.choices() if self.listed == "keuzes" else self.places()
        return table.csv() if table.wants_csv else self.render(self.told() | {"table": table})

    def waiting(self) -> HttpResponseBase:
        context = self.about() | {"stuck": is_stuck(self.plan, now=timezone.now())}
        part = "planning/progress.html" if self.request.htmx else "planning/waiting.html"  # type: ignore[attr-defined]
        return self.render(context, template=part)

    def about(self) -> dict[str, Any]:
        return {"plan": self.plan, "words": self.words_of(self.plan), "region": self.plan.partnership}

    def why(self) -> str:
        """What stood in the way, when that can be said."""
        answer = self.plan.answer or {}
        if self.plan.fault == REFUSED:
            return translated(str(answer.get("why", "")))
        return _("Dit plan is met een andere versie van Dekkend gemaakt. Vraag het opnieuw.") if answer else ""

    @cached_property
    def advice(self) -> Advice | None:
        try:
            return from_data(self.plan.answer) if self.plan.answer else None
        except OtherFormat:
            return None

    @cached_property
    def coverage(self) -> Coverage:
        """As it stands today: what places and schools are called, and what schools say now."""
        return coverage_for(self.plan.partnership, self.known.asked, today=self.today)

    @property
    def known(self) -> Advice:
        if self.advice is None:
            raise Http404
        return self.advice

    @property
    def listed(self) -> str:
        asked = self.request.GET.get("lijst", "")
        return asked if asked in LISTS else LISTS[0]

    @cached_property
    def kind(self) -> KindStand:
        """The kind on the map: the one that was asked, or the one that gains most."""
        asked = self.request.GET.get("soort", "")
        most = max(self.known.kinds, key=lambda kind: kind.after.figure.covered - kind.before.figure.covered)
        return next((kind for kind in self.known.kinds if kind.code == asked), most)

    def told(self) -> dict[str, Any]:
        """Everything on the page but the list."""
        advice = self.known
        sure, how = proof(advice)
        more: dict[str, Any] = {"advice": advice, "headline": translated(headline(advice)), "sure": translated(sure)}
        more |= {"how": translated(how), "unit": translated(unit(advice)), "next": translated(next_in_words(advice))}
        more |= {"holds": still_holds(self.plan, today=self.today), "map": self.map(), "kind": self.kind, "listed": self.listed}
        more |= {"map_tiles": settings.MAP_TILES, "map_attribution": settings.MAP_ATTRIBUTION}
        name = name_of(advice.asked, {kind.code: translated(kind.label) for kind in advice.kinds})
        more |= {"limits": self.limits_of(self.plan), "keep": KeepForm(initial={"name": name[:LONGEST_NAME]})}
        return (
            self.about()
            | more
            | {"lists": [("keuzes", _("Scholen")), ("plekken", _("Plekken"))], "coverage": self.coverage, "evidence": self.said}
        )

    @property
    def ground(self) -> Geography:
        coverage = self.coverage
        return Geography(coverage.region, coverage.sites[: coverage.ground.inside], coverage.areas, borders=coverage.borders)

    def map(self) -> PlanMap:
        kind = self.kind
        title = _("{kind}: wat het plan dekt, per postcodegebied").format(kind=translated(kind.label))
        says = _("Van {before} naar {after} van de kinderen. De lijst van plekken geeft dezelfde gegevens.").format(
            before=percents(kind.before.figure.low), after=percents(kind.after.figure.low)
        )
        return plan_map(self.known, kind, self.ground, title=title, says=says)

    @cached_property
    def said(self) -> dict[tuple[str, str], EvidenceRow]:
        """What every school of the plan says now, by school and kind. One query for each kind of the plan."""
        codes = dict.fromkeys(choice.code for choice in self.known.choices)
        return {(row.brin6, code): row for code in codes for row in evidence_of(self.coverage, code, frozenset())}

    def choices(self) -> RowTable:
        hulp = (Column("hulp", _("Hulp"), lambda row: translated(row.kind), ("kind", "number")),) if len(self.known.kinds) > 1 else ()
        money = (Column("geld", _("Per schooljaar"), lambda row: row.money),) if self.known.asked.needs_money else ()
        return RowTable(
            caption=_("De scholen van het plan"),
            rows=choice_rows(self.known),
            columns=(
                Column("nummer", _("Nummer"), lambda row: str(row.number), ("number",)),
                Column("school", _("School"), lambda row: row.school, ("school", "number")),
                *hulp,
                Column("zegt", _("Wat de school nu zegt"), self.quote),
                Column("erbij", _("Kinderen erbij"), lambda row: str(row.adds), ("adds",)),
                *money,
                Column("waarom", _("Waarom"), lambda row: " ".join(translated(line) for line in row.reasons)),
            ),
            only_in_file=(
                Column(
                    "samen",
                    _("Samen erbij (keer een kind)") if several(self.known.asked) else _("Samen erbij"),
                    lambda row: str(row.together),
                ),
                Column("alleen", _("Hangen alleen hieraan"), lambda row: str(row.choice.alone)),
                Column("bestuur", _("Bestuur"), lambda row: row.choice.board),
                Column("plekken", _("Plekken"), lambda row: " ".join(row.choice.places)),
                Column("code", _("Code"), lambda row: row.choice.code),
                Column("vestigingscode", _("Vestigingscode"), lambda row: row.brin6),
            ),
            row_template="planning/choice_row.html",
            asked=self.request.GET.dict(),
            file_name=f"plan-{self.plan.pk}-scholen",
        )

    def quote(self, row: ChoiceRow) -> str:
        said = self.said.get((row.brin6, row.choice.code))
        if said is None:
            return ""
        ticked = _("De school kruiste dit antwoord aan.") if said.ticked else translated(said.reason)
        return f"{translated(said.sign.label)}. {said.row or said.quote or ticked}"

    def places(self) -> RowTable:
        return RowTable(
            caption=_("Plekken"),
            rows=place_rows(self.known, self.coverage),
            columns=(
                Column("plek", _("Plek"), lambda row: f"{row.postcode} {row.place}".strip(), ("postcode", "kind")),
                Column("hulp", _("Hulp"), lambda row: translated(row.kind), ("kind", "postcode")),
                Column("kinderen", _("Kinderen"), children, ("children",)),
                Column("stand", _("Met dit plan"), lambda row: translated(row.label), ("order", "postcode")),
                Column("door", _("Door nummer"), lambda row: row.numbers, ("numbers",)),
            ),
            row_template="planning/place_row.html",
            asked=self.request.GET.dict(),
            searched=("postcode", "place", "kind"),
            kept={"lijst": "plekken"},
            file_name=f"plan-{self.plan.pk}-plekken",
        )


class PlanMapData(PlanPage):
    """The map of one kind as GeoJSON, for the script that moves it."""

    def get(self, request: HttpRequest, plan_id: int) -> HttpResponseBase:
        self.plan = self.plan_at(plan_id)
        advice_of(self.plan)
        links = {area.postcode: reverse("coverage:place", args=[area.postcode]) for area in self.coverage.areas}
        told = shades(self.known, self.kind, self.coverage.areas)
        shaded = {place: Shade(shade.ink, shade.maybe, translated(shade.says)) for place, shade in told.items()}
        response = JsonResponse(plan_geojson(self.known, self.kind, self.ground, links, shaded), content_type="application/geo+json")
        patch_cache_control(response, no_cache=True, private=True)
        return response


def children(row: PlaceRow) -> str:
    return _("minder dan 5, of niet bekend") if row.children is None else str(row.children)
