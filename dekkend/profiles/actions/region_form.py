"""How does a region make a form of its own, put it in force, and where do drafts and answers go then?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.words import Refused
from dekkend.profiles.actions.journaling import hold
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Overruled, ProfileDraft, RegionForm
from dekkend.profiles.queries.region_form import being_made, drafts_on, form_of
from dekkend.profiles.rules.items import items
from dekkend.profiles.rules.region_form import name_of, on_form, problems
from dekkend.profiles.words.region_form import base_of
from dekkend.profiles.words.template import Template

CARRIED = ("site", "school_year", "source", "made_by", "copied_from")


@transaction.atomic
def keep_form(region: Partnership, school_year: str, kind: str, overlay: dict[str, Any], *, by: Any, now: datetime) -> RegionForm:
    """Keep what a region wants to change; it changes nothing yet. Raises Refused when it does not fit on the form."""
    template = load_template()
    wrong = problems(overlay, template, load_catalogue())
    if wrong:
        raise Refused(wrong[0])
    of_region: dict[str, Any] = {"partnership": region, "school_year": school_year, "kind": kind, "in_force_at": None}
    given = {"overlay": overlay, "name": name_of(template.id, overlay), "made_by": by, "made_at": now}
    return RegionForm.anywhere.update_or_create(**of_region, defaults=given)[0]


@transaction.atomic
def put_in_force(region: Partnership, school_year: str, kind: str, *, by: Any, now: datetime) -> int:
    """From now on schools write on this form. Open drafts move to it with all their answers; returns how many."""
    Partnership.objects.select_for_update().get(pk=region.pk)
    made = being_made(region, school_year, kind)
    if made is None:
        raise Refused(say("Er is geen formulier in de maak. Bewaar eerst wat u wilt veranderen."))
    made.in_force_at = now
    made.save(update_fields=["in_force_at"])
    moved = sum(move(draft, now=now) for draft in drafts_on(region, school_year, kind, base_of(made.name)))
    subject = Subject(SubjectKind.REGION, str(region.pk), region.name)
    record(Event.FORM_IN_FORCE, actor=by, subject=subject, area=Area(region.pk), now=now, details={"year": school_year, "count": moved})
    return moved


def move(draft: ProfileDraft, *, now: datetime) -> bool:
    """Close the draft, keep it with its journal, and go on in a new one on the form in force. False when it is on that form already."""
    held = hold(draft.pk)
    form = form_of(held.site, held.school_year)
    if form.id == held.template:
        return False
    moved = on_form(load_template(held.template), form, held.values)
    known = {item.path for item in items(form, moved.values)}
    standing = {path: entry for path, entry in held.standing.items() if path in known}
    held.closed_at = now
    held.save(update_fields=["closed_at"])
    carried: Any = {name: getattr(held, name) for name in CARRIED} | {"evidence": held.evidence, "standing": standing, "made_at": now}
    fresh = ProfileDraft.objects.create(template=form.id, template_version=form.version, values=moved.values, **carried)
    for row in Overruled.anywhere.filter(draft=held):
        Overruled.objects.create(draft=fresh, key=row.key, path=row.path, text=row.text, reason=row.reason, by_id=row.by_id, at=row.at)
    return True


def on_form_in_force(site: Site, school_year: str, template: Template, values: dict[str, Any]) -> tuple[Template, dict[str, Any]]:
    """The form on which this school writes, and these answers on it; another family of forms stays as it is."""
    form = form_of(site, school_year)
    if form.id == template.id or base_of(form.id) != base_of(template.id):
        return template, values
    return form, on_form(template, form, values).values
