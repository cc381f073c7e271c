"""On which screens does a region look after the catalogue, the words of its schools, the norm and the asking?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.offers.actions import choosing
from dekkend.offers.forms import ChoiceForm, NameForm
from dekkend.offers.gateways import load_norms
from dekkend.offers.permissions import CHOOSERS, OVERSEERS, may_choose, may_choose_for, may_oversee
from dekkend.offers.queries import choices_of, offers_in, remembered_in, sites_of_region
from dekkend.offers.rules.counting import by_site, own_words, uses
from dekkend.offers.rules.norms import in_force, signs
from dekkend.offers.words import Norm, Refused, Rhythm, Sign
from dekkend.organisations.models import Site
from dekkend.organisations.views.of_region import RegionScreen
from dekkend.organisations.words import Role
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.screens import FormScreen
from dekkend.ui.tables import Column


class OfRegion(RegionScreen):
    """A screen about the region that this person works for."""

    access = may_oversee
    roles: tuple[Role, ...] = OVERSEERS

    @cached_property
    def offers(self) -> dict[int, list[Any]]:
        return by_site(offers_in(self.region, today=self.request.today))  # type: ignore[attr-defined]

    @cached_property
    def sites(self) -> list[Site]:
        return list(sites_of_region(self.request.scope, self.region))  # type: ignore[attr-defined]


class KindRow:
    """One kind of support in the list: what it is called, what each choice is worth, and who has it."""

    def __init__(self, item: Any, use: Any, levels: Any, domain: str) -> None:
        self.item, self.use, self.domain = item, use, domain
        self.levels = sorted(levels.items(), key=lambda pair: -pair[1])
        self.words = " ".join((item.label, item.label_en, item.need, *item.aliases))


class Kinds(OfRegion):
    """The catalogue of support: every kind, with how many schools have it."""

    template_name = "offers/kinds.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        catalogue = load_catalogue()
        counted = uses(catalogue, self.offers, len(self.sites))
        domains = {domain.code: domain.label for domain in catalogue.domains}
        rows = [KindRow(item, counted[item.code], catalogue.blocks[item.block].levels, domains[item.domain]) for item in catalogue.items]
        table = RowTable(
            caption=_("Soorten ondersteuning"),
            rows=rows,
            columns=(
                Column("soort", _("Soort"), lambda row: row.item.label, ("item.label",)),
                Column("gebied", _("Gebied"), lambda row: row.domain, ("domain", "item.label")),
                Column("ja", _("Scholen met"), lambda row: str(row.use.yes), ("use.yes",)),
                Column("nu-niet", _("Nu niet"), lambda row: str(row.use.paused), ("use.paused",)),
                Column("nee", _("Zonder"), lambda row: str(row.use.no), ("use.no",)),
                Column("onbekend", _("Niet bekend"), lambda row: str(row.use.unknown), ("use.unknown",)),
            ),
            row_template="offers/kind_row.html",
            asked=request.GET.dict(),
            searched=("words", "domain", "item.code"),
            only_in_file=(
                Column("engels", _("Engels"), lambda row: row.item.label_en),
                Column("code", _("Code"), lambda row: row.item.code),
                Column("ook", _("Ook wel"), lambda row: ", ".join(row.item.aliases)),
            ),
            file_name="soorten-ondersteuning",
        )
        return table.csv() if table.wants_csv else self.render({"table": table, "region": self.region, "sites": len(self.sites)})


class Words(OfRegion):
    """What schools wrote in words of their own: which kind is that? Asked once for the whole region."""

    template_name = "offers/words.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        catalogue = load_catalogue()
        remembered = list(remembered_in(self.region))
        known = {each.words for each in remembered}
        names = {site.pk: site.name for site in self.sites}
        open_ = own_words(catalogue, (offer for found in self.offers.values() for offer in found), names, known)
        labels = {item.code: item.label for item in catalogue.items}
        asked = [(each, [(code, labels[code]) for code in each.suggested]) for each in open_[:100]]
        done = [(each.words, labels.get(each.code, "")) for each in remembered]
        groups = [(domain.label, [item for item in catalogue.items if item.domain == domain.code]) for domain in catalogue.domains]
        return self.render({"asked": asked, "more": len(open_) - len(asked), "done": done, "groups": groups, "region": self.region})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = NameForm(request.POST)
        if not form.is_valid():
            messages.warning(request, _("Er is niets veranderd. Kies een soort bij een regel."))
            return redirect("offers:words")
        given = {"by": request.user, "scope": request.scope, "now": timezone.now()}  # type: ignore[attr-defined]
        words, code = form.cleaned_data["words"], form.cleaned_data["code"]
        try:
            messages.success(request, self.act(words, code, given))
        except Refused as why:
            messages.warning(request, str(why))
        return redirect("offers:words")

    def act(self, words: str, code: str, given: dict[str, Any]) -> str:
        if code == "terug":
            choosing.forget_words(self.region, words, **given)
            return _("Over '{words}' is niets meer onthouden.").format(words=words)
        if code == "geen":
            choosing.name_words(self.region, words, "", **given)
            return _("Onthouden: '{words}' is geen soort van de catalogus.").format(words=words)
        if not code:
            raise Refused(_("Er is niets veranderd. Kies een soort bij een regel."))
        choosing.name_words(self.region, words, code, **given)
        item = load_catalogue().item(code)
        return _("Onthouden voor alle scholen: '{words}' is {kind}.").format(words=words, kind=item.label if item else code)


class NormRow:
    """One site against the norm."""

    def __init__(self, site: Site, norm: Norm, found: tuple[Sign, ...]) -> None:
        self.site, self.signs = site, found
        self.cells = list(zip((item.label for item in norm.items), found, strict=True))
        self.missing = sum(sign is Sign.NO for sign in found)
        self.unknown = sum(sign is Sign.UNKNOWN for sign in found)
        self.paused = sum(sign is Sign.PAUSED for sign in found)


class NormTable(OfRegion):
    """Which school has what the norm asks, which lacks it, and of which is it not known?"""

    template_name = "offers/norm.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        name = choices_of(self.region).norm
        norm = in_force(load_norms(), name, request.today) if name else None  # type: ignore[attr-defined]
        may_choose_here = may_choose_for(request.scope, self.region.pk)  # type: ignore[attr-defined]
        if norm is None:
            return self.render({"norm": None, "region": self.region, "may_choose": may_choose_here})
        rows = [NormRow(site, norm, signs(norm, self.offers.get(site.pk, ()))) for site in self.sites]
        totals = [(item, [sum(row.signs[at] is sign for row in rows) for sign in Sign]) for at, item in enumerate(norm.items)]
        table = RowTable(
            caption=_("Scholen naast de norm"),
            rows=rows,
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site.name", "site.brin6")),
                *(Column(f"punt-{at}", item.label, sign_at(at)) for at, item in enumerate(norm.items)),
                Column("mist", _("Mist"), lambda row: str(row.missing), ("missing",)),
                Column("onbekend", _("Niet bekend"), lambda row: str(row.unknown), ("unknown",)),
            ),
            row_template="offers/norm_row.html",
            asked=request.GET.dict(),
            searched=("site.name", "site.place"),
            filters=(filter_of_norm(),),
            file_name=f"norm-{norm.name}-{norm.version}",
        )
        shown = {"table": table, "norm": norm, "totals": totals, "region": self.region, "may_choose": may_choose_here}
        return table.csv() if table.wants_csv else self.render(shown)


def sign_at(at: int) -> Callable[[NormRow], str]:
    return lambda row: row.signs[at].label


def filter_of_norm() -> RowFilter:
    options = (("mist", _("Mist iets")), ("onbekend", _("Iets niet bekend")), ("goed", _("Heeft alles")))
    conditions: dict[str, Callable[[Any], bool]] = {
        "mist": lambda row: row.missing > 0,
        "onbekend": lambda row: row.unknown > 0,
        "goed": lambda row: not row.missing + row.unknown + row.paused,
    }
    return RowFilter("welke", _("Welke scholen"), options, conditions, _("Alle scholen"))


class Choices(OfRegion, FormScreen):
    """How often are schools asked, and which norm counts here?"""

    access = may_choose
    roles = CHOOSERS
    template_name = "offers/choices.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        chosen = choices_of(self.region)
        return ChoiceForm(data, initial={"rhythm": chosen.rhythm, "norm": chosen.norm})

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "region": self.region, "norms": load_norms()}

    def done(self, form: forms.Form) -> HttpResponse:
        rhythm, norm = Rhythm(form.cleaned_data["rhythm"]), form.cleaned_data["norm"]
        choosing.choose(self.region, rhythm, norm, by=self.request.user, scope=self.request.scope, now=timezone.now())  # type: ignore[attr-defined]
        messages.success(self.request, _("Bewaard."))
        return redirect("offers:choices")
