"""Which screens show a draft as a whole: how far it is, what it says on paper, and the moments that can be put back?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.kernel.numbers import whole_number
from dekkend.profiles.actions import redo, restore, restore_kept, restore_point
from dekkend.profiles.models import RestorePoint
from dekkend.profiles.queries import moment_at, moments, restorable_from, restore_points
from dekkend.profiles.rules.changes import changes
from dekkend.profiles.rules.parts import part_of_item
from dekkend.profiles.rules.section_form import section_form
from dekkend.profiles.views.editing.desk import DraftScreen
from dekkend.profiles.words.changes import Change
from dekkend.profiles.words.editing import EditRefused


class Overview(DraftScreen):
    """How far the draft is, part by part, and what there is to look at."""

    template_name = "profiles/edit/overview.html"

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        frame = self.frame()
        left = [remark for remark in self.remarks if not remark.reason]
        found = [(remark, part_of_item(self.template, remark.finding.path)) for remark in left]
        unfinished = next((state.part for state in frame["states"] if not state.done), None)
        beside = {"before": self.before, "shared": self.shared, "asked": self.asked}
        return self.render(frame | beside | {"found": found, "unfinished": unfinished})


class Sheet(DraftScreen):
    """The whole draft to print or to read through: every question with its answer."""

    template_name = "profiles/edit/sheet.html"

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        beside = self.beside
        shown = [(part, section_form(self.template, part, self.draft.values, beside)) for part in self.parts]
        return self.render({"site": self.draft.site, "draft": self.draft, "parts": shown})


class Moments(DraftScreen):
    """The moments of the last month and those that were kept under a name; each can be looked at, and put back."""

    template_name = "profiles/edit/moments.html"

    def get(self, request: HttpRequest, **_: str) -> HttpResponse:
        now = timezone.now()
        points = list(restore_points(self.draft))
        context = self.frame() | {"moments": moments(self.draft, now=now), "points": points}
        if "moment" in request.GET or "punt" in request.GET:
            context |= self.preview(points)
        return self.render(context)

    def preview(self, points: list[RestorePoint]) -> dict[str, Any]:
        point = self.point(self.request.GET.get("punt", "")) if "punt" in self.request.GET else None
        if point:
            return {"chosen": point} | self.differs_from(point.values, point.standing)
        number = self.number(self.request.GET.get("moment", ""))
        then = moment_at(self.draft, number)
        return {"chosen_number": number, "has_chosen": True} | self.differs_from(then.values, then.standing)

    def differs_from(self, values: dict[str, Any], standing: dict[str, Any]) -> dict[str, Any]:
        """What changes when these values are put back, and how many answers are confirmed now and not any more then."""
        reopened = [path for path, entry in standing.items() if entry.get("open") and not self.draft.standing.get(path, {}).get("open")]
        changed: tuple[Change, ...] = changes(self.template, self.draft.values, values)
        return {"changes": changed, "reopened": len(reopened), "same": not changed and standing == self.draft.standing}

    def post(self, request: HttpRequest, **_: str) -> HttpResponse:
        by, now = request.user, timezone.now()
        try:
            if "keep" in request.POST:
                restore_point(self.draft, request.POST["keep"].strip() or gettext("Met de hand bewaard"), by=by, now=now)
                messages.success(request, gettext("Dit moment is bewaard. U kunt het later terugzetten."))
            elif "point" in request.POST:
                restore_kept(self.point(request.POST["point"]), by=by, now=now)
                messages.success(request, gettext("Het bewaarde moment staat terug. Er is niets verloren: ook dit kunt u ongedaan maken."))
            elif "redo" in request.POST:
                redo(self.draft, by=by, now=now)
                messages.success(request, gettext("Wat u ongedaan maakte, staat er weer."))
            else:
                restore(self.draft, self.number(request.POST.get("moment", "")), by=by, now=now)
                messages.success(request, gettext("Het eerdere moment staat terug. Er is niets verloren: ook dit kunt u ongedaan maken."))
        except EditRefused as refused:
            messages.warning(request, refused.message)
        return redirect(self.address("moments"))

    def number(self, text: str) -> int:
        """A line of the journal that can be put back; anything else is not there."""
        number = whole_number(text, digits=9)
        if number is None or not restorable_from(self.draft, now=timezone.now()) <= number <= self.draft.revision:
            raise Http404
        return number

    def point(self, text: str) -> RestorePoint:
        point = restore_points(self.draft).filter(pk=whole_number(text, digits=9) or 0).first()
        if point is None:
            raise Http404
        return point
