"""Which screen lets someone fill in one part of the form, with or without a script that saves while one types?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.profiles.rules.section_form import section_form
from dekkend.profiles.views.editing.deeds import DEEDS
from dekkend.profiles.views.editing.desk import DraftScreen
from dekkend.profiles.views.editing.filing import Outcome, file_item, paths_of
from dekkend.profiles.views.editing.troubles import troubled, with_typed
from dekkend.profiles.words.editing import Clash, EditRefused, Merged
from dekkend.profiles.words.fixed_text import SharedText
from dekkend.profiles.words.section_form import FormBlock, Part


class EditPart(DraftScreen):
    """One part of the form. Posted whole it stores what was changed, does what the button says, and goes on."""

    template_name = "profiles/edit/part.html"

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        return self.render(self.context({}))

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        done = {path: self.file(path) for path in paths_of(self.here)}
        problems = {path: outcome for path, outcome in done.items() if isinstance(outcome, Clash | EditRefused)}
        self.tell_merges(done)
        deed, _colon, about = request.POST.get("do", "next").partition(":")
        if about in problems and deed == "theirs":
            del problems[about]
        if problems:
            self.look_again()
            return self.render(self.context(problems), status=422)
        if deed in DEEDS:
            self.do(deed, about)
            return redirect(f"{self.address('edit_part', self.here.id)}#{self.anchor(about)}")
        return redirect(self.next_address)

    def do(self, deed: str, about: str) -> None:
        self.look_again()
        try:
            DEEDS[deed](self, about)
        except EditRefused as refused:
            messages.warning(self.request, refused.message)

    def file(self, path: str) -> Outcome | None:
        return file_item(self.draft, self.template, path, self.request.POST, by=self.request.user, now=timezone.now())

    def tell_merges(self, done: dict[str, Outcome | None]) -> None:
        for outcome in done.values():
            if isinstance(outcome, Merged):
                told = gettext("%(name)s schreef in hetzelfde veld. Wat u beiden schreef, staat er nu in. Lees het nog een keer na.")
                messages.warning(self.request, told % {"name": outcome.with_name})

    def anchor(self, about: str) -> str:
        return f"rij-{about}" if about in set(paths_of(self.here)) else "inhoud"

    @cached_property
    def here(self) -> Part:
        return self.part(self.kwargs["part"])

    @property
    def shared_here(self) -> SharedText | None:
        """The fixed text of this section; of a section on several screens it stands on the first."""
        first = next(part for part in self.parts if part.section == self.here.section)
        return next((each for each in self.shared if first == self.here and each.section == self.here.section), None)

    @property
    def next_part(self) -> Part | None:
        place = self.parts.index(self.here) + 1
        return self.parts[place] if place < len(self.parts) else None

    @property
    def next_address(self) -> str:
        return self.address("edit_part", self.next_part.id) if self.next_part else self.address("edit")

    def context(self, problems: Mapping[str, Outcome]) -> dict[str, Any]:
        values = self.draft.values
        for path in problems:
            values = with_typed(self, values, path)
        shown = section_form(self.template, self.here, values, self.beside)
        return self.frame(self.here) | {
            "blocks": [self.with_problems(block, problems) for block in shown],
            "problems": len(problems),
            "next": self.next_part,
            "to_confirm": sum(state.open for state in self.states if state.part == self.here),
            "before": self.before,
            "shared": self.shared_here,
            "asked": self.asked,
        }

    def with_problems(self, block: FormBlock, problems: Mapping[str, Outcome]) -> FormBlock:
        items = tuple(troubled(self, item, problems.get(item.path)) for item in block.items)
        return replace(block, items=items, own=block.own and troubled(self, block.own, problems.get(block.own.path)))
