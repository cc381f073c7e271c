"""Where does a region take a comparison of scenarios away, as a workbook or as a document for the ondersteuningsplan?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.coverage.gateways.workbook import as_xlsx
from dekkend.coverage.views.files import XLSX
from dekkend.planning.rules.scenario_paper import Beside, paper, pictures
from dekkend.planning.rules.scenario_sheets import sheets
from dekkend.planning.views.scenario_compare import ChosenScreen
from dekkend.publishing.gateways.formats import FORMATS


class ComparedFile(ChosenScreen):
    """Today and the chosen scenarios in a file; who took it is written down."""

    name_of_today = "Nu"  # a file is in Dutch, whatever the language of the screen

    def get(self, request: HttpRequest, keys: str, suffix: str) -> HttpResponse:
        beside = [Beside(side, self.outcome(each), each.note) for each, side in zip(self.chosen, self.sides(self.chosen), strict=True)]
        if suffix == "xlsx":
            content = as_xlsx(sheets(self.side_of_today, beside), on=self.coverage.day, author=self.coverage.name)
            return self.sent(content, XLSX, suffix)
        asked = FORMATS[suffix]
        code = self.kind([each.side for each in beside])
        address = settings.SITE_ADDRESS + reverse("planning:compare", args=[keys])
        content = asked.write(paper(self.side_of_today, beside, code, address=address), pictures(self.side_of_today, beside, code))
        return self.sent(content, asked.media_type, suffix)

    def sent(self, content: bytes, media_type: str, suffix: str) -> HttpResponse:
        now, count = timezone.now(), len(self.chosen)
        note_list_taken(self.request.user, _("Scenario's"), partnership_ids=[self.region.pk], count=count, now=now)
        file_name = f"scenarios-{self.region.code}-{self.coverage.day.isoformat()}.{suffix}"
        return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{file_name}"'})
