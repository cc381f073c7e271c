"""Which screen lays a document beside a draft that is there already, so that a person takes over answer by answer?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.queries import current_draft
from dekkend.profiles.rules.differences import Difference, differences
from dekkend.profiles.rules.section_form import say_item
from dekkend.profiles.words.editing import EditRefused
from dekkend.profiles.words.region_form import base_of
from dekkend.profiles.words.roles import EDITORS
from dekkend.profiles.words.template import Section, Template
from dekkend.reading.actions.accepting import evidence_of, finish, take_answers, values_on
from dekkend.reading.actions.checking import NotOpenForReview
from dekkend.reading.views.checking import DocumentScreen
from dekkend.reading.words.states import State


@dataclass(frozen=True, slots=True)
class Pair:
    """One difference as it is shown: what the draft says, what the document says, and the words it was read from."""

    difference: Difference
    yours: str
    read: str
    quote: str
    page: int | None
    proposed: bool


class Differences(DocumentScreen):
    """Both answers side by side; one, a section, all or none are taken over."""

    template_name = "reading/differences.html"

    @cached_property
    def draft(self) -> ProfileDraft:
        scope = self.request.scope.only(*EDITORS)  # type: ignore[attr-defined]
        found = current_draft(scope, self.kwargs["brin6"], self.kwargs["school_year"])
        if found is None or base_of(found.template) != base_of(self.document.template):
            raise Http404
        return found

    @cached_property
    def template(self) -> Template:
        """The form of the draft: what the document answers is laid on it."""
        return load_template(self.draft.template)

    @cached_property
    def evidence(self) -> dict[str, Any]:
        return evidence_of(self.document)

    @cached_property
    def found(self) -> list[Difference]:
        return differences(self.template, self.draft.values, values_on(self.document, self.draft.template), self.evidence)

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        if self.document.status is not State.READ:
            return redirect("reading:document", self.document.pk)
        return self.render({"document": self.document, "draft": self.draft, "site": self.draft.site, "sections": self.sections()})

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        deed, _colon, about = request.POST.get("do", "").partition(":")
        try:
            return self.settle(deed, about)
        except NotOpenForReview as closed:
            messages.warning(request, str(closed))
            return redirect("reading:document", self.document.pk)
        except EditRefused as refused:
            messages.warning(request, refused.message)
            return redirect(request.path)

    def settle(self, deed: str, about: str) -> HttpResponse:
        """A section is taken over and the rest stays to be looked at; anything else ends with this document."""
        by, now = self.request.user, timezone.now()
        chosen = self.chosen(deed, about)
        if chosen:
            take_answers(self.document, self.draft, chosen, by=by, now=now)
        if deed == "section" and len(chosen) < len(self.found):
            return redirect(f"{self.request.path}#verschillen")
        finish(self.document, self.draft, by=by, now=now)
        messages.success(self.request, told(len(chosen)))
        return redirect("profiles:edit", self.draft.site.brin6, self.draft.school_year)

    def chosen(self, deed: str, about: str) -> list[str]:
        picked = set(self.request.POST.getlist("take"))
        wanted = {
            "all": lambda _: True,
            "section": lambda difference: difference.section == about,
            "chosen": lambda difference: difference.path in picked,
            "none": lambda _: False,
        }
        if deed not in wanted:
            raise Http404
        return [difference.path for difference in self.found if wanted[deed](difference)]

    def sections(self) -> list[tuple[Section, list[Pair]]]:
        by_id = {section.id: section for section in self.template.sections}
        return [(by_id[name], [self.pair(each) for each in group]) for name, group in groupby(self.found, key=lambda each: each.section)]

    def pair(self, difference: Difference) -> Pair:
        inside = (f"{difference.path}.", f"{difference.path}[")
        proof: dict[str, Any] = next(
            (proof for path, proof in self.evidence.items() if path == difference.path or path.startswith(inside)), {}
        )
        yours, read = (say_item(self.template, difference.path, value) for value in (difference.yours, difference.read))
        empty = yours in ("leeg", "niet beantwoord")
        quote = " ".join((proof.get("quote") or "").split())
        return Pair(difference, yours, read, quote, proof.get("page"), proposed=empty and difference.certainty == "certain")


def told(number: int) -> str:
    if number == 0:
        return gettext("Het concept is gebleven zoals het was. Het document staat erbij als bron.")
    if number == 1:
        return gettext("Eén antwoord is overgenomen in het concept.")
    return gettext("{number} antwoorden zijn overgenomen in het concept.").format(number=number)
