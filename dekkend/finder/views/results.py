"""Which schools can help, which of it do we not know; what was meant; and how do up to four schools compare?"""

from __future__ import annotations

from typing import Any

import numpy as np
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dekkend.finder.queries.asked import named_in, needs_of, understood_of
from dekkend.finder.queries.distance import detour_at
from dekkend.finder.queries.form import asking_context
from dekkend.finder.queries.index import index_on
from dekkend.finder.rules.naming import meant_by
from dekkend.finder.rules.places import UnknownPlace, spot_of
from dekkend.finder.rules.searching import search
from dekkend.finder.views.base import OpenScreen
from dekkend.finder.views.showing import cards_of, names_of, results_context
from dekkend.finder.words.asking import MOST_COMPARED, Asked
from dekkend.finder.words.results import Index, Need, Wish
from dekkend.finder.words.understanding import Match
from dekkend.organisations.models import Site
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.queries import published_sites


class AskedScreen(OpenScreen):
    """A page about a question that the own browser keeps. Without it there is nothing to see, for nobody."""

    def question(self, slot: str) -> Asked | None:
        return self.asked_before().get(slot)

    def gone(self) -> HttpResponse:
        fault = _("Deze vraag is er niet meer. Wij bewaren hem niet, en uw browser hoogstens 2 uur. Stel hem hier opnieuw.")
        return self.render(asking_context(Asked(), fault=fault), status=404, template="finder/ask.html")


class Results(AskedScreen):
    """The result; or first what was meant, when we are not sure: we never guess in silence."""

    template_name = "finder/results.html"

    def get(self, request: HttpRequest, slot: str) -> HttpResponse:
        asked = self.question(slot)
        if asked is None:
            return self.gone()
        understood = understood_of(asked)
        if understood.asks_back and not asked.decided and not (asked.chosen and not understood.unsure):
            return redirect("finder:meaning", slot)
        try:
            return self.render(results_context(request, asked, slot=slot))
        except UnknownPlace as fault:
            meant = meant_by(asked.place, index_on(request.today))  # type: ignore[attr-defined]
            context = asking_context(asked, place_fault=str(fault)) | {"meant": meant}
            return self.render(context, status=404, template="finder/ask.html")


class Meaning(AskedScreen):
    """What we understood, word by word, and everything else there is to choose from."""

    template_name = "finder/meaning.html"

    def get(self, request: HttpRequest, slot: str) -> HttpResponse:
        asked = self.question(slot)
        if asked is None:
            return self.gone()
        understood = understood_of(asked)
        needs = needs_of(asked, understood)
        picked = {need.codes for need in needs}
        offered = [(match, options(match, picked)) for match in understood.matches]
        offered_codes = {code for match in understood.matches for code in match.codes}
        rest = [codes for codes in picked if not set(codes) <= offered_codes]
        context = asking_context(asked, chosen=rest)
        understood, meant = named_in(asked, understood, index_on(request.today))  # type: ignore[attr-defined]
        shown = {"slot": slot, "understood": understood, "offered": offered, "nothing": not understood.matches, "named": meant}
        return self.render(context | shown)


def options(match: Match, picked: set[tuple[str, ...]]) -> list[dict[str, Any]]:
    """The choices that words give: together when one answers all, else one by one."""
    groups = [match.codes] if match.sure else [(code,) for code in match.codes]
    return [{"value": ",".join(group), "labels": names_of(Need(group)), "picked": group in picked} for group in groups]


class Compare(AskedScreen):
    """Up to four schools side by side: on what was asked, and else on everything they say."""

    template_name = "finder/compare.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        slot = request.GET.get("vraag", "")
        asked = self.question(slot) or Asked()
        index = index_on(request.today)  # type: ignore[attr-defined]
        places = chosen_places(request, index)
        needs = needs_of(asked, understood_of(asked)) or everything(index, places)
        try:
            spot = spot_of(asked.place, index.areas, index.places, index.regions)
        except UnknownPlace:
            spot = None
        hits = search(index, Wish(needs=needs, spot=spot, reach=None, detour=detour_at(spot)))
        cards = cards_of(request, index, hits, needs, places)
        rows = [(names_of(need), [(card, card.lines[at]) for card in cards]) for at, need in enumerate(needs)]
        shown = {"cards": cards, "rows": rows, "slot": slot if asked != Asked() else "", "most": MOST_COMPARED}
        too_many = len(request.GET.getlist("school")) > MOST_COMPARED
        gone = closed_among(request, index)
        return self.render(shown | {"too_many": too_many, "gone": gone, "today": request.today})  # type: ignore[attr-defined]


def chosen_places(request: HttpRequest, index: Index) -> list[int]:
    """The places in the index of the schools that were ticked, in that order."""
    wanted = list(dict.fromkeys(code[:6].upper() for code in request.GET.getlist("school")[:20]))
    where = {site.brin6: at for at, site in enumerate(index.sites) if site.brin6 in wanted}
    return [where[brin6] for brin6 in wanted if brin6 in where][:MOST_COMPARED]


def closed_among(request: HttpRequest, index: Index) -> list[Site]:
    """Of the schools that were ticked those that closed, each with its day: they are not compared, and that is said."""
    known = {site.brin6 for site in index.sites}
    wanted = {code[:6].upper() for code in request.GET.getlist("school")[:20]} - known
    public = published_sites(today=request.today)  # type: ignore[attr-defined]
    return list(public.filter(brin6__in=wanted, closed_on__isnull=False)) if wanted else []  # type: ignore[misc]  # annotated


def everything(index: Index, places: list[int]) -> tuple[Need, ...]:
    """Without a question: every kind of support about which at least one of these schools says something."""
    known = np.asarray(index.states[places].any(axis=0)) if places else np.zeros(len(index.codes), dtype=bool)
    return tuple(Need((item.code,)) for item in load_catalogue().items if known[index.column(item.code)])
