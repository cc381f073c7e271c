"""Which screen lets someone check a reading, one question after the other?"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dekkend.kernel.numbers import whole_number
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.naming import title_of
from dekkend.profiles.rules.paths import UnknownPath
from dekkend.profiles.words.template import Template
from dekkend.reading.actions import checking
from dekkend.reading.forms import ASIS, EMPTY, OTHER, AnswerForm
from dekkend.reading.models import Decision, SourceDocument
from dekkend.reading.permissions import may_check
from dekkend.reading.queries import document_within, standing_decisions
from dekkend.reading.rules.look_over import looked_over
from dekkend.reading.rules.page_lines import page_of_line, pages_of, shown_lines
from dekkend.reading.rules.review import empty_paths, progress, question_for, questions
from dekkend.reading.views.found_values import DoneLine, certain_lines, done_lines
from dekkend.reading.words.result import Reading
from dekkend.reading.words.review import Input, Question
from dekkend.reading.words.states import Answer, State
from dekkend.ui.screens import Screen
from dekkend.ui.translation import translated


class DocumentScreen(Screen):
    """A screen about one document within reach; any other document is not there."""

    access = may_check
    personal_data = True  # what people hand in may name anyone

    @cached_property
    def document(self) -> SourceDocument:
        document = document_within(self.request.scope, self.kwargs["document_id"])  # type: ignore[attr-defined]
        if document is None:
            raise Http404
        return document

    @cached_property
    def template(self) -> Template:
        return load_template(self.document.template)

    @cached_property
    def reading(self) -> Reading:
        """What was read, with what there is to find in it today, the reviewer's answers taken in."""
        if self.document.reading is None:
            raise Http404
        read = self.document.as_reading()
        answers = {path: decision.value for path, decision in self.decisions.items()}
        return looked_over(read, self.template, answers, today=self.request.today, hours=hours_in_force())  # type: ignore[attr-defined]

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        return standing_decisions(self.document)

    @cached_property
    def asked(self) -> list[Question]:
        return questions(self.template, self.reading)

    @cached_property
    def open(self) -> list[Question]:
        return [question for question in self.asked if question.path not in self.decisions]

    def review_address(self, path: str = "") -> str:
        address = reverse("reading:review", args=[self.document.pk])
        return f"{address}?{urlencode({'vraag': path})}#vraag" if path else address


