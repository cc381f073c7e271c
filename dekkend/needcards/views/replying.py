"""On which screen does a school read what another asks, and answer?"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dekkend.needcards.actions.doing import note_reading
from dekkend.needcards.actions.replying import reply
from dekkend.needcards.forms import ReplyForm
from dekkend.needcards.models import Inquiry
from dekkend.needcards.queries.cards import inquiry_of, steps_for
from dekkend.needcards.views.card import reasons_of
from dekkend.needcards.views.one import CardRoom, kinds, terms_of
from dekkend.needcards.views.writing import contact_of
from dekkend.needcards.words.cards import State
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused
from dekkend.register.queries.closures import closures_of


class ReplyScreen(CardRoom):
    """The question as the own school may read it, and its answer. When the question is over only the own answer is left."""

    template_name = "needcards/reply.html"

    @cached_property
    def inquiry(self) -> Inquiry:
        found = inquiry_of(self.request.scope, self.kwargs["inquiry_id"])  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @property
    def is_open(self) -> bool:
        return self.inquiry.card.state == State.OPEN.value

    @cached_property
    def gone(self) -> tuple[Site, date] | None:
        """Which of the two schools closed, and since when: then nothing is answered any more."""
        pair = (self.inquiry.site, self.inquiry.card.site)
        closed = closures_of(site.pk for site in pair)
        return next(((site, closed[site.pk]) for site in pair if site.pk in closed), None)

    def get(self, request: HttpRequest, inquiry_id: int) -> HttpResponseBase:
        given = self.inquiry
        begin: dict[str, Any] = {"contact": contact_of(request.user)}
        if given.reply:
            begin = {name: getattr(given, name) for name in ("reply", "reasons", "text", "contact")}
        return self.shown(ReplyForm(self.today, initial=begin))

    def post(self, request: HttpRequest, inquiry_id: int) -> HttpResponse:
        form, inquiry = ReplyForm(self.today, request.POST), self.inquiry
        if not form.is_valid():
            return self.shown(form, status=422)
        try:
            reply(inquiry, form.answered(), self.who)
        except Refused as why:
            self.warn(why)
        else:
            messages.success(request, _("Uw antwoord staat bij {school}.").format(school=inquiry.card.site.name))
        return redirect("needcards:reply", inquiry.pk)

    def shown(self, form: ReplyForm, status: int = 200) -> HttpResponse:
        inquiry = self.inquiry
        if self.is_open:
            note_reading(inquiry.card, inquiry.site, self.who)
        context = {
            "inquiry": inquiry,
            "card": inquiry.card,
            "is_open": self.is_open,
            "kinds": kinds(inquiry.card.codes),
            "reasons": reasons_of(inquiry),
            "form": form,
            "closed": self.gone[1] if self.gone else None,
            "closed_name": self.gone[0].name if self.gone else "",
            "terms": terms_of(inquiry.card),
            "late": inquiry.card.answer_by < self.today,
            "timeline": steps_for(inquiry),
        }
        return self.render(context, status=status)
