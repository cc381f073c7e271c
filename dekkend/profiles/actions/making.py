"""How does a draft come to be: from a reading or a file, from last year's answers, or from a version that needs correcting?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dekkend.audit.words import Event
from dekkend.files.models import StoredFile
from dekkend.organisations.models import Site
from dekkend.profiles.actions.journaling import hold, moment_of, write, write_down
from dekkend.profiles.actions.region_form import on_form_in_force
from dekkend.profiles.actions.restoring import keep_point
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Overruled, ProfileDraft, ProfileVersion
from dekkend.profiles.queries import newest_version
from dekkend.profiles.rules.copying import answers_to_copy, filled_up
from dekkend.profiles.rules.journal import Moment, lines_between
from dekkend.profiles.rules.standing import copied, read_in
from dekkend.profiles.words.editing import ChangeKind, EditRefused


@transaction.atomic
def make_draft(
    site: Site,
    profile: dict[str, Any],
    *,
    evidence: dict[str, Any],
    source: StoredFile | None,
    made_by: Any,
    now: datetime,
) -> ProfileDraft:
    """The draft of this site for the year in `profile`, a `dekkend-profile/1` object. Every answer in it is to be confirmed.

    A draft that is open already stays the same one: it gets a restore point, and what differs stands in its journal.
    """
    Site.anywhere.select_for_update().get(pk=site.pk)
    on, values = on_form_in_force(site, profile["school_year"], load_template(profile["template"]), profile["values"])
    if on.id != profile["template"]:
        profile = profile | {"template": on.id, "template_version": on.version, "values": values}
    form = {name: profile[name] for name in ("template", "template_version")}
    draft = _open_draft(site, profile["school_year"])
    if draft is not None and draft.template == profile["template"]:
        _replace(draft, profile["values"], evidence, by=made_by, now=now)
        ProfileDraft.anywhere.filter(pk=draft.pk).update(source=source, **form)
        draft.refresh_from_db()
    else:
        _close(draft, now)
        standing = _standing_of(site, profile)
        draft = _new(site, profile["school_year"], form, profile["values"], standing, by=made_by, now=now, evidence=evidence, source=source)
    write_down(Event.DRAFT_MADE, draft, by=made_by, now=now)
    return draft


@transaction.atomic
def copy_forward(site: Site, school_year: str, *, by: Any, now: datetime) -> ProfileDraft:
    """The draft of this year with the answers of the newest version before it, each to be confirmed; answers about one year stay empty.

    In a draft that is open already only what is empty is filled. Raises EditRefused when there is nothing to copy.
    """
    Site.anywhere.select_for_update().get(pk=site.pk)
    version = newest_version(site, before=school_year)
    if version is None:
        raise EditRefused(gettext("Er is nog geen eerder profiel om over te nemen. Begin met een document of met een leeg formulier."))
    template, earlier = on_form_in_force(site, school_year, load_template(version.template), version.values)
    values = answers_to_copy(template, earlier)
    standing = copied(template, values, version.standing, version.school_year)
    draft = _open_draft(site, school_year)
    if draft is None:
        form = {"template": template.id, "template_version": template.version}
        draft = _new(site, school_year, form, values, standing, by=by, now=now, copied_from=version)
    else:
        keep_point(draft, gettext("Vóór het overnemen van {year}").format(year=version.school_year), by=by, now=now)
        target = filled_up(template, moment_of(draft), Moment(values, {}, standing))
        write(draft, lines_between(template, moment_of(draft), target), ChangeKind.COPIED, by=by, now=now)
        ProfileDraft.anywhere.filter(pk=draft.pk).update(copied_from=version)
    _carry_overrulings(version, draft)
    write_down(Event.DRAFT_COPIED, draft, by=by, now=now, before=version.school_year)
    return draft


@transaction.atomic
def correct(version: ProfileVersion, *, by: Any, now: datetime) -> ProfileDraft:
    """A new draft of the same year with all that stands in this version, to mend something that was frozen already."""
    Site.anywhere.select_for_update().get(pk=version.site_id)
    if _open_draft(version.site, version.school_year) is not None:
        raise EditRefused(gettext("Er is al een concept van dit schooljaar. Werk daarin verder."))
    form = {"template": version.template, "template_version": version.template_version}
    kept = {"evidence": version.evidence, "source": version.source, "copied_from": version}
    draft = _new(version.site, version.school_year, form, version.values, version.standing, by=by, now=now, **kept)
    _carry_overrulings(version, draft)
    write_down(Event.DRAFT_MADE, draft, by=by, now=now)
    return draft


def _open_draft(site: Site, school_year: str) -> ProfileDraft | None:
    found = ProfileDraft.anywhere.filter(site=site, school_year=school_year, closed_at__isnull=True).values_list("pk", flat=True).first()
    return hold(found) if found else None


def _new(
    site: Site, school_year: str, form: dict[str, str], values: Any, standing: Any, *, by: Any, now: datetime, **more: Any
) -> ProfileDraft:
    return ProfileDraft.objects.create(
        site=site, school_year=school_year, values=values, standing=standing, made_by=by, made_at=now, **form, **more
    )


def _replace(draft: ProfileDraft, values: dict[str, Any], evidence: dict[str, Any], *, by: Any, now: datetime) -> None:
    keep_point(draft, gettext("Vóór het inlezen van een ander profiel"), by=by, now=now)
    template = load_template(draft.template)
    standing = read_in(template, values, draft.school_year, draft.values, draft.standing)
    lines = lines_between(template, moment_of(draft), Moment(values, evidence, standing))
    write(draft, lines, ChangeKind.IMPORTED, by=by, now=now)


def _close(draft: ProfileDraft | None, now: datetime) -> None:
    """A draft on another form cannot be compared with this one: it is kept aside."""
    if draft is not None:
        draft.closed_at = now
        draft.save(update_fields=["closed_at"])


def _standing_of(site: Site, profile: dict[str, Any]) -> dict[str, Any]:
    """Since when each answer stands: an answer that is the same as last year keeps its year."""
    template = load_template(profile["template"])
    version = newest_version(site, before=profile["school_year"])
    if version is None or version.template != template.id:
        return read_in(template, profile["values"], profile["school_year"], {}, {})
    known = copied(template, version.values, version.standing, version.school_year)
    return read_in(template, profile["values"], profile["school_year"], version.values, known)


def _carry_overrulings(version: ProfileVersion, draft: ProfileDraft) -> None:
    """What was set aside stays so; it counts only as long as the text is the same (`queries.findings_of`)."""
    known = set(Overruled.anywhere.filter(draft=draft).values_list("key", flat=True))
    earlier = Overruled.anywhere.filter(draft_id=version.draft_id) if version.draft_id else ()
    copies = [Overruled(draft=draft, key=o.key, path=o.path, text=o.text, reason=o.reason, by_id=o.by_id, at=o.at) for o in earlier]
    Overruled.anywhere.bulk_create(copy for copy in copies if copy.key not in known)
