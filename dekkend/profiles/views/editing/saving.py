"""What does the script of the editor ask: store this field, and who else is here? Both answer with small pieces of the page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone

from dekkend.profiles.actions import here
from dekkend.profiles.rules.form_values import digest
from dekkend.profiles.rules.section_form import form_item
from dekkend.profiles.views.editing.deeds import DEEDS
from dekkend.profiles.views.editing.desk import DraftScreen
from dekkend.profiles.views.editing.filing import Outcome, file_item, paths_of
from dekkend.profiles.views.editing.troubles import troubled, with_typed
from dekkend.profiles.words.editing import Clash, EditRefused, Merged, NeverKept, Saved
from dekkend.profiles.words.section_form import FormItem, Part


class PieceScreen(DraftScreen):
    """Answers with pieces of the page of a part."""

    def draw_row(self, part: Part, item: FormItem) -> str:
        context = {"blocks": part.blocks, "site": self.draft.site, "draft": self.draft, "item": item}
        return render_to_string("profiles/edit/row.html", context, self.request)

    def draw_toc(self, part: Part) -> str:
        return render_to_string("profiles/edit/toc.html", self.frame(part), self.request)


class SaveField(PieceScreen):
    """One item, while someone types. When there is more to show than that it was stored, the answer has the row as it stands now."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        part, path = self.part(request.POST.get("part", "")), request.POST.get("path", "")
        if path not in set(paths_of(part)):
            raise Http404
        outcome = self.settle(path)
        if isinstance(outcome, Saved | None) and not request.POST.get("do"):
            return self.lean(path, outcome)
        self.look_again()
        state = next((state for kind, state in STATES.items() if isinstance(outcome, kind)), "saved")
        answer = {"state": state, "row": self.draw_row(part, self.shown(path, outcome)), "toc": self.draw_toc(part)}
        if isinstance(outcome, Merged):
            answer["name"] = outcome.with_name
        return JsonResponse(answer | {"never": isinstance(outcome, NeverKept)})

    def lean(self, path: str, outcome: Saved | None) -> HttpResponse:
        """Most saves: what the next one starts from, and no more, so that twenty people who type do not wait for each other."""
        if outcome is None:
            return JsonResponse({"state": "saved"})
        was = digest(self.template, path, outcome.value)
        return JsonResponse({"state": "saved", "was": was, "base": str(outcome.revision)})

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
            return troubled(self, form_item(self.template, path, typed, self.beside), outcome)
        return form_item(self.template, path, self.draft.values, self.beside)


STATES: dict[type, str] = {Merged: "merged", Clash: "clash", EditRefused: "refused"}


class Here(PieceScreen):
    """A sign of life from one part, answered with who else is there and, when asked, with one row as it stands now.

    A new token comes along for who logged in again elsewhere.
    """

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        part = next((part for part in self.parts if part.id == request.GET.get("part")), None)
        answer = {"token": get_token(request)}
        if part:
            here(self.draft, part.id, by=request.user, now=timezone.now())
            answer |= {"others": render_to_string("profiles/edit/others.html", self.frame(part), request), "toc": self.draw_toc(part)}
        path = request.GET.get("row")
        if part and path in set(paths_of(part)):
            answer["row"] = self.draw_row(part, form_item(self.template, str(path), self.draft.values, self.beside))
        return JsonResponse(answer)
