"""Where does a region take its figures away as a workbook?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.coverage.gateways.workbook import as_xlsx
from dekkend.coverage.queries.looking import norms_seen
from dekkend.coverage.rules.all_sheets import all_sheets
from dekkend.coverage.rules.part import rows_of_boards
from dekkend.coverage.views.base import CoverageScreen

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Workbook(CoverageScreen):
    """All figures of what is looked at, one sheet for each list, with how they were counted. Who took it is written down."""

    def get(self, request: HttpRequest) -> HttpResponse:
        checks = norms_seen(self.region, self.question, today=self.today)
        sheets = all_sheets(self.coverage, rows_of_boards(self.coverage, self.board_ids), checks)
        content = as_xlsx(sheets, on=self.coverage.day, author=self.coverage.name)
        count = sum(len(sheet.rows) for sheet in sheets)
        note_list_taken(request.user, _("Dekking"), partnership_ids=[self.region.pk], count=count, now=timezone.now())
        name = f"dekking-{self.region.code}-{self.coverage.day.isoformat()}.xlsx"
        return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})
