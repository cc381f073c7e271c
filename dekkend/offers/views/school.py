"""On which screens does a school say how its offer stands between two adoptions, and who sees that at a glance?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.offers.actions import saying
from dekkend.offers.forms import SayForm
from dekkend.offers.permissions import may_choose, may_oversee, may_say, may_say_at, may_see
from dekkend.offers.queries import history_of, offers_of, offers_within, said_by, site_within
from dekkend.offers.rules.counting import by_site, summary
from dekkend.offers.rules.standing import claimed, is_stale
from dekkend.offers.words import Availability, Refused, Said, SiteOffer
from dekkend.organisations.models import Site
from dekkend.organisations.queries import sites_within
from dekkend.register.queries.closures import closing_of, still_open
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Heading

PER_SCREEN = 200  # a school has some forty offers: all on one page


class Overview(Screen):
    """The schools within reach: how much they offer, what they cannot give now, and what nobody confirmed lately."""

    access = may_see
    template_name = "offers/overview.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        sites = list(still_open(sites_within(request.scope)))  # type: ignore[attr-defined]
        oversees = may_oversee.test(request.scope, None)  # type: ignore[attr-defined]
        if len(sites) == 1 and not oversees:
            return redirect("offers:site", sites[0].brin6)
        table = self.table(sites)
        return (
            table.csv()
            if table.wants_csv
            else self.render(
                {"table": table, "may_oversee": oversees, "may_choose": may_choose.test(request.scope, None)}  # type: ignore[attr-defined]
            )
        )

    def table(self, sites: list[Site]) -> RowTable:
        today = self.request.today  # type: ignore[attr-defined]
        offers = by_site(offers_within(self.request.scope, today=today))  # type: ignore[attr-defined]
        return RowTable(
            caption=_("Scholen en hun aanbod nu"),
            rows=[summary(site, offers.get(site.pk, ()), today) for site in sites],
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site.name", "site.brin6")),
                Column("jaar", _("Schooljaar"), lambda row: row.school_year, ("school_year",)),
                Column("aanbod", _("Aanbod"), lambda row: str(row.claimed), ("claimed",)),
                Column("nu-niet", _("Nu niet"), lambda row: str(row.paused), ("paused",)),
                Column("lang", _("Lang niet bevestigd"), lambda row: str(row.stale), ("stale",)),
                Column("onbekend", _("Niet bekend"), lambda row: str(row.unknown), ("unknown",)),
                Column("oudste", _("Oudste bevestiging"), lambda row: iso(row.oldest), ("oldest",)),
            ),
            row_template="offers/overview_row.html",
            asked=self.request.GET.dict(),
            searched=("site.name", "site.place", "site.brin6"),
            filters=(filter_of_schools(),),
            file_name="aanbod-per-school",
        )


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def filter_of_schools() -> RowFilter:
    conditions = {
        "lang": lambda row: row.stale > 0,
        "nu-niet": lambda row: row.paused > 0,
        "niets": lambda row: not row.school_year,
    }
    options = (
        ("lang", _("Lang niet bevestigd")),
        ("nu-niet", _("Iets kan nu niet")),
        ("niets", _("Nog geen openbaar aanbod")),
    )
    return RowFilter("welke", _("Welke scholen"), options, conditions, _("Alle scholen"))


class OneSite(Screen):
    """A screen about one site within reach; any other is not there."""

    access = may_see

    @cached_property
    def site(self) -> Site:
        found = site_within(self.request.scope, self.kwargs["brin6"])  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @property
    def may_say(self) -> bool:
        return may_say_at(self.request.scope, self.site)  # type: ignore[attr-defined]

    @cached_property
    def offers(self) -> tuple[SiteOffer, ...]:
        return offers_of(self.site, today=self.request.today)  # type: ignore[attr-defined]


class SiteNow(OneSite):
    """What can this school do now, and what does it say about it?"""

    template_name = "offers/site.html"

    def get(self, request: HttpRequest, brin6: str) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            return table.csv()
        today = request.today  # type: ignore[attr-defined]
        said = said_by(self.site)
        for row in table.page:
            row.may_say, row.undoable = self.may_say, row.offer.claim.key in said
        shown = summary(self.site, self.offers, today)
        closed_on, closes_on = closing_of(self.site.pk)
        shown_with = {"may_say": self.may_say, "brin6": brin6, "closed_on": closed_on, "closes_on": closes_on}
        return self.render({"table": table, "site": self.site, "summary": shown} | shown_with)

    def table(self) -> RowTable:
        today = self.request.today  # type: ignore[attr-defined]
        return SiteTable(
            may_say=self.may_say,
            caption=_("Aanbod van deze school, met wat er nu van waar is"),
            rows=[Row(offer, is_stale(offer.confirmed_on, today)) for offer in claimed(self.offers)],
            columns=(
                Column("hulp", _("Hulp"), lambda row: row.offer.claim.label, ("label",)),
                Column("nu", _("Nu"), lambda row: row.offer.state.label, ("state",)),
                Column("uren", _("Uren per week"), lambda row: str(row.hours if row.hours is not None else ""), ("hours",)),
                Column(
                    "bevestigd", _("Bevestigd"), lambda row: row.confirmed_on.isoformat() if row.confirmed_on else "", ("confirmed_on",)
                ),
            ),
            row_template="offers/site_row.html",
            asked=self.request.GET.dict(),
            per_page=PER_SCREEN,
            file_name=f"aanbod-{self.site.brin6}",
        )


@dataclass(frozen=True)
class SiteTable(RowTable):
    """The list of one school, with a column for what can be done where someone may."""

    may_say: bool = False

    def headings(self) -> list[Heading]:
        return [*super().headings(), Heading(_("Doen"))] if self.may_say else super().headings()


class Row:
    """One offer in the list of its school."""

    def __init__(self, offer: SiteOffer, stale: bool) -> None:
        self.offer, self.stale = offer, stale
        self.label, self.state = offer.claim.label.casefold(), offer.state.label
        self.hours, self.confirmed_on = offer.hours_per_week, offer.confirmed_on
        self.may_say = self.undoable = False


class OneOffer(OneSite):
    """A screen about one offer that the school claims; the school itself uses it."""

    access = may_say

    @cached_property
    def offer(self) -> SiteOffer:
        key = self.kwargs["offer_key"]
        found = next((offer for offer in claimed(self.offers) if offer.claim.key == key), None)
        if found is None or not self.may_say:
            raise Http404
        return found

    @property
    def given(self) -> dict[str, Any]:
        who = {"by": self.request.user, "scope": self.request.scope}  # type: ignore[attr-defined]
        return who | {"today": self.request.today, "now": timezone.now()}  # type: ignore[attr-defined]

    def back(self) -> HttpResponse:
        return redirect("offers:site", self.site.brin6)


class Say(OneOffer, FormScreen):
    """How does this offer stand, and what was said before?"""

    template_name = "offers/say.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        said = self.offer.said
        names = ("from_day", "until", "note_for_parents", "role", "persons", "hours")
        return SayForm(data, initial={name: getattr(said, name) for name in names} | {"state": said.state.value})

    def context(self, form: forms.Form) -> dict[str, Any]:
        history = list(history_of(self.site, self.offer.claim.key)[:50])
        return {"form": form, "site": self.site, "offer": self.offer, "history": history}

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            saying.declare(self.site, self.offer.claim.key, form.said(), **self.given)  # type: ignore[attr-defined]
        except Refused as why:
            form.add_error(None, str(why))
            return self.render(self.context(form), status=422)
        messages.success(self.request, _("Bewaard: {offer}. Op de schoolpagina staat het nu ook zo.").format(offer=self.offer.claim.label))
        return self.back()


class Click(OneOffer):
    """One click about one offer."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, brin6: str, offer_key: str) -> HttpResponse:
        try:
            self.act()
        except Refused as why:
            messages.warning(request, str(why))
        return self.back()

    def act(self) -> None:
        raise NotImplementedError


class Confirm(Click):
    def act(self) -> None:
        saying.confirm(self.site, self.offer.claim.key, **self.given)
        messages.success(self.request, _("Bevestigd: {offer}.").format(offer=self.offer.claim.label))


class Pause(Click):
    """Not now, and nobody knows yet until when; days and words can be added on the next screen."""

    def act(self) -> None:
        saying.declare(self.site, self.offer.claim.key, Said(Availability.PAUSED), **self.given)
        what = _("{offer} staat nu op tijdelijk niet beschikbaar. Kies Wijzig om erbij te zetten tot wanneer.")
        messages.success(self.request, what.format(offer=self.offer.claim.label))


class Undo(Click):
    def act(self) -> None:
        saying.undo(self.site, self.offer.claim.key, **self.given)
        messages.success(self.request, _("Teruggezet: {offer}.").format(offer=self.offer.claim.label))
