"""On which screens does a sender read the answers beside each other, answer a question back, and end the question?"""

from __future__ import annotations

from functools import cached_property

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dekkend.needcards.actions.ending import close, reopen, withdraw
from dekkend.needcards.actions.replying import answer
from dekkend.needcards.forms import AnswerForm, CloseForm
from dekkend.needcards.models import Inquiry
from dekkend.needcards.queries.cards import asked_with, facts_of, sites_asked, steps_of
from dekkend.needcards.rules.procedure import PROCEDURE
from dekkend.needcards.rules.replying import tally
from dekkend.needcards.views.one import OneCard, kinds, terms_of
from dekkend.needcards.words.cards import Kind, Outcome, State
from dekkend.needcards.words.facts import Tally
from dekkend.needcards.words.replies import Reason, Reply
from dekkend.organisations.words import Refused
from dekkend.register.queries.closures import closures_of
from dekkend.ui.translation import translated


class CardScreen(OneCard):
    """The question, every answer in one table, what can be done now, and all that happened."""

    template_name = "needcards/card.html"

    def get(self, request: HttpRequest, card_id: int) -> HttpResponseBase:
        card = self.card
        if card.state == State.DRAFT.value:
            return redirect("needcards:look_over", card.pk)
        if card.state == State.WIPED.value:
            left = Tally(card.tally.get("asked", 0), card.tally.get("answers", {}))
            return self.render({"card": card, "counts": counts_of(left), "tally": left}, template="needcards/wiped.html")
        self.note()
        inquiries = asked_with(card)
        asked = [each for each in inquiries if each.sent_at]
        gone = closures_of(each.site_id for each in inquiries)
        context = {
            "card": card,
            "kinds": kinds(card.codes),
            "rows": [(each, reasons_of(each), gone.get(each.site_id)) for each in asked],
            "chosen": sum(each.site_id not in gone for each in inquiries if not each.sent_at),
            "counts": counts_of(tally(each.reply for each in asked)),
            "late": card.answer_by < self.today,
            "can": self.possible(),
            "terms": terms_of(card),
            "timeline": steps_of(card),
        }
        return self.render(context)

    def possible(self) -> dict[str, bool]:
        """By code of the step whether it can be taken now."""
        facts = facts_of(self.card, today=self.today)
        here = {Kind(move.code) for move in PROCEDURE.leaving(facts.state)}
        ends = (Kind.CLOSE, Kind.WITHDRAW, Kind.DISCARD)
        return {kind.value: kind in here and not PROCEDURE.blockers(kind, facts) and (not self.closed or kind in ends) for kind in Kind}


def counts_of(counted: Tally) -> list[tuple[Reply, int]]:
    """Per answer how many schools; no answer last, as itself."""
    return [(reply, counted.of(reply.value)) for reply in sorted(Reply, key=lambda each: each is Reply.NONE) if counted.of(reply.value)]


def reasons_of(inquiry: Inquiry) -> list[str]:
    return [translated(Reason(code).label) for code in inquiry.reasons]


class Answer(OneCard):
    """The sender answers what one school asked back."""

    template_name = "needcards/answer.html"

    @cached_property
    def inquiry(self) -> Inquiry:
        found = next((each for each in asked_with(self.card) if each.pk == self.kwargs["inquiry_id"]), None)
        if found is None or found.sent_at is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, card_id: int, inquiry_id: int) -> HttpResponseBase:
        if self.inquiry.reply != Reply.QUESTION.value or self.card.state != State.OPEN.value:
            return self.back()
        self.note()
        return self.shown(AnswerForm(self.today, initial={"text": self.inquiry.answer}))

    def post(self, request: HttpRequest, card_id: int, inquiry_id: int) -> HttpResponse:
        form, inquiry = AnswerForm(self.today, request.POST), self.inquiry
        if not form.is_valid():
            return self.shown(form, status=422)
        try:
            answer(inquiry, form.cleaned_data["text"], self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("Uw antwoord staat bij {school}.").format(school=inquiry.site.name))
        return self.back()

    def shown(self, form: AnswerForm, status: int = 200) -> HttpResponse:
        return self.render({"form": form, "card": self.card, "inquiry": self.inquiry}, status=status)


class Close(OneCard):
    """How it ended; the schools are thanked."""

    template_name = "needcards/close.html"

    def get(self, request: HttpRequest, card_id: int) -> HttpResponseBase:
        if self.card.state != State.OPEN.value:
            return self.back()
        return self.shown(CloseForm(sites_asked(self.card)))

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        form = CloseForm(sites_asked(self.card), request.POST)
        if not form.is_valid():
            return self.shown(form, status=422)
        try:
            close(self.card, Outcome(form.cleaned_data["outcome"]), form.cleaned_data["where"], self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("De vraag is afgesloten. De scholen krijgen bericht en kunnen de inhoud niet meer lezen."))
        return self.back()

    def shown(self, form: CloseForm, status: int = 200) -> HttpResponse:
        return self.render({"form": form, "card": self.card}, status=status)


class Withdraw(OneCard):
    """Take the question back; it can be undone."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        try:
            withdraw(self.card, self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("De vraag is ingetrokken. De scholen krijgen bericht en kunnen de inhoud niet meer lezen."))
        return self.back()


class Reopen(OneCard):
    """Undo closing or withdrawing."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        try:
            reopen(self.card, self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("De vraag staat weer open. De antwoorden die er waren, zijn er nog."))
        return self.back()
