"""On which screen does everyone read how a public offer came about? Roles, never names."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from dekkend.adoption.queries.public import record_of
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class Record(Screen):
    """The steps of the newest public version of a year: what, when, by which role; the advice and the answer of the board."""

    access = Access.PUBLIC
    template_name = "adoption/record.html"

    def get(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        record = record_of(brin6, school_year, today=request.today)  # type: ignore[attr-defined]
        if record is None:
            raise Http404
        return self.render({"record": record, "site": record.version.site, "year": school_year})
