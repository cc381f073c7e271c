"""On which screens does a region hear what is said of one kind of support, write down what it hears itself, and answer?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.organisations.models import Board, Partnership
from dekkend.organisations.words import Refused
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.signals.actions import hearing
from dekkend.signals.forms import NoteForm, ReplyForm
from dekkend.signals.permissions import may_answer_for_board, may_write_notes
from dekkend.signals.queries.regions import answer_within, answers_of, boards_in, note_within, notes_of, standing_notes_of
from dekkend.signals.rules.clustering import Tally, by_code, by_code_and_area
from dekkend.signals.views.region import OfRegion
from dekkend.signals.words import OPEN, AnswerStatus, NoReason, SignalCounts
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.translation import translated


class OfKind(OfRegion, FormScreen):
    """What was said about one kind of support, where, and what boards answer."""

    template_name = "signals/cluster.html"

    @property
    def code(self) -> str:
        code: str = self.kwargs["support_code"]
        if load_catalogue().item(code) is None:
            raise Http404
        return code

    @cached_property
    def by_area(self) -> list[tuple[str, SignalCounts]]:
        found = by_code_and_area(self.of_code)
        return [(area, counts) for (_code, area), counts in found.items() if counts.any]

    @cached_property
    def of_code(self) -> list[Tally]:
        return [each for each in self.tallies() if each.code == self.code]

    @cached_property
    def boards(self) -> list[Board]:
        return list(boards_in(self.request.scope, self.region))  # type: ignore[attr-defined]

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        boards = [(str(board.pk), board.name) for board in self.boards]
        return ReplyForm(boards, tuple(area for area, _counts in self.by_area if area), data)

    def context(self, form: forms.Form) -> dict[str, Any]:
        counts = by_code(self.of_code).get(self.code) or SignalCounts(self.code)
        notes = (notes_of if self.works_here else standing_notes_of)(self.region, self.code)
        own = {board.pk for board in self.boards}
        return self.about_region() | {
            "form": form if self.boards else None,
            "label": hearing.name_of(self.code),
            "code": self.code,
            "counts": counts,
            "reason": NoReason(counts.reason).label if counts.reason else "",
            "by_area": self.by_area,
            "notes": [(note, note.status in OPEN) for note in notes[:100]],
            "answers": [(answer, AnswerStatus(answer.status), answer.board_id in own) for answer in answers_of(self.region, self.code)],
        }


class Cluster(OfKind):
    """One kind of support of the catalogue; a board answers here."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.boards:
            raise PermissionDenied(_("Alleen een bestuur met een school in deze regio antwoordt hier."))
        return super().post(request, *args, **kwargs)

    def done(self, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        board = next(board for board in self.boards if str(board.pk) == given["board"])
        who = {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]
        said = {"code": self.code, "area": given["area"], "text": given["text"], "status": AnswerStatus(given["status"])}
        try:
            hearing.answer_cluster(self.region, board, **said, **who)
            messages.success(self.request, _("Uw antwoord staat bij de signalen. U kunt het hier terugzetten."))
        except Refused as why:
            messages.warning(self.request, translated(str(why)))
        return redirect(self.request.get_full_path())


class Others(OfKind):
    """What was said that is about no kind of the catalogue: numbers and notes; nobody answers here."""

    http_method_names = ["get", "head", "options"]
    code = ""

    @cached_property
    def boards(self) -> list[Board]:
        return []


class WriteNote(OfRegion, FormScreen):
    """Write down what parents ask the support point and do not find."""

    access = may_write_notes
    template_name = "signals/write_note.html"
    form_class = NoteForm

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return NoteForm(self.request.today, data, initial={"code": self.request.GET.get("soort", "")})  # type: ignore[attr-defined]

    def context(self, form: forms.Form) -> dict[str, Any]:
        return self.about_region() | {"form": form}

    def done(self, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        said = {name: given[name] for name in ("code", "area", "text")} | {"decided": form.decided}  # type: ignore[attr-defined]
        who = {"by": self.request.user, "scope": self.request.scope, "today": self.request.today}  # type: ignore[attr-defined]
        note = hearing.write_note(self.region, **said, **who, now=timezone.now())
        messages.success(self.request, _("Opgeschreven. Het telt mee bij de signalen van de regio."))
        return back_to(note.code, self.region)


class TurnNote(Screen):
    """Withdraw a note, or put it back."""

    access = may_write_notes
    http_method_names = ["post"]

    def post(self, request: HttpRequest, note_id: int) -> HttpResponse:
        scope = request.scope  # type: ignore[attr-defined]
        note = note_within(scope, note_id)
        if note is None:
            raise Http404
        turn = hearing.take_note_back if note.status in OPEN else hearing.put_note_back
        turn(note, by=request.user, scope=scope, now=timezone.now())
        messages.success(request, _("De notitie telt niet meer mee.") if note.status in OPEN else _("De notitie telt weer mee."))
        return back_to(note.code, note.partnership)


class UndoAnswer(Screen):
    """Take the answer of the own board back; the one before it stands again."""

    access = may_answer_for_board
    http_method_names = ["post"]

    def post(self, request: HttpRequest, answer_id: int) -> HttpResponse:
        scope = request.scope  # type: ignore[attr-defined]
        answer = answer_within(scope, answer_id)
        if answer is None:
            raise Http404
        try:
            hearing.undo_cluster_answer(answer, by=request.user, scope=scope, now=timezone.now())
            messages.success(request, _("Het antwoord is teruggezet."))
        except Refused as why:
            messages.warning(request, translated(str(why)))
        return back_to(answer.code, answer.partnership)


def back_to(code: str, region: Partnership) -> HttpResponse:
    """The page of this kind of support, in the region in which something was just said."""
    address = reverse("signals:cluster", args=[code]) if code else reverse("signals:others")
    return redirect(f"{address}?regio={region.code}")
