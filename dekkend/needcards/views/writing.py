"""On which screens does a school write what a child needs, and throw a concept away?"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dekkend.needcards.actions.writing import discard, rewrite, write
from dekkend.needcards.forms import CardForm, begin_with
from dekkend.needcards.models import NeedCard
from dekkend.needcards.queries.cards import sites_to_ask_for, warnings_of
from dekkend.needcards.views.one import CardRoom, OneCard, line
from dekkend.needcards.words.cards import NEVER_WRITE, State
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused
from dekkend.ui.translation import translated

TEMPLATE = "needcards/write.html"
MOST_ASKED = 5  # words that may be a name, said at once


class New(CardRoom):
    """A new card: nothing is stored until it is well formed and tells nothing about who the child is."""

    template_name = TEMPLATE

    @cached_property
    def schools(self) -> QuerySet[Site]:
        return sites_to_ask_for(self.request.scope)  # type: ignore[attr-defined]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        if not self.schools.exists():
            return self.closed()
        return self.shown(self.make_form(initial={"contact": contact_of(request.user)}))

    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.schools.exists():
            return self.closed()
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.shown(form, status=422)
        try:
            card = write(form.chosen_site(), form.written(), self.who)
        except Refused as why:
            self.warn(why)
            return self.shown(form, status=422)
        return ask_about(request, card, self.today)

    def make_form(self, *given: Any, **more: Any) -> CardForm:
        return CardForm(self.schools, self.today, *given, **more)

    def closed(self) -> HttpResponse:
        messages.warning(self.request, _("Uw school is gesloten. U kunt geen nieuwe vraag stellen."))
        return redirect("needcards:sent")

    def shown(self, form: CardForm, status: int = 200) -> HttpResponse:
        return self.render({"form": form, "never": NEVER_WRITE, "line": line(0)}, status=status)


class Write(OneCard):
    """Change a concept; what was sent stays as it was read."""

    template_name = TEMPLATE

    def get(self, request: HttpRequest, card_id: int) -> HttpResponseBase:
        if self.card.state != State.DRAFT.value:
            return self.back()
        self.note()
        return self.shown(self.make_form(initial=begin_with(self.card)))

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        if self.card.state != State.DRAFT.value:
            return self.back(Refused(_("De vraag is al gesteld, dus de tekst verandert niet meer. Trek de vraag in en stel een nieuwe.")))
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.shown(form, status=422)
        try:
            card = rewrite(self.card, form.written(), self.who)
        except Refused as why:
            return self.back(why)
        return ask_about(request, card, self.today)

    def make_form(self, *given: Any, **more: Any) -> CardForm:
        """The school of a card never changes."""
        return CardForm([self.card.site], self.today, *given, **more)

    def shown(self, form: CardForm, status: int = 200) -> HttpResponse:
        return self.render({"form": form, "never": NEVER_WRITE, "line": line(0), "card": self.card}, status=status)


class Discard(OneCard):
    """Throw a concept away."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        try:
            discard(self.card, self.who)
        except Refused as why:
            return self.back(why)
        messages.success(request, _("Het concept is weggegooid. Er is niets van bewaard."))
        return redirect("needcards:sent")


def ask_about(request: HttpRequest, card: NeedCard, today: date) -> HttpResponse:
    """On to choosing schools; what may be a name is said at once, for the concept is kept already."""
    for remark in warnings_of(card, today)[:MOST_ASKED]:
        messages.warning(request, translated(remark.text))
    return redirect("needcards:schools", card.pk)


def contact_of(user: Any) -> str:
    return ", ".join(part for part in (user.name, user.email) if part)
