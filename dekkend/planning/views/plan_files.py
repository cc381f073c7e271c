"""Where does a region take a plan away: as a workbook, as a document for the ondersteuningsplan, or as data?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.coverage.gateways.workbook import as_xlsx
from dekkend.coverage.queries.shown import evidence_of
from dekkend.coverage.views.files import XLSX
from dekkend.coverage.words import Coverage
from dekkend.planning.models import Plan
from dekkend.planning.queries.working_out import coverage_for
from dekkend.planning.rules.plan_paper import paper, pictures
from dekkend.planning.rules.plan_sheets import sheets
from dekkend.planning.rules.told import as_data
from dekkend.planning.views.plans import PlanScreen, advice_of
from dekkend.planning.words.advice import Advice
from dekkend.publishing.gateways.formats import FORMATS


class PlanFile(PlanScreen):
    """A file of one plan; who took it is written down. A plan without an answer has none."""

    def get(self, request: HttpRequest, plan_id: int, suffix: str) -> HttpResponse:
        plan = self.plan_at(plan_id)
        advice = advice_of(plan)
        coverage = coverage_for(plan.partnership, advice.asked, today=self.today)
        response = self.written(plan, advice, coverage, suffix)
        name = f"plan-{plan.partnership.code}-{plan.pk}.{suffix}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        count, now = len(advice.choices), timezone.now()
        note_list_taken(request.user, _("Plan"), partnership_ids=[plan.partnership_id], count=count, now=now)
        return response

    def written(self, plan: Plan, advice: Advice, coverage: Coverage, suffix: str) -> HttpResponse:
        if suffix == "json":
            return JsonResponse(as_data(advice) | {"says_now": self.says_now(advice, coverage)}, json_dumps_params={"ensure_ascii": False})
        if suffix == "xlsx":
            return HttpResponse(as_xlsx(sheets(advice, coverage), on=advice.day, author=advice.name), content_type=XLSX)
        asked, address = FORMATS[suffix], settings.SITE_ADDRESS + reverse("planning:plan", args=[plan.pk])
        return HttpResponse(
            asked.write(paper(advice, coverage, address=address), pictures(advice, coverage)), content_type=asked.media_type
        )

    def says_now(self, advice: Advice, coverage: Coverage) -> list[dict[str, str | bool]]:
        """What every school of the plan says today of what it would get, in its own words."""
        chosen = {(choice.brin6, choice.code) for choice in advice.choices}
        codes = dict.fromkeys(choice.code for choice in advice.choices)
        told = [(code, row) for code in codes for row in evidence_of(coverage, code, frozenset()) if (row.brin6, code) in chosen]
        return [
            {"brin6": row.brin6, "code": code, "sign": row.sign.value, "quote": row.quote, "ticked": row.ticked, "page": row.address}
            for code, row in told
        ]
