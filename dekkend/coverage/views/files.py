"""Where does a region take its figures away, as a workbook or as a report?"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.coverage.gateways.workbook import as_xlsx
from dekkend.coverage.queries import chosen_norms, norm_check, trend_of
from dekkend.coverage.rules.all_sheets import all_sheets
from dekkend.coverage.rules.part import rows_of_boards
from dekkend.coverage.rules.report import Story, report
from dekkend.coverage.rules.report_maps import pictures
from dekkend.coverage.views.base import CoverageScreen
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.signals.queries.regions import answers_by_code, counts_by_code

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FileScreen(CoverageScreen):
    """A file with figures; who took it is written down."""

    def sent(self, content: bytes, media_type: str, suffix: str, name: str) -> HttpResponse:
        now, count = timezone.now(), len(self.coverage.kinds)
        note_list_taken(self.request.user, name, partnership_ids=[self.region.pk], count=count, now=now)
        file_name = f"dekking-{self.region.code}-{self.coverage.day.isoformat()}.{suffix}"
        headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
        return HttpResponse(content, content_type=media_type, headers=headers)


class Workbook(FileScreen):
    """All figures of what is looked at, one sheet for each list, with how they were counted."""

    def get(self, request: HttpRequest) -> HttpResponse:
        sheets = all_sheets(self.coverage, rows_of_boards(self.coverage, self.board_ids))
        content = as_xlsx(sheets, on=self.coverage.day, author=self.coverage.name)
        return self.sent(content, XLSX, "xlsx", _("Dekking"))


class ReportPage(CoverageScreen):
    """What the report tells, and in which format it can be taken."""

    template_name = "coverage/report.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render(self.shown({}))


class Report(FileScreen):
    """The report for the ondersteuningsplan."""

    def get(self, request: HttpRequest, suffix: str) -> HttpResponse:
        if suffix not in FORMATS:
            raise Http404
        asked = FORMATS[suffix]
        content = asked.write(report(self.story()), pictures(self.coverage))
        return self.sent(content, asked.media_type, suffix, _("Rapport over de dekking"))

    def story(self) -> Story:
        norms = norm_check(self.region, chosen_norms(self.region, self.settings, today=self.today), today=self.today)
        return Story(
            self.coverage,
            trend=() if self.municipality else trend_of(self.region, self.settings, today=self.today),
            norms=norms,
            signals=counts_by_code(self.region),
            answers=answers_by_code(self.region),
            place=self.municipality,
            address=settings.SITE_ADDRESS + reverse("coverage:board") + self.query,
        )
