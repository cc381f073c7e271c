"""What does the script of the editor ask: store this field, and who else is here? Both answer with small pieces of the page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone

from dekkend.profiles.actions import here
from dekkend.profiles.rules.section_form import form_item
from dekkend.profiles.views.editing.deeds import DEEDS
from dekkend.profiles.views.editing.desk import DraftScreen
from dekkend.profiles.views.editing.filing import Outcome, file_item, paths_of
from dekkend.profiles.views.editing.troubles import troubled, with_typed
from dekkend.profiles.words.editing import Clash, EditRefused, Merged
from dekkend.profiles.words.section_form import FormItem, Part


class SaveField(DraftScreen):
    """One item, while someone types. The answer has the row as it stands now, so that the page need not be loaded again."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        part, path = self.part(request.POST.get("part", "")), request.POST.get("path", "")
        if path not in set(paths_of(part)):
            raise Http404
        outcome = self.settle(path)
        self.look_again()
        return JsonResponse(
            {
                "state": STATES.get(type(outcome), "saved"),
                "row": self.draw("profiles/edit/row.html", part, {"item": self.shown(path, outcome)}),
                "toc": self.draw("profiles/edit/toc.html", part, self.frame(part)),
            }
        )

    def settle(self, path: str) -> Outcome | None:
        """Store what was typed, then do what the button says; a clash is over when someone takes what the other wrote."""
        deed, _, about = self.request.POST.get("do", "").partition(":")
        given, now = self.request.POST, timezone.now()
        outcome = None if deed == "theirs" else file_item(self.draft, self.template, path, given, by=self.request.user, now=now)
        if deed not in DEEDS or isinstance(outcome, Clash | EditRefused):
            return outcome
        self.look_again()
        try:
            DEEDS[deed](self, about)
        except EditRefused as refused:
            return refused
        return outcome

    def shown(self, path: str, outcome: Outcome | None) -> FormItem:
        if isinstance(outcome, Clash | EditRefused):
            typed = with_typed(self, self.draft.values, path)
            return troubled(self.template, form_item(self.template, path, typed, self.beside), outcome)
        return form_item(self.template, path, self.draft.values, self.beside)

    def draw(self, template: str, part: Part, context: dict[str, Any]) -> str:
        shared = {"blocks": part.blocks, "site": self.draft.site, "draft": self.draft}
        return render_to_string(template, shared | context, self.request)


STATES: dict[type, str] = {Merged: "merged", Clash: "clash", EditRefused: "refused"}


class Here(DraftScreen):
    """A sign of life from one part, answered with who else is there. A new token comes along for who logged in again elsewhere."""

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        part = next((part for part in self.parts if part.id == request.GET.get("part")), None)
        if part:
            here(self.draft, part.id, by=request.user, now=timezone.now())
        frame = self.frame(part)
        return JsonResponse(
            {
                "others": render_to_string("profiles/edit/others.html", frame, request),
                "toc": render_to_string("profiles/edit/toc.html", frame, request),
                "token": get_token(request),
            }
        )
