"""On which page does a school copy its section for the school guide?"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from dekkend.adoption.queries.cases import regime_of
from dekkend.adoption.words.procedure import Regime
from dekkend.organisations.permissions import reaches_site
from dekkend.profiles.gateways.templates import load_template
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.gateways.html import as_fragment
from dekkend.publishing.queries.editions import others_of_board, others_of_school, version_to_print
from dekkend.publishing.views.documents import edition_here
from dekkend.publishing.words.paper import Heading
from dekkend.register.queries.closures import closed_since
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class GuideText(Screen):
    """The section as it is pasted: readable, to copy with one button, and as HTML for who puts it on a website."""

    access = Access.PUBLIC
    template_name = "publishing/guide.html"

    def get(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        today = request.today  # type: ignore[attr-defined]
        version = version_to_print(brin6, school_year, None, today=today)
        if version is None:
            raise Http404
        edition = edition_here(version, today=today)
        paper = DOCUMENTS["schoolgids"].compose(load_template(version.template), edition)
        asked = regime_of(version.school_year) is Regime.GUIDE and reaches_site.test(request.scope, version.site)  # type: ignore[attr-defined]
        text = as_fragment((Heading(f"{paper.title}, {version.school_year}"), *paper.parts), top=2)
        return self.render(
            {
                "site": version.site,
                "version": version,
                "text": mark_safe(text),  # noqa: S308  (every word in it was escaped where it was written)
                "code": text,
                "unheard": asked and not edition.voices,
                "closed_on": closed_since(version.site_id),
                "brin4": brin6[:4],
                "locations": others_of_school(version, today=today),
                "schools": others_of_board(version, today=today),
            }
        )
