"""On which screens does a region look after its fixed text, and does a school say that it writes it otherwise?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.organisations.models import Site
from dekkend.organisations.views.of_region import RegionScreen
from dekkend.organisations.words import Refused
from dekkend.profiles.actions.fixed_text import judge_wording, set_fixed_text, tell_own_wording, title_of
from dekkend.profiles.forms import FixedTextForm, OwnWordingForm, VerdictForm
from dekkend.profiles.models import OwnWording
from dekkend.profiles.permissions import may_edit, may_look_after_form, sites_to_fill
from dekkend.profiles.queries.fixed_text import (
    history_of,
    in_force,
    sections_with_text,
    shared_texts,
    standing_on_old_text,
    wordings_of,
    wordings_within,
)
from dekkend.profiles.rules.fixed_text import change_between
from dekkend.profiles.words.fixed_text import Verdict
from dekkend.profiles.words.template import Section
from dekkend.ui.screens import FormScreen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated


class OfForm(RegionScreen):
    """A screen about the form of the region that this person looks after."""

    access = may_look_after_form

    @property
    def today(self) -> Any:
        return self.request.today  # type: ignore[attr-defined]

    def years(self) -> list[str]:
        this = SchoolYear.of(self.today)
        return [str(this.previous), str(this), str(this.next)]


class FixedTexts(OfForm):
    """The form of the region, section by section, with the fixed text of each in one school year."""

    template_name = "profiles/fixed_texts.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        asked = parse_school_year(request.GET.get("jaar", ""))
        year = str(asked or SchoolYear.of(self.today))
        texts = in_force(self.region.pk, year, today=self.today)
        sections = [(section, texts.get(section.id)) for section in sections_with_text()]
        waiting = wordings_within(request.scope).filter(verdict=Verdict.OPEN.value).count()  # type: ignore[attr-defined]
        return self.render({"region": self.region, "year": year, "years": self.years(), "sections": sections, "waiting": waiting})


class SetFixedText(OfForm, FormScreen):
    """The fixed text of one section: what holds, what it was, and a new version with a preview before it counts."""

    template_name = "profiles/fixed_text.html"

    @cached_property
    def section(self) -> Section:
        found = next((each for each in sections_with_text() if each.id == self.kwargs["section"]), None)
        if found is None:
            raise Http404
        return found

    @property
    def year(self) -> str:
        found = parse_school_year(self.kwargs["school_year"])
        if found is None:
            raise Http404
        return str(found)

    @cached_property
    def now_text(self) -> str:
        found = in_force(self.region.pk, self.year, today=self.today).get(self.section.id)
        return found.text if found else ""

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return FixedTextForm(self.today, data, initial={"text": self.now_text, "effective_on": self.today})

    def context(self, form: forms.Form) -> dict[str, Any]:
        versions = history_of(self.region.pk, self.section.id)
        older = [*versions[1:], None]
        history = [(each, change_between(old.text if old else "", each.text)) for each, old in zip(versions, older, strict=False)]
        return {"form": form, "region": self.region, "section": self.section, "year": self.year, "history": history, "text": self.now_text}

    def done(self, form: forms.Form) -> HttpResponse:
        text, day = form.cleaned_data["text"].strip(), form.cleaned_data["effective_on"]
        if self.request.POST.get("do") != "set":
            shown = {"preview": True, "preview_text": text, "change": change_between(self.now_text, text), "day": day}
            shown["losing"] = standing_on_old_text(self.region.pk, self.year, self.section.id)
            return self.render(self.context(form) | shown)
        if text == self.now_text:
            form.add_error("text", _("Dit is de tekst die nu al geldt. Verander eerst iets."))
            return self.render(self.context(form), status=422)
        user, now = self.request.user, timezone.now()
        set_fixed_text(self.region, self.year, self.section.id, text, effective_on=day, by=user, now=now)
        messages.success(self.request, _("De vaste tekst is vastgelegd. Alle scholen van de regio laten hem zien vanaf de gekozen dag."))
        return redirect("profiles:fixed_text", self.year, self.section.id)


class OwnWordings(OfForm):
    """Schools that write the fixed text otherwise: those that wait for a verdict first."""

    template_name = "profiles/fixed_text_wordings.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = self.table()
        if table.wants_csv:
            note_list_taken(
                request.user, _("Afwijkingen"), partnership_ids=[self.region.pk], count=table.in_file.count(), now=timezone.now()
            )
            return table.csv()
        for row in table.page:
            row.title = title_of(row.section)
        return self.render({"table": table})

    def table(self) -> Table:
        options = Verdict.choices()
        return Table(
            caption=_("Eigen teksten van scholen"),
            rows=wordings_within(self.request.scope),  # type: ignore[attr-defined]
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site__name",)),
                Column("jaar", _("Schooljaar"), lambda row: row.school_year, ("school_year",)),
                Column("onderdeel", _("Onderdeel"), lambda row: translated(title_of(row.section)), ("section",)),
                Column("gemeld", _("Gemeld op"), lambda row: timezone.localdate(row.told_at).isoformat(), ("told_at",)),
                Column("oordeel", _("Oordeel"), lambda row: translated(Verdict(row.verdict).label), ("verdict",)),
            ),
            row_template="profiles/fixed_text_wording_row.html",
            asked=self.request.GET.dict(),
            searched=("site__name", "text"),
            filters=(Filter("oordeel", _("Oordeel"), tuple(options), {value: Q(verdict=value) for value, _label in options}),),
            file_name="afwijkingen",
        )


class JudgeWording(OfForm, FormScreen):
    """One school's own wording beside the fixed text, word for word; the region says yes or no, with a reason."""

    template_name = "profiles/fixed_text_wording.html"
    form_class = VerdictForm

    @cached_property
    def wording(self) -> OwnWording:
        found = wordings_within(self.request.scope).filter(pk=self.kwargs["wording_id"]).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    def context(self, form: forms.Form) -> dict[str, Any]:
        wording = self.wording
        change = change_between(wording.fixed.text, wording.text)
        return {
            "form": form,
            "wording": wording,
            "change": change,
            "title": title_of(wording.section),
            "is_open": wording.verdict == "open",
        }

    def done(self, form: forms.Form) -> HttpResponse:
        verdict = Verdict(form.cleaned_data["verdict"])
        try:
            judge_wording(self.wording, verdict, form.cleaned_data["reason"], by=self.request.user, now=timezone.now())
        except Refused as why:
            messages.warning(self.request, translated(str(why)))
            return redirect("profiles:judge_wording", self.wording.pk)
        messages.success(self.request, _("Uw oordeel is bewaard. De school krijgt bericht."))
        return redirect("profiles:own_wordings")


