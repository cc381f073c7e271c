"""On which screens does the board answer the council, and decide about personal details?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dekkend.adoption.actions.advising import Replied, react
from dekkend.adoption.actions.deciding import decide
from dekkend.adoption.actions.taking import Given
from dekkend.adoption.forms import DecisionForm, ReplyForm, StepForm
from dekkend.adoption.models import Advice, Remark
from dekkend.adoption.permissions import may_decide_on_details
from dekkend.adoption.queries.cases import asks_answer
from dekkend.adoption.queries.people import roles_at
from dekkend.adoption.queries.personal import Detail, personal_details
from dekkend.adoption.rules.procedure import FREE
from dekkend.adoption.views.one import OneCase
from dekkend.adoption.words.procedure import ABOUT, Answer, Kind, Outcome, State, Verdict
from dekkend.organisations.words import Refused


class React(OneCase):
    """Every remark of the council with the answer of the board, and the reaction on the whole."""

    template_name = "adoption/react.html"

    def refuse_others(self) -> None:
        if Kind.REACT not in self.acting:
            raise PermissionDenied(_("Alleen het bestuur reageert op het advies."))

    def not_now(self) -> bool:
        advice = self.case.advice
        return self.case.state is not State.ADVISED or advice is None or Outcome(advice.outcome) in FREE

    def forms(self, data: Any = None, files: Any = None) -> tuple[StepForm, ReplyForm | None, list[tuple[Remark, ReplyForm]]]:
        advice = self.case.advice
        assert isinstance(advice, Advice)  # noqa: S101 - `not_now` came first
        whole = ReplyForm(data, prefix="whole", initial=known(advice)) if asks_answer(advice) else None
        replies = [(remark, ReplyForm(data, prefix=f"remark-{remark.pk}", initial=known(remark))) for remark in advice.remarks.all()]
        return StepForm(Kind.REACT, self.happened, self.today, data, files), whole, replies

    def shown(self, form: StepForm, whole: ReplyForm | None, replies: Any, *, status: int = 200) -> HttpResponse:
        context = {"form": form, "whole": whole, "replies": replies, "advice": self.case.advice, "step": ABOUT[Kind.REACT]}
        return self.render(self.about() | context | {"how": self.acting[Kind.REACT], "law_day": self.case.first_day}, status=status)

    def get(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponseBase:
        self.refuse_others()
        return self.back() if self.not_now() else self.shown(*self.forms())

    def post(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        self.refuse_others()
        if self.not_now():
            return self.back()
        form, whole, replies = self.forms(request.POST, request.FILES)
        every = [form, *([whole] if whole else []), *(reply for _remark, reply in replies)]
        judged = [each.is_valid() for each in every]  # every form looks at what it was given, also after one that is wrong
        if not all(judged):
            return self.shown(form, whole, replies, status=422)
        given = Given(form.cleaned_data["on"], form.cleaned_data["text"], form.cleaned_data["attachments"])
        answers = {remark.pk: replied(reply) for remark, reply in replies}
        try:
            react(self.case.site, school_year, replied(whole) if whole else None, answers, given, self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("Uw reactie is vastgelegd. De MR krijgt een mail."))
        return self.back()


def known(record: Advice | Remark) -> dict[str, str]:
    return {"answer": "" if record.answer == Answer.OPEN.value else record.answer, "why": record.why}


def replied(form: ReplyForm) -> Replied:
    return Replied(Answer(form.cleaned_data["answer"]), form.cleaned_data["why"])


class Details(OneCase):
    """Every piece of text that may be about a person, and what happens with it before the text is public."""

    access = may_decide_on_details
    template_name = "adoption/details.html"

    def refuse_others(self) -> None:
        here = self.request.scope.only(*roles_at(self.request.scope, self.case.site))  # type: ignore[attr-defined]
        if not may_decide_on_details.test(here, None):
            raise PermissionDenied(_("Hierover beslist de school of het bestuur."))

    def rows(self) -> list[tuple[Detail, DecisionForm]]:
        details = personal_details(self.case.version, self.today) if self.case.version else ()
        return [(detail, DecisionForm(prefix=f"detail-{at}", initial={"key": detail.finding.key})) for at, detail in enumerate(details)]

    def shown(self, rows: list[tuple[Detail, DecisionForm]], *, status: int = 200) -> HttpResponse:
        waiting = sum(detail.verdict is None for detail, _form in rows)
        return self.render(self.about() | {"rows": rows, "waiting": waiting}, status=status)

    def get(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponseBase:
        self.refuse_others()
        return self.shown(self.rows())

    def post(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        self.refuse_others()
        rows = self.rows()
        at = next((at for at in range(len(rows)) if f"detail-{at}-key" in request.POST), None)
        if at is None or self.case.version is None:
            return self.shown(rows, status=422)
        form = DecisionForm(request.POST, prefix=f"detail-{at}")
        if not form.is_valid():
            rows[at] = (rows[at][0], form)
            return self.shown(rows, status=422)
        given = form.cleaned_data
        try:
            decide(self.case.version, given["key"], Verdict(given["verdict"]), given["reason"], self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("Uw besluit is vastgelegd."))
        return redirect("adoption:details", brin6, school_year)
