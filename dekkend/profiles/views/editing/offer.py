"""Which screens does a school begin with: its years, what is public, what is being written, and how to begin?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.organisations.models import Site
from dekkend.profiles.actions import copy_forward, correct, make_draft
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.permissions import may_edit, own_sites, sites_to_fill
from dekkend.profiles.queries import newest_version
from dekkend.profiles.queries.years import YearOfSite, draft_exists, newest_of_year, years_of
from dekkend.profiles.rules.values import empty_profile
from dekkend.profiles.words.editing import EditRefused
from dekkend.register.queries.closures import closed_since
from dekkend.ui.screens import Screen
from dekkend.ui.tables import Column, Table


class SiteScreen(Screen):
    """A screen about one site that this person may write for; any other site is not there."""

    access = may_edit

    @cached_property
    def site(self) -> Site:
        found = self.within_reach.filter(brin6=self.kwargs["brin6"]).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def within_reach(self) -> Any:
        return own_sites(self.request.scope)  # type: ignore[attr-defined]

    @property
    def now_and_next(self) -> tuple[SchoolYear, SchoolYear]:
        year = SchoolYear.of(self.request.today)  # type: ignore[attr-defined]
        return year, year.next

    def years(self, site: Site) -> list[YearOfSite]:
        asked = [str(year) for year in self.now_and_next]
        return years_of(site, me=self.request.user, today=self.request.today, asked=asked, now=timezone.now())  # type: ignore[attr-defined]

    def context(self, site: Site) -> dict[str, Any]:
        known = {"this_year": str(self.now_and_next[0]), "closed_on": closed_since(site.pk)}
        return known | {"site": site, "years": self.years(site)}


class Offers(SiteScreen):
    """All open sites to write for; with one site, that site itself, also when it closed."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        sites = list(self.within_reach[:2])
        if len(sites) == 1:
            return self.render(self.context(sites[0]), template="profiles/edit/offer.html")
        table = Table(
            caption=gettext("Scholen waarvoor u het aanbod kunt schrijven"),
            rows=sites_to_fill(request.scope).order_by("name", "brin6"),  # type: ignore[attr-defined]
            columns=(
                Column("school", gettext("School"), lambda row: row.name, ("name",)),
                Column("plaats", gettext("Plaats"), lambda row: row.place, ("place",)),
                Column("bestuur", gettext("Bestuur"), lambda row: row.board.name, ("board__name",)),
            ),
            row_template="profiles/edit/offers_row.html",
            asked=request.GET.dict(),
            searched=("name", "place", "brin6"),
            file_name=gettext("ons-aanbod"),
        )
        return table.csv() if table.wants_csv else self.render({"table": table}, template="profiles/edit/offers.html")


class Offer(SiteScreen):
    """The years of one site."""

    template_name = "profiles/edit/offer.html"

    def get(self, request: HttpRequest, brin6: str) -> HttpResponse:
        return self.render(self.context(self.site))


class Begin(SiteScreen):
    """Begin the draft of a year: with last year's answers, empty, or with what was frozen already."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        if parse_school_year(school_year) not in self.now_and_next and not newest_of_year(self.site, school_year):
            raise Http404
        if not draft_exists(self.site, school_year):
            if closed_since(self.site.pk):
                messages.warning(request, gettext("Deze school is gesloten. U kunt voor haar geen nieuw aanbod beginnen."))
                return redirect("profiles:offer", brin6)
            try:
                self.begin(request.POST.get("with", ""), school_year)
            except EditRefused as refused:
                messages.warning(request, refused.message)
                return redirect("profiles:offer", brin6)
        return redirect("profiles:edit", brin6, school_year)

    def begin(self, how: str, school_year: str) -> None:
        by, now = self.request.user, timezone.now()
        frozen = newest_of_year(self.site, school_year)
        if how == "last":
            copy_forward(self.site, school_year, by=by, now=now)
        elif how == "version" and frozen:
            correct(frozen, by=by, now=now)
        else:
            last = newest_version(self.site, before=school_year)
            template = load_template(last.template) if last else load_template()
            profile = empty_profile(template, school_year, self.site.brin6)
            make_draft(self.site, profile, evidence={}, source=None, made_by=by, now=now)