class ProposeWording(FormScreen):
    """The fixed text of one section at one school, and the way to say that the school writes it otherwise."""

    access = may_edit
    template_name = "profiles/own_wording.html"

    @cached_property
    def site(self) -> Site:
        found = sites_to_fill(self.request.scope).filter(brin6=self.kwargs["brin6"]).first()  # type: ignore[attr-defined]
        if found is None or parse_school_year(self.kwargs["school_year"]) is None:
            raise Http404
        return found

    @cached_property
    def fixed(self) -> str:
        texts = in_force(self.site.partnership_id, self.kwargs["school_year"], today=self.request.today)  # type: ignore[attr-defined]
        if self.kwargs["section"] not in texts:
            raise Http404
        return texts[self.kwargs["section"]].text

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        year, section = self.kwargs["school_year"], self.kwargs["section"]
        shown = shared_texts(self.site, year, today=self.request.today)  # type: ignore[attr-defined]
        text = next((each.text for each in shown if each.section == section), self.fixed)
        return OwnWordingForm(data, initial={"text": text})

    def context(self, form: forms.Form) -> dict[str, Any]:
        year, section = self.kwargs["school_year"], self.kwargs["section"]
        proposed = [(each, change_between(self.fixed, each.text)) for each in wordings_of(self.site, year, section)]
        return {"form": form, "site": self.site, "year": year, "title": title_of(section), "fixed": self.fixed, "proposed": proposed}

    def done(self, form: forms.Form) -> HttpResponse:
        year, section = self.kwargs["school_year"], self.kwargs["section"]
        try:
            tell_own_wording(self.site, year, section, form.cleaned_data["text"], by=self.request.user, now=timezone.now())
        except Refused as why:
            form.add_error("text", translated(str(why)))
            return self.render(self.context(form), status=422)
        messages.success(self.request, _("Uw tekst ligt bij het samenwerkingsverband. Tot het oordeel geldt de vaste tekst."))
        return redirect("profiles:own_wording", self.site.brin6, year, section)
