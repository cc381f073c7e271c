"""What do the screens of questions between schools share: who may open them, the one card, and how it is said?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.needcards.actions.doing import Who, note_reading
from dekkend.needcards.models import NeedCard
from dekkend.needcards.permissions import may_ask
from dekkend.needcards.queries.cards import card_of
from dekkend.needcards.rules.days import final_on, lapses_on, wiped_on
from dekkend.organisations.words import Refused
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.queries.closures import closed_since
from dekkend.ui.screens import Screen
from dekkend.ui.steps import Step, step_line
from dekkend.ui.translation import translated


class CardRoom(Screen):
    """Every screen here is about a child: only for coordinators and directors, and only with a second factor."""

    access = may_ask
    personal_data = True

    @property
    def today(self) -> date:
        return self.request.today  # type: ignore[attr-defined]

    @property
    def who(self) -> Who:
        return Who(self.request.user, self.request.scope, self.today, timezone.now())  # type: ignore[attr-defined]

    def warn(self, why: Refused) -> None:
        messages.warning(self.request, translated(str(why)))


class OneCard(CardRoom):
    """A screen about a card that the own school asks; of any other school it is not there."""

    @cached_property
    def card(self) -> NeedCard:
        found = card_of(self.request.scope, self.kwargs["card_id"])  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @cached_property
    def closed(self) -> date | None:
        """Since when the own school is closed: then its questions can only be ended."""
        return closed_since(self.card.site_id)

    def render(self, context: dict[str, Any] | None = None, **more: Any) -> HttpResponse:
        return super().render({"closed": self.closed, "closed_name": self.card.site.name} | (context or {}), **more)

    def note(self) -> None:
        """Someone of the own school reads what stands on it."""
        note_reading(self.card, self.card.site, self.who)

    def back(self, why: Refused | None = None) -> HttpResponse:
        if why:
            self.warn(why)
        return redirect("needcards:card", self.card.pk)


def kinds(codes: Iterable[str]) -> list[str]:
    """The kinds of support by name; a code that left the catalogue by its code."""
    known = load_catalogue()
    items = [(code, known.item(code)) for code in codes]
    return [translated(item.label) if item else code for code, item in items]


def in_one_line(codes: Iterable[str]) -> str:
    return ", ".join(kinds(codes))


def line(done: int) -> tuple[Step, ...]:
    """Where someone is on the way from writing to sending."""
    titles = [(_("Schrijven"), ""), (_("Scholen kiezen"), ""), (_("Nakijken en vragen"), "")]
    return step_line(titles, done=done)


def terms_of(card: NeedCard) -> dict[str, date]:
    """When what happens by itself; by the name of what happens."""
    weeks = settings.NEED_CARD_WEEKS
    if card.closed_at is None:
        lapses = lapses_on(card.answer_by, weeks=weeks)
        return {"lapses": lapses, "wiped": wiped_on(lapses, weeks=weeks)}
    closed = timezone.localdate(card.closed_at)
    return {"undo_until": final_on(closed) - timedelta(1), "wiped": wiped_on(closed, weeks=weeks)}
