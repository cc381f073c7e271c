"""Where does everyone download what a school adopted, as a document?"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control

from dekkend.profiles.gateways.templates import load_template
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.publishing.queries.editions import edition_of, pictures_of, version_to_print
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Picture
from dekkend.ui.access import Access
from dekkend.ui.kept import digest_of
from dekkend.ui.screens import Screen


class Download(Screen):
    """One document of the newest public version of a year, or of the version that is cited, in the format that is asked for.

    What a person sees outside the school, also for who works there: the file may travel.
    """

    access = Access.PUBLIC

    def get(self, request: HttpRequest, brin6: str, school_year: str, document: str, suffix: str, number: str = "") -> HttpResponseBase:
        today = request.today  # type: ignore[attr-defined]
        version = version_to_print(brin6, school_year, int(number) if number else None, today=today)
        if version is None or document not in DOCUMENTS or suffix not in FORMATS:
            raise Http404
        address = request.build_absolute_uri(reverse("profiles:version", args=[brin6, school_year, version.number]))
        edition = edition_of(version, address, today=today)
        etag = f'"{digest_of({"edition": edition, "document": document, "suffix": suffix})}"'
        return get_conditional_response(request, etag=etag) or self.file(edition, version.template, document, suffix, etag)

    def file(self, edition: Edition, template: str, document: str, suffix: str, etag: str) -> HttpResponse:
        asked, shape = DOCUMENTS[document], FORMATS[suffix]
        paper = asked.compose(load_template(template), edition)
        pictures = pictures_of([part.file for part in paper.parts if isinstance(part, Picture)])
        name = f"{asked.name}-{edition.site}-{edition.school_year}.{suffix}"
        headers = {"ETag": etag, "Content-Disposition": f'attachment; filename="{name}"'}
        response = HttpResponse(shape.write(paper, pictures), content_type=shape.media_type, headers=headers)
        patch_cache_control(response, no_cache=True)
        return response
