"""On which form does a school write in a school year?"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, RegionForm
from dekkend.profiles.words.region_form import base_of
from dekkend.profiles.words.template import Template


def overlay_named(name: str) -> dict[str, Any] | None:
    """What a region changed in the form of this name. For everyone: a form is no secret, and its name tells its content."""
    found: dict[str, Any] | None = RegionForm.anywhere.filter(name=name).values_list("overlay", flat=True).first()
    return found


def form_of(site: Site, school_year: str) -> Template:
    """The form in force for this school: that for its kind before that for all, the newest of them; else the one of the product."""
    found = RegionForm.anywhere.filter(partnership_id=site.partnership_id, school_year__lte=school_year, in_force_at__isnull=False)
    newest = found.filter(kind__in=("", site.kind)).order_by("-school_year", "-in_force_at", "-pk")
    forms = sorted(newest, key=lambda form: not form.kind)  # stable: within a kind the newest stays first
    return load_template(forms[0].name) if forms else load_template()


def being_made(region: Partnership, school_year: str, kind: str) -> RegionForm | None:
    return RegionForm.anywhere.filter(partnership=region, school_year=school_year, kind=kind, in_force_at__isnull=True).first()


def standing_forms(region: Partnership) -> QuerySet[RegionForm]:
    """Every form of this region that is or was in force, the newest first."""
    return RegionForm.anywhere.filter(partnership=region, in_force_at__isnull=False).select_related("made_by")


def drafts_on(region: Partnership, school_year: str, kind: str, base: str) -> list[ProfileDraft]:
    """The open drafts that move when this form comes into force: of this year and later, of schools of this kind."""
    open_ones = ProfileDraft.anywhere.filter(site__partnership=region, school_year__gte=school_year, closed_at__isnull=True)
    found = open_ones.filter(site__kind=kind) if kind else open_ones
    return [draft for draft in found.select_related("site").order_by("site__name", "school_year") if base_of(draft.template) == base]
