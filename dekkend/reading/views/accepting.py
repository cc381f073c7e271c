"""Which screens show one document, give its file back, and take it over as a draft?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.files.words import OTHER
from dekkend.profiles.permissions import sites_to_fill
from dekkend.profiles.queries import current_drafts
from dekkend.reading.actions.accepting import accept
from dekkend.reading.actions.checking import NotOpenForReview
from dekkend.reading.actions.reading_files import destroy_quarantined
from dekkend.reading.actions.writing_down import note_download
from dekkend.reading.forms import AcceptForm
from dekkend.reading.queries import site_suggestions
from dekkend.reading.rules.review import question_path
from dekkend.reading.views.checking import DocumentScreen
from dekkend.reading.words.states import State


class OneDocument(DocumentScreen):
    """What became of one document: being read, refused, held apart, or taken over."""

    template_name = "reading/document.html"

    def get(self, request: HttpRequest, document_id: int) -> HttpResponse:
        if self.document.status is State.READ:
            return redirect("reading:review", document_id)
        return self.render({"document": self.document})


class SeenPrivateNumbers(DocumentScreen):
    """The person has seen where the numbers stand: destroy the file."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, document_id: int) -> HttpResponse:
        destroy_quarantined(self.document, by=request.user, now=timezone.now())
        messages.success(
            request, _("{name} is verwijderd. Lever het bestand zonder deze nummers opnieuw in.").format(name=self.document.name)
        )
        return redirect("reading:documents")


class Original(DocumentScreen):
    """The file as it was handed in, only as a download and only for who may see the document."""

    def get(self, request: HttpRequest, document_id: int) -> HttpResponseBase:
        stored = self.document.file
        if stored.destroyed_at or self.document.status is State.QUARANTINED:
            raise Http404
        note_download(self.document, by=request.user, now=timezone.now())
        return FileResponse(stored.content.open("rb"), as_attachment=True, filename=stored.name, content_type=OTHER)


class Accept(DocumentScreen):
    """Which school and year is this? Then it becomes their draft."""

    template_name = "reading/accept.html"

    def get(self, request: HttpRequest, document_id: int) -> HttpResponse:
        if self.document.status is not State.READ:
            return redirect("reading:document", document_id)
        best = self.suggestions[0][0].id if self.suggestions else None
        initial = {"site": best, "school_year": self.document.school_year}
        return self.render(self.context(AcceptForm(request.scope, initial=initial)))  # type: ignore[attr-defined]

    def post(self, request: HttpRequest, document_id: int) -> HttpResponse:
        form = AcceptForm(request.scope, request.POST)  # type: ignore[attr-defined]
        if not form.is_valid():
            return self.render(self.context(form), status=422)
        site, school_year = form.cleaned_data["site"], form.cleaned_data["school_year"]
        if self.would_replace(site.pk, school_year) and not request.POST.get("replace"):
            return self.render(self.context(form) | {"replaces": (site, school_year)}, status=422)
        try:
            accept(self.document, site, school_year, by=request.user, now=timezone.now())
        except NotOpenForReview as closed:
            messages.warning(request, str(closed))
            return redirect("reading:document", document_id)
        messages.success(
            request,
            _("Het concept van {name} voor {school_year} is gemaakt. Het is nog niet openbaar.").format(
                name=site.name, school_year=school_year
            ),
        )
        return redirect("profiles:school_year", site.brin6, school_year)

    @property
    def suggestions(self) -> list[Any]:
        return site_suggestions(self.request.scope, self.document)  # type: ignore[attr-defined]

    def place_of(self, finding: dict[str, Any]) -> str:
        """The address where the text of a finding can be changed, "" when it is about no single answer."""
        path = question_path(self.template, self.reading, finding.get("path") or "")
        return self.review_address(path) if path else ""

    def would_replace(self, site_id: int, school_year: str) -> bool:
        return current_drafts(self.request.scope).filter(site=site_id, school_year=school_year).exists()  # type: ignore[attr-defined]

    def context(self, form: AcceptForm) -> dict[str, Any]:
        school = self.reading.profile["values"].get("school") or {}
        return {
            "document": self.document,
            "form": form,
            "school": school,
            "suggestions": self.suggestions,
            "left": len(self.open),
            "findings": [(finding, self.place_of(finding)) for finding in self.reading.findings],
            "has_sites": sites_to_fill(self.request.scope).exists(),  # type: ignore[attr-defined]
        }
