"""On which screens does a region see how far its schools are this year, choose its days, and remind?"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dekkend.adoption.actions.campaign import letter_values, remind_schools, set_round
from dekkend.adoption.forms import RoundForm
from dekkend.adoption.queries.campaign import places_of, with_parts, within_reach
from dekkend.adoption.queries.rounds import round_of
from dekkend.adoption.rules.campaign import WHO_IS_MAILED, why_not
from dekkend.adoption.views.arranging import who_of
from dekkend.adoption.words.campaign import Place, Round, Stage
from dekkend.audit.actions import note_list_taken
from dekkend.kernel.numbers import whole_number
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.notices.rules.composing import compose
from dekkend.notices.words import Notice
from dekkend.organisations.views.of_region import RegionScreen
from dekkend.organisations.words import Refused
from dekkend.profiles.permissions import may_look_after_form
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.screens import FormScreen
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated

MOST = 1000  # schools at once


class RoundScreen(RegionScreen):
    """A screen about the round of the own region in one school year."""

    access = may_look_after_form

    @property
    def today(self) -> Any:
        return self.request.today  # type: ignore[attr-defined]

    @cached_property
    def year(self) -> str:
        """The school year that was asked for, else the one of today."""
        asked = parse_school_year(self.request.GET.get("jaar", ""))
        return str(asked or SchoolYear.of(self.today))

    @cached_property
    def round(self) -> Round:
        return round_of(self.region, self.year)

    @cached_property
    def places(self) -> list[Place]:
        return places_of(self.request.scope, self.region, self.year, today=self.today)  # type: ignore[attr-defined]

    def back(self) -> HttpResponse:
        return redirect(f"{reverse('adoption:campaign')}?jaar={self.year}")


class CampaignBoard(RoundScreen):
    """Every school of the region: where its offer lies, how much is written, by when, and when it was reminded."""

    template_name = "adoption/campaign.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            table = self.table(with_parts(table.found, self.year))
            name, regions = _("Ronde"), [self.region.pk]
            note_list_taken(request.user, name, partnership_ids=regions, count=len(table.in_file), now=who_of(request).now)
            return table.csv()
        counted = Counter(place.stage for place in self.places)
        table.page.object_list = with_parts(list(table.page.object_list), self.year)
        context = {"table": table, "region": self.region, "round": self.round}
        context |= {"late": sum(place.late for place in self.places), "counts": [(stage, counted[stage]) for stage in Stage]}
        return self.render(context | {"year": self.year, "years": self.years(), "total": len(self.places)})

    def years(self) -> list[str]:
        this = SchoolYear.of(self.today)
        return [str(this.previous), str(this), str(this.next)]

    def table(self, places: list[Place] | None = None) -> RowTable:
        return RowTable(
            caption=_("Hoe ver elke school is"),
            rows=self.places if places is None else places,
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site.name",)),
                Column("bestuur", _("Bestuur"), lambda row: row.site.board.name, ("site.board.name", "site.name")),
                Column("waar", _("Waar het ligt"), lambda row: translated(row.stage.label), ("order", "site.name")),
                Column("dag", _("Verwacht op"), lambda row: row.due.day.isoformat() if row.due else "", ("days_left", "site.name")),
                Column("herinnerd", _("Herinnerd"), lambda row: moment_of(row), ("reminded_at",)),
            ),
            only_in_file=(
                Column("klaar", _("Onderdelen klaar"), lambda row: "" if row.done is None else str(row.done)),
                Column("onderdelen", _("Onderdelen"), lambda row: "" if row.total is None else str(row.total)),
                Column("dagen", _("Dagen"), lambda row: "" if row.days_left is None else str(row.days_left)),
                Column("vragen", _("Vragen"), lambda row: str(row.asked)),
                Column("vestigingscode", _("Vestigingscode"), lambda row: row.site.brin6),
            ),
            row_template="adoption/campaign_row.html",
            asked=self.request.GET.dict(),
            searched=("site.name", "site.place", "site.board.name"),
            filters=filters(),
            kept={"jaar": self.year} if self.request.GET.get("jaar") else {},
            file_name="ronde",
        )


class SetRound(RoundScreen, FormScreen):
    """From when and until when the region asks for the offers of one year."""

    template_name = "adoption/campaign_days.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return RoundForm(data, initial={"opens_on": self.round.opens_on, "deadline": self.round.deadline})

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "region": self.region, "year": self.year}

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            set_round(self.region, self.year, form.cleaned_data["opens_on"], form.cleaned_data["deadline"], who_of(self.request))
        except Refused as why:
            form.add_error("deadline", translated(str(why)))
            return self.render(self.context(form), status=422)
        messages.success(self.request, _("De dagen van de ronde zijn bewaard."))
        return self.back()


class Remind(RoundScreen):
    """First the mail and whom it goes to; then it is sent. Without a school chosen there is nothing to see."""

    template_name = "adoption/campaign_remind.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        chosen = {key for text in request.GET.getlist("school")[:MOST] if (key := whole_number(text)) is not None}
        places = [place for place in self.places if place.pk in chosen]
        if not places:
            messages.warning(request, _("Kies eerst een of meer scholen."))
            return self.back()
        now = who_of(request).now
        reached, nobody = within_reach(places, self.today), _("Niemand van deze school heeft een account. Nodig eerst iemand uit.")
        said = [
            (place, why_not(place, self.round, now=now, today=self.today) or ("" if place.pk in reached else nobody)) for place in places
        ]
        to = [(place, [translated(role.label) for role in WHO_IS_MAILED[place.stage]]) for place, why in said if not why]
        context = {"to": to, "passed_over": [(place, why) for place, why in said if why], "year": self.year}
        return self.render(context | {"letter": self.letter(to[0][0]) if to else None})

    def letter(self, place: Place) -> Any:
        link = f"{settings.SITE_ADDRESS}{reverse('adoption:case', args=[place.site.brin6, self.year])}"
        return compose(Notice.OFFER_AWAITED, name="", link=link, values=letter_values(place, self.round))

    def post(self, request: HttpRequest) -> HttpResponse:
        chosen = {key for text in request.POST.getlist("school")[:MOST] if (key := whole_number(text)) is not None}
        sent = remind_schools(self.region, self.year, chosen, who_of(request))
        if sent:
            told = ngettext("{number} school krijgt een herinnering.", "{number} scholen krijgen een herinnering.", len(sent))
            messages.success(request, told.format(number=len(sent)))
        else:
            messages.warning(request, _("Er is niets verstuurd: geen van deze scholen kan nu een herinnering krijgen."))
        return self.back()


def filters() -> tuple[RowFilter, ...]:
    by_stage = {stage.value: is_at(stage) for stage in Stage}
    options = tuple((stage.value, stage.label) for stage in Stage)
    late = {"ja": lambda place: place.late, "nee": lambda place: place.joined and not place.late, "niemand": lambda place: not place.joined}
    states = (("ja", _("Te laat")), ("nee", _("Op tijd")), ("niemand", _("Er doet nog niemand mee")))
    return (
        RowFilter("waar", _("Waar het ligt"), options, by_stage, _("Overal")),
        RowFilter("te-laat", _("Te laat"), states, late, _("Alles")),
    )


def is_at(stage: Stage) -> Any:
    return lambda place: place.stage is stage


def moment_of(place: Place) -> str:
    return place.reminded_at.date().isoformat() if place.reminded_at else ""
