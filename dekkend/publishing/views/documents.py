"""Where does everyone download what a school adopted, as a document?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.publishing.gateways.documents import DOCUMENTS, combined_guide
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.publishing.queries.bundles import address_of
from dekkend.publishing.queries.editions import Together, edition_of, pictures_of, together, version_to_print
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Paper, Picture
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
        asked, edition = DOCUMENTS[document], edition_here(version, today=today)
        name = f"{asked.name}-{edition.site}-{edition.school_year}.{suffix}"
        shown = {"edition": edition, "document": document, "suffix": suffix}
        return as_file(request, shown, name, lambda: asked.compose(load_template(version.template), edition))


class GuideOfMany(Screen):
    """The section for the school guide of all locations of one school, or of all schools of one board, in one document."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest, code: str, school_year: str, suffix: str) -> HttpResponseBase:
        today = request.today  # type: ignore[attr-defined]
        found = together(code, school_year, today=today)
        if found is None or suffix not in FORMATS:
            raise Http404
        editions = [(version.template, edition_here(version, today=today)) for version in found.versions]
        shown = {"name": found.name, "editions": editions, "suffix": suffix}
        return as_file(request, shown, f"schoolgids-{code}-{school_year}.{suffix}", lambda: self.paper(found, editions))

    def paper(self, found: Together, editions: list[tuple[str, Edition]]) -> Paper:
        return combined_guide(found.name, [(load_template(template), edition) for template, edition in editions])


def edition_here(version: ProfileVersion, *, today: date) -> Edition:
    """The version with its address on this site, whoever asks and by whatever name: the same version gives the same bytes."""
    return edition_of(version, address_of(version), today=today)


def as_file(request: HttpRequest, shown: Mapping[str, Any], name: str, compose: Callable[[], Paper]) -> HttpResponseBase:
    """The document with everything in `shown`, for who does not have it yet; its ending says what kind of file it becomes."""
    etag = f'"{digest_of(shown)}"'
    return get_conditional_response(request, etag=etag) or written(compose(), name, etag)


def written(paper: Paper, name: str, etag: str) -> HttpResponse:
    shape = FORMATS[name.rsplit(".", 1)[-1]]
    pictures = pictures_of([part.file for part in paper.parts if isinstance(part, Picture)])
    headers = {"ETag": etag, "Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"}
    response = HttpResponse(shape.write(paper, pictures), content_type=shape.media_type, headers=headers)
    patch_cache_control(response, no_cache=True)
    return response
