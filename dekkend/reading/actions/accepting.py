"""How does a checked reading become the draft of a site and year?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.organisations.models import Site
from dekkend.profiles.actions import make_draft, take_over
from dekkend.profiles.actions.fixed_text import tell_found_wordings
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.rules.region_form import on_form
from dekkend.reading.actions.checking import lock_open
from dekkend.reading.actions.writing_down import write_down
from dekkend.reading.models import SourceDocument
from dekkend.reading.queries import standing_decisions
from dekkend.reading.rules.review import values_with
from dekkend.reading.words.states import Answer, State

FIXED_TEXT_CHANGED = "fixed_text_changed"


@transaction.atomic
def accept(document: SourceDocument, site: Site, school_year: str, *, by: Any, now: datetime) -> ProfileDraft:
    """Make the draft, with for every value where it was read or who answered it; the source file is kept with it."""
    locked = lock_open(document)
    profile = locked.as_reading().profile | {"school_year": school_year, "site": site.brin6, "values": answered_values(locked)}
    draft = make_draft(site, profile, evidence=evidence_of(locked), source=locked.file, made_by=by, now=now)
    changed = [finding.get("quote", "") for finding in locked.as_reading().findings if finding["code"] == FIXED_TEXT_CHANGED]
    tell_found_wordings(site, school_year, changed, source=locked.name, by=by, now=now)
    _close(locked, draft, by=by, now=now)
    return draft


@transaction.atomic
def take_answers(document: SourceDocument, draft: ProfileDraft, paths: Sequence[str], *, by: Any, now: datetime) -> ProfileDraft:
    """Put the answers of the document at these paths in a draft that is there already; the rest of the draft stays."""
    locked = lock_open(document)
    return take_over(draft, paths, values_on(locked, draft.template), evidence_of(locked), by=by, now=now)


@transaction.atomic
def finish(document: SourceDocument, draft: ProfileDraft, *, by: Any, now: datetime) -> None:
    """All that was wanted of the document stands in the draft."""
    _close(lock_open(document), draft, by=by, now=now)


def values_on(document: SourceDocument, form: str) -> dict[str, Any]:
    """The same on the form of a draft: the region may have added rows to the form that the document was read with, or taken some away."""
    return on_form(load_template(document.template), load_template(form), answered_values(document)).values


def answered_values(document: SourceDocument) -> dict[str, Any]:
    """What the document says, with the reviewer's answers taken in."""
    answers = {path: decision.value for path, decision in standing_decisions(document).items()}
    return values_with(document.as_reading(), answers)


def _close(locked: SourceDocument, draft: ProfileDraft, *, by: Any, now: datetime) -> None:
    locked.state, locked.site, locked.draft = State.ACCEPTED.value, draft.site, draft
    locked.accepted_by, locked.accepted_at, locked.school_year = by, now, draft.school_year
    locked.save(update_fields=["state", "site", "draft", "accepted_by", "accepted_at", "school_year"])
    write_down(Event.DOCUMENT_ACCEPTED, locked, by=by, now=now, site=draft.site.name, year=draft.school_year)


def evidence_of(document: SourceDocument) -> dict[str, Any]:
    """Per path the quote, its place and who or what vouches for it: "reader", or the reviewer's answer with a name."""
    kept = {
        evidence.path: {
            "quote": evidence.quote,
            "page": evidence.page,
            "line": evidence.line,
            "certainty": evidence.certainty.value,
            "by": "reader",
        }
        for evidence in document.as_reading().evidence
    }
    for path, decision in standing_decisions(document).items():
        # A row of the school's own is asked by its choice, but its proof is that of the whole row.
        proved = path.removesuffix(".choice") if ".own_rows[" in path else path
        found = kept.get(proved, {"quote": "", "page": None, "line": None})
        kept[proved] = found | {"certainty": "certain", "by": f"{Answer(decision.answer).label}, {decision.made_by.name}"}
    return kept
