"""Which page tells people what open data there is, and leads to it?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from dekkend.publishing.queries.open_data import regions
from dekkend.publishing.words.open_data import LICENCES, VERSION
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class OpenData(Screen):
    """What there is, under which licence, how it is asked for, and the file of each region."""

    access = Access.PUBLIC
    template_name = "publishing/open_data.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        found = regions(today=request.today)  # type: ignore[attr-defined]
        return self.render(
            {
                "licence": LICENCES[settings.OPEN_DATA_LICENCE],
                "contact": settings.OPEN_DATA_CONTACT,
                "most": settings.OPEN_DATA_PER_MINUTE,
                "version": VERSION,
                "start": settings.SITE_ADDRESS + reverse("api:begin"),
                "regions": [self.row(region) for region in found],
            }
        )

    def row(self, region: Any) -> dict[str, Any]:
        schools = f"{reverse('api:scholen')}?samenwerkingsverband={region.code}"
        file = f"{reverse('api:regionaal-aanbod', args=[region.code])}?formaat=csv"
        return {"name": region.name, "code": region.code, "many": region.published, "schools": schools, "file": file}