class Review(DocumentScreen):
    """Page text left with the evidence lit, one question right, the rest below it."""

    template_name = "reading/review.html"

    def get(self, request: HttpRequest, document_id: int) -> HttpResponse:
        if self.document.status is not State.READ:
            return redirect("reading:document", document_id)
        question = self.wanted(request.GET.get("vraag", ""))
        if question is None and not request.GET.get("bladzijde"):
            return redirect("reading:accept", document_id)
        return self.show(question)

    def post(self, request: HttpRequest, document_id: int) -> HttpResponse:
        question = self.wanted(request.POST.get("path", ""))
        if question is None:
            raise Http404
        form = AnswerForm(question, self.template, request.POST)
        if not form.is_valid():
            return self.show(question, form, status=422)
        try:
            self.lay_down(question, form)
        except checking.NotOpenForReview as closed:
            messages.warning(request, translated(closed))
            return redirect("reading:document", document_id)
        return redirect(self.next_address(question))

    def lay_down(self, question: Question, form: AnswerForm) -> None:
        given, now = form.cleaned_data, timezone.now()
        checking.answer(self.document, question.path, given["value"], kind=given["kind"], by=self.request.user, now=now)
        if given["remember"]:
            others = checking.remember(self.document, question.path, given["value"], by=self.request.user, now=now)
            filled_in = ngettext("Het is ingevuld in {number} ander document.", "Het is ingevuld in {number} andere documenten.", others)
            where = filled_in.format(number=others) if others else _("Er zijn nu geen andere documenten met deze regel.")
            what = _("Dit antwoord is onthouden voor dit formulier.")
            messages.success(self.request, f"{what} {where}")

    def next_address(self, answered: Question) -> str:
        """The question after this one; at the end back to one that was skipped; when nothing is left, on to accepting."""
        paths = [question.path for question in self.asked]
        at = paths.index(answered.path) if answered.path in paths else -1
        still_open = [question.path for question in self.open if question.path != answered.path]
        later = next((path for path in paths[at + 1 :] if path in still_open), still_open[0] if still_open else "")
        return self.review_address(later) if later else reverse("reading:accept", args=[self.document.pk])

    def wanted(self, path: str) -> Question | None:
        if not path:
            return self.open[0] if self.open else None
        try:
            return question_for(self.template, self.reading, path)
        except UnknownPath:
            return None

    def show(self, question: Question | None, form: AnswerForm | None = None, *, status: int = 200) -> HttpResponse:
        return self.render(self.context(question, form), status=status)

    def context(self, question: Question | None, form: AnswerForm | None) -> dict[str, Any]:
        printed = self.document.lines
        certain = certain_lines(self.template, self.reading, self.decisions)
        page = self.page_number(question)
        quote, line = (question.quote, question.line) if question else ("", None)
        open_lines = [other.line for other in self.open if other.line is not None]
        return {
            "wide": True,
            "document": self.document,
            "question": question,
            "errors": form.non_field_errors() if form else [],
            "answered": self.decisions.get(question.path) if question else None,
            **self.filled_in(question, form),
            "OTHER": OTHER,
            "EMPTY": EMPTY,
            "ASIS": ASIS,
            "progress": progress(self.asked, self.decisions),
            "queue": self.open,
            "done": done_lines(self.template, self.decisions),
            "certain": certain,
            "empty": [DoneLine(path, title_of(self.template, path), "leeg") for path in empty_paths(self.template, self.reading)],
            "unread": self.reading.unread,
            "page": page,
            "pages": pages_of(printed),
            "lines": shown_lines(printed, page, quote=quote, line=line, open_lines=open_lines),
            "skip": self.next_address(question) if question and len(self.open) > 1 else "",
        }

    def filled_in(self, question: Question | None, form: AnswerForm | None) -> dict[str, Any]:
        """What stands in the form: what was just typed, else the answer given before, else what was read."""
        if question is None:
            return {}
        if form is not None:
            return {"form": form, "chosen": form.data.get("choice"), "typed": form.data.get("other")}
        decision = self.decisions.get(question.path)
        if decision is None:
            return {"form": AnswerForm(question, self.template), "chosen": None, "typed": question.value or ""}
        before = replace(question, value=decision.value)
        return {"form": AnswerForm(before, self.template), "chosen": choice_for(before, decision), "typed": decision.value or ""}

    def page_number(self, question: Question | None) -> int:
        wanted = whole_number(self.request.GET.get("bladzijde", ""))
        if wanted is not None:
            return max(1, min(wanted, pages_of(self.document.lines)))
        if question is None:
            return 1
        return page_of_line(self.document.lines, question.line) or question.page or 1


def choice_for(question: Question, decision: Decision) -> str:
    """Which of the form's answers an earlier decision was."""
    if decision.answer == Answer.LEFT_EMPTY.value:
        return EMPTY
    values = [option.value for option in question.options]
    if decision.value in values:
        return str(values.index(decision.value))
    return ASIS if question.input in (Input.LIST, Input.TEXT) else OTHER


class TakeBack(DocumentScreen):
    """Undo one answer, or the last."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, document_id: int) -> HttpResponse:
        try:
            decision = checking.take_back(self.document, request.POST.get("path") or None, by=request.user, now=timezone.now())
        except checking.NotOpenForReview as closed:
            messages.warning(request, translated(closed))
            return redirect("reading:document", document_id)
        if decision is None:
            messages.warning(request, _("Er is geen antwoord om terug te zetten."))
            return redirect(self.review_address())
        messages.success(request, _("Teruggezet: {title}.").format(title=translated(title_of(self.template, decision.path))))
        return redirect(self.review_address(decision.path))
