"""Which picture does a message show beside a link to the page of a school?"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _

from dekkend.profiles.queries import public_version
from dekkend.publishing.gateways.typst import drawn
from dekkend.publishing.rules.preview import card
from dekkend.ui.access import Access
from dekkend.ui.kept import digest_of
from dekkend.ui.screens import Screen

DOTS_PER_INCH = 191  # of a drawing 16 cm wide: 1200 points, what messages ask for


class Preview(Screen):
    """Name, place and school year, drawn in our own colours and font."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest, brin6: str) -> HttpResponseBase:
        version = public_version(brin6, today=request.today)  # type: ignore[attr-defined]
        if version is None:
            raise Http404
        words = {
            "name": version.site.name,
            "place": version.site.place,
            "line": _("Welke hulp krijgt een kind hier? Schooljaar {year}").format(year=version.school_year),
        }
        etag = f'"{digest_of(words)}"'
        return get_conditional_response(request, etag=etag) or picture(words, etag)


def picture(words: dict[str, str], etag: str) -> HttpResponse:
    content = drawn(card(**words).encode(), dots_per_inch=DOTS_PER_INCH)
    response = HttpResponse(content, content_type="image/png", headers={"ETag": etag})
    patch_cache_control(response, no_cache=True)
    return response
