"""How does a checked reading become the draft of a site and year?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.organisations.models import Site
from dekkend.profiles.actions import make_draft
from dekkend.profiles.models import ProfileDraft
from dekkend.reading.actions.checking import lock_open
from dekkend.reading.actions.writing_down import write_down
from dekkend.reading.models import SourceDocument
from dekkend.reading.queries import standing_decisions
from dekkend.reading.rules.review import values_with
from dekkend.reading.words.states import Answer, State


@transaction.atomic
def accept(document: SourceDocument, site: Site, school_year: str, *, by: Any, now: datetime) -> ProfileDraft:
    """Make the draft, with for every value where it was read or who answered it; the source file is kept with it."""
    locked = lock_open(document)
    reading, decisions = locked.as_reading(), standing_decisions(locked)
    answers = {path: decision.value for path, decision in decisions.items()}
    profile = reading.profile | {"school_year": school_year, "site": site.brin6, "values": values_with(reading, answers)}
    draft = make_draft(site, profile, evidence=evidence_of(locked), source=locked.file, made_by=by, now=now)
    locked.state, locked.site, locked.draft = State.ACCEPTED.value, site, draft
    locked.accepted_by, locked.accepted_at, locked.school_year = by, now, school_year
    locked.save(update_fields=["state", "site", "draft", "accepted_by", "accepted_at", "school_year"])
    write_down(Event.DOCUMENT_ACCEPTED, locked, by=by, now=now, site=site.name, year=school_year)
    return draft


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
