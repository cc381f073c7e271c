"""How does someone ask: by place, by need, or by both; and what does the page do with what was typed?"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from dekkend.finder.forms import ANY_REACH, SearchForm
from dekkend.finder.gateways.keeping import COOKIE, PATH
from dekkend.finder.queries.asked import understood_of
from dekkend.finder.queries.form import asking_context
from dekkend.finder.queries.index import index_on
from dekkend.finder.rules.naming import meant_by
from dekkend.finder.rules.places import UnknownPlace, spot_of
from dekkend.finder.views.base import OpenScreen, hand_over, not_counted_before, refuse_from_elsewhere, remember
from dekkend.finder.views.showing import results_context
from dekkend.finder.words.asking import Asked
from dekkend.signals.actions.counting import count_unknown


@method_decorator(csrf_exempt, name="dispatch")
class Ask(OpenScreen):
    """The empty form, schools around a place (`?plaats=`, which may stand in an address), and what a filled form leads to."""

    template_name = "finder/ask.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        place = request.GET.get("plaats", "").strip()
        if not place:
            return self.render(asking_context(Asked()))
        form = SearchForm(request.GET)
        asked = Asked(place=place[:80], reach=form.cleaned_data["afstand"] if form.is_valid() else Asked().reach)
        try:
            return self.render(results_context(request, asked, slot=""), template="finder/results.html")
        except UnknownPlace as fault:
            return self.render(self.meaning_of_place(asked, str(fault)), status=404)

    def post(self, request: HttpRequest) -> HttpResponse:
        refuse_from_elsewhere(request)
        form = SearchForm(request.POST)
        before = self.asked_before().get(request.POST.get("vraag", ""))
        if not form.is_valid():
            return self.refused(form, Asked(place=request.POST.get("plaats", "")[:80], text=request.POST.get("nodig", "")[:300]))
        asked = answered(form.cleaned_data, before)
        if asked.place and (fault := self.place_fault(asked.place)):
            return self.render(self.meaning_of_place(asked, fault), status=422)
        if not (asked.text or asked.chosen):
            return self.without_need(asked)
        stems = not_counted_before(request, understood_of(asked).stems) if before is None else ()
        count_unknown(stems)
        slot, cookie = remember(request, asked, stems)
        return hand_over(redirect("finder:results", slot), cookie, secure=settings.SESSION_COOKIE_SECURE)

    def without_need(self, asked: Asked) -> HttpResponse:
        """A place alone is no secret: it stands in the address, so that the list can be mailed."""
        if not asked.place:
            fault = _("Vul een postcode of plaats in, of schrijf wat uw kind nodig heeft. Een van de twee is genoeg.")
            return self.render(asking_context(asked, fault=fault), status=422)
        reach = ANY_REACH if asked.reach is None else str(asked.reach)
        return redirect(f"{reverse('finder:ask')}?{urlencode({'plaats': asked.place, 'afstand': reach})}")

    def refused(self, form: SearchForm, asked: Asked) -> HttpResponse:
        fault = _("Wat u invulde is te lang of staat niet in de lijst. Maak het korter en probeer het opnieuw.")
        return self.render(asking_context(asked, fault=fault), status=422)

    def meaning_of_place(self, asked: Asked, fault: str) -> dict[str, Any]:
        """The form with what is wrong with the place, and the places and schools that it looks like."""
        index = index_on(self.request.today)  # type: ignore[attr-defined]
        return asking_context(asked, place_fault=fault) | {"meant": meant_by(asked.place, index)}

    def place_fault(self, place: str) -> str:
        index = index_on(self.request.today)  # type: ignore[attr-defined]
        try:
            spot_of(place, index.areas, index.places, index.regions)
        except UnknownPlace as fault:
            return str(fault)
        return ""


def answered(given: dict[str, Any], before: Asked | None) -> Asked:
    """The question that was filled in; with `before` the one to which this says what was meant, and from which place."""
    if before is None:
        return Asked(given["nodig"].strip(), given["plaats"].strip(), given["kies"], reach=given["afstand"])
    return Asked(before.text, given["plaats"].strip() or before.place, given["kies"], decided=True, reach=before.reach)


@method_decorator(csrf_exempt, name="dispatch")
class Forget(OpenScreen):
    """The browser lets go of every question at once."""

    def post(self, request: HttpRequest) -> HttpResponse:
        refuse_from_elsewhere(request)
        response = redirect("finder:ask")
        response.delete_cookie(COOKIE, path=PATH, samesite="Strict")
        return response
