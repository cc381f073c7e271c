"""What does every screen about one open draft share: the draft itself, its form, and what stands beside the answers?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion, Question
from dekkend.profiles.permissions import may_edit
from dekkend.profiles.queries import current_draft, findings_of, others_here, year_before
from dekkend.profiles.queries.fixed_text import shared_texts
from dekkend.profiles.queries.questions import questions_about
from dekkend.profiles.queries.versions import was_handed_in
from dekkend.profiles.rules.parts import parts, states
from dekkend.profiles.rules.section_form import Beside
from dekkend.profiles.words.fixed_text import SharedText
from dekkend.profiles.words.region_form import base_of
from dekkend.profiles.words.roles import EDITORS
from dekkend.profiles.words.section_form import Part, PartState, Remark
from dekkend.profiles.words.template import Template
from dekkend.ui.screens import Screen


class HandedIn(Exception):
    """The draft that someone had open was frozen meanwhile."""


class DraftScreen(Screen):
    """A screen about the open draft of one site and year; a draft that this person may not write is not there."""

    access = may_edit

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except HandedIn:
            # Not stored: whoever sent something is told so by the number of the answer.
            status = 409 if request.method == "POST" or not request.accepts("text/html") else 200
            told = {"brin6": kwargs["brin6"], "year": kwargs["school_year"]}
            return self.render(told, status=status, template="profiles/edit/handed_in.html")

    @cached_property
    def draft(self) -> ProfileDraft:
        scope = self.request.scope.only(*EDITORS)  # type: ignore[attr-defined]
        found = current_draft(scope, self.kwargs["brin6"], self.kwargs["school_year"])
        if found is None:
            there = was_handed_in(scope, self.kwargs["brin6"], self.kwargs["school_year"])
            raise HandedIn if there else Http404
        return found

    def look_again(self) -> None:
        """After something was stored: what stands in the draft now?"""
        self.draft.refresh_from_db(fields=["values", "evidence", "standing", "revision", "closed_at"])

    @cached_property
    def template(self) -> Template:
        return load_template(self.draft.template)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return parts(self.template)

    def part(self, part_id: str) -> Part:
        found = next((part for part in self.parts if part.id == part_id), None)
        if found is None:
            raise Http404
        return found

    @property
    def states(self) -> tuple[PartState, ...]:
        return states(self.template, self.draft.values, self.draft.standing, self.others)

    @cached_property
    def others(self) -> dict[str, str]:
        """Who else is at work now, by name, per part."""
        found: dict[str, list[str]] = {}
        for other in others_here(self.draft, self.request.user, timezone.now()):
            found.setdefault(other.section, []).append(other.name)
        return {part: str(get_text_list(names, gettext("en"))) for part, names in found.items()}

    @cached_property
    def before(self) -> ProfileVersion | None:
        return year_before(self.draft)

    @property
    def beside(self) -> Beside:
        same = self.before is not None and base_of(self.before.template) == base_of(self.draft.template)
        before = self.before if same else None
        return Beside(
            base=self.draft.revision,
            catalogue=load_catalogue(),
            standing=self.draft.standing,
            evidence=self.draft.evidence,
            last=before.values if before else None,
            last_year=before.school_year if before else "",
            remarks=self.remarks,
            hours=hours_in_force(),
        )

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the text guard sees today; what was left as it is stands last, with the reason."""
        found = findings_of(self.draft, today=self.request.today)  # type: ignore[attr-defined]
        return (*map(Remark, found.open), *(Remark(finding, reason, by) for finding, reason, by in found.set_aside))

    @cached_property
    def shared(self) -> tuple[SharedText, ...]:
        """What all schools of the region have in their offer of this year."""
        return shared_texts(self.draft.site, self.draft.school_year, today=self.request.today)  # type: ignore[attr-defined]

    @property
    def asked(self) -> list[Question]:
        """What the region asks about this offer and did not close."""
        return questions_about(self.request.scope, self.draft.site, self.draft.school_year)  # type: ignore[attr-defined]

    def frame(self, part: Part | None = None) -> dict[str, Any]:
        """What the list of parts beside every screen needs."""
        known = self.states
        return {
            "wide": True,
            "site": self.draft.site,
            "draft": self.draft,
            "states": known,
            "part": part,
            "here_too": self.others.get(part.id, "") if part else "",
            "done": sum(state.done for state in known),
        }

    def address(self, name: str, *more: str) -> str:
        return reverse(f"profiles:{name}", args=[self.draft.site.brin6, self.draft.school_year, *more])
