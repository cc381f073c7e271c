"""How does a person set a finding aside, with a reason, and take that back?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.audit.words import Event
from dekkend.profiles.actions.journaling import hold, write_down
from dekkend.profiles.actions.refusing import refuse_numbers
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Overruled, ProfileDraft
from dekkend.profiles.queries import findings_of
from dekkend.profiles.rules.overruling import text_behind
from dekkend.profiles.words.editing import EditRefused
from dekkend.profiles.words.finding_kinds import KINDS


@transaction.atomic
def overrule(draft: ProfileDraft, key: str, reason: str, *, by: Any, now: datetime) -> Overruled:
    """Set the finding with this key aside, for as long as its text stays the same. Raises EditRefused without a reason or a finding."""
    held = hold(draft.pk)
    if not reason.strip():
        raise EditRefused(gettext("Schrijf op waarom het zo mag blijven staan. Wie het later leest, begrijpt het dan ook."))
    refuse_numbers(reason)
    seen = findings_of(held, today=timezone.localdate(now))
    finding = next((each for each in (*seen.open, *(row[0] for row in seen.set_aside)) if each.key == key), None)
    if finding is None:
        raise EditRefused(gettext("Deze opmerking is er niet meer: de tekst is veranderd. Laad de pagina opnieuw."))
    given = {"path": finding.path, "reason": reason.strip()[:1000], "by": by, "at": now}
    given["text"] = text_behind(load_template(held.template), held.values, finding.path)
    kept, _ = Overruled.anywhere.update_or_create(draft=held, key=key, defaults=given)
    write_down(Event.FINDING_OVERRULED, held, by=by, now=now, kind=KINDS.get(finding.code, finding.code))
    return kept


@transaction.atomic
def take_overruling_back(draft: ProfileDraft, key: str, *, by: Any, now: datetime) -> None:
    """Show a finding again that was set aside."""
    held = hold(draft.pk)
    code = key.partition(":")[0]
    removed, _ = Overruled.anywhere.filter(draft=held, key=key).delete()
    if removed:
        write_down(Event.FINDING_BACK, held, by=by, now=now, kind=KINDS.get(code, code))
