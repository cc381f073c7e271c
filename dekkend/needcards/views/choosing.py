"""On which screens does a school choose whom to ask, look once more at what they will read, and ask?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import ngettext

from dekkend.finder.words.results import DETOUR
from dekkend.kernel.numbers import whole_number
from dekkend.needcards.actions.sending import send
from dekkend.needcards.actions.writing import choose
from dekkend.needcards.models import Inquiry
from dekkend.needcards.queries.cards import asked_with, facts_of, warnings_of
from dekkend.needcards.queries.schools import candidates, home_of, regions
from dekkend.needcards.rules.candidates import found_by
from dekkend.needcards.rules.procedure import PROCEDURE
from dekkend.needcards.views.one import OneCard, kinds, line, terms_of
from dekkend.needcards.words.cards import MOST_SCHOOLS, Kind, State
from dekkend.needcards.words.facts import Candidate, Has
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Refused
from dekkend.register.queries.closures import closures_of

SHOWN = 40  # schools on one screen, beside those that were chosen
LONGEST_SEARCH = 100  # characters


@dataclass(frozen=True)
class Row:
    """One school in the list, its question when it was chosen, and pairs of a kind that is needed and what the school says of it."""

    school: Candidate
    inquiry: Inquiry | None
    signs: tuple[tuple[str, Has], ...]


class BeforeSending(OneCard):
    """A screen on the way to asking; of a card that is over it leads back to the card."""

    @property
    def is_over(self) -> bool:
        return self.card.state not in (State.DRAFT.value, State.OPEN.value)

    @cached_property
    def inquiries(self) -> list[Inquiry]:
        return asked_with(self.card)


class Schools(BeforeSending):
    """The schools of a region with what they say of each kind that is needed; those that have it first, then the nearest."""

    template_name = "needcards/schools.html"

    def get(self, request: HttpRequest, card_id: int) -> HttpResponseBase:
        if self.is_over:
            return self.back()
        self.note()
        return self.shown()

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        try:
            choose(self.card, keys(request, "shown"), keys(request, "site"), self.who)
        except Refused as why:
            self.warn(why)
            return redirect(self.here())
        if request.POST.get("do") == "next":
            return redirect("needcards:look_over", self.card.pk)
        return redirect(self.here())

    def shown(self) -> HttpResponse:
        asked = {each.site_id: each for each in self.inquiries}
        chosen = [each for each in self.candidates if each.site_id in asked]
        others = [each for each in self.of_region(self.region) if each.site_id not in asked]
        found = found_by(others, self.words)
        open_to, alone = [each for each in found if each.reachable], [each for each in found if not each.reachable]
        context = {
            "card": self.card,
            "kinds": kinds(self.card.codes),
            "chosen": [row_of(each, asked[each.site_id]) for each in chosen],
            "found": [row_of(each, None) for each in open_to[:SHOWN]],
            "alone": [row_of(each, None) for each in alone[:SHOWN]],
            "more": max(0, len(open_to) - SHOWN),
            "words": self.words,
            "region": self.region,
            "regions": self.regions,
            "most": MOST_SCHOOLS,
            "placed": home_of(self.card) is not None,
            "detour": f"{DETOUR}".replace(".", ","),
            "room": MOST_SCHOOLS - len(asked),
            "line": line(1),
        }
        return self.render(context)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Of the region that is shown, and of every region of a school that was chosen."""
        wanted = {self.region.pk, *(each.site.partnership_id for each in self.inquiries)}
        return [each for region in self.regions if region.pk in wanted for each in self.of_region(region)]

    def of_region(self, region: Partnership) -> list[Candidate]:
        if region.pk not in self._read:
            self._read[region.pk] = candidates(self.card, region, today=self.today)
        return self._read[region.pk]

    @cached_property
    def _read(self) -> dict[int, list[Candidate]]:
        return {}

    @cached_property
    def regions(self) -> list[Partnership]:
        return regions()

    @cached_property
    def region(self) -> Partnership:
        """The one that was asked for, else the own."""
        wanted = self.given("regio")
        return next((each for each in self.regions if str(each.pk) == wanted), self.card.site.partnership)

    @property
    def words(self) -> str:
        return self.given("zoek")[:LONGEST_SEARCH]

    def given(self, name: str) -> str:
        """Looking for a school is a form as well: what was ticked is kept."""
        return str(self.request.POST.get(name, "") or self.request.GET.get(name, "")).strip()

    def here(self) -> str:
        asked = {"zoek": self.words, "regio": self.given("regio")}
        kept = urlencode({name: value for name, value in asked.items() if value})
        return reverse("needcards:schools", args=[self.card.pk]) + (f"?{kept}" if kept else "")


def row_of(school: Candidate, inquiry: Inquiry | None) -> Row:
    return Row(school, inquiry, tuple(zip(kinds(school.has), school.has.values(), strict=True)))


def keys(request: HttpRequest, name: str) -> set[int]:
    """What is no number was not shown."""
    return {key for value in request.POST.getlist(name) if (key := whole_number(value)) is not None}


class LookOver(BeforeSending):
    """What the schools will read, who will read it, what may be a name, and the button."""

    template_name = "needcards/look_over.html"

    def get(self, request: HttpRequest, card_id: int) -> HttpResponseBase:
        if self.is_over:
            return self.back()
        self.note()
        return self.shown(frozenset())

    def post(self, request: HttpRequest, card_id: int) -> HttpResponse:
        decided = frozenset(request.POST.getlist("no_name"))
        try:
            count = send(self.card, decided, self.who)
        except Refused as why:
            self.warn(why)
            return self.back() if self.is_over else self.shown(decided, status=422)
        told = ngettext("De vraag is gesteld aan {count} school.", "De vraag is gesteld aan {count} scholen.", count)
        messages.success(request, told.format(count=count))
        return redirect("needcards:card", self.card.pk)

    def shown(self, decided: frozenset[str], status: int = 200) -> HttpResponse:
        first = self.card.state == State.DRAFT.value
        warnings = warnings_of(self.card, self.today) if first else ()
        facts = facts_of(self.card, today=self.today)
        gone = closures_of(each.site_id for each in self.inquiries)
        context = {
            "card": self.card,
            "kinds": kinds(self.card.codes),
            "asked": [each for each in self.inquiries if each.sent_at],
            "waiting": [each for each in self.inquiries if not each.sent_at and each.site_id not in gone],
            "gone": [each.site.name for each in self.inquiries if not each.sent_at and each.site_id in gone],
            "warnings": [(each, each.found in decided) for each in warnings],
            "blockers": PROCEDURE.blockers(Kind.SEND if first else Kind.ASK_MORE, facts),
            "first": first,
            "terms": terms_of(self.card),
            "line": line(2),
        }
        return self.render(context, status=status)
