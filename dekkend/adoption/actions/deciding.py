"""What is done with a personal detail before a text becomes public?"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.adoption.actions.taking import Who
from dekkend.adoption.permissions import may_decide_on_details
from dekkend.adoption.queries.people import roles_at
from dekkend.adoption.queries.personal import personal_details
from dekkend.adoption.words.procedure import Verdict
from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event
from dekkend.kernel.sentences import say
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Refused
from dekkend.profiles.actions import about
from dekkend.profiles.actions.redacting import leave_out
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Overruled, ProfileVersion
from dekkend.profiles.rules.overruling import text_behind
from dekkend.profiles.words.findings import Finding

GONE = say("Dit staat niet meer in de tekst. Ververs de pagina.")
NO_REASON = say("Schrijf op waarom. Dan is het besluit later te volgen.")


@transaction.atomic
def decide(version: ProfileVersion, key: str, verdict: Verdict, reason: str, who: Who) -> None:
    """Let it stand, or cover it for everyone outside the school; the version itself stays whole."""
    if not may_decide_on_details.test(who.scope.only(*roles_at(who.scope, version.site)), None):
        raise PermissionDenied(say("Hierover beslist de school of het bestuur."))
    detail = next((each for each in personal_details(version, who.today) if each.finding.key == key), None)
    if detail is None:
        raise Refused(GONE)
    if not reason.strip():
        raise Refused(NO_REASON)
    (cover if verdict is Verdict.LEFT_OUT else let_stand)(version, detail.finding, reason.strip()[:1000], who)
    details: Details = {
        "year": version.school_year,
        "number": version.number,
        "decision": verdict.label.lower(),
        "path": detail.finding.path,
    }
    area = area_of_site(version.site)
    record(Event.DETAIL_DECIDED, actor=who.user, subject=about(version.site), area=area, now=who.now, details=details)


def cover(version: ProfileVersion, finding: Finding, reason: str, who: Who) -> None:
    leave_out(version, finding.path, finding.quote, reason=reason, by=who.user, now=who.now)


def let_stand(version: ProfileVersion, finding: Finding, reason: str, who: Who) -> None:
    behind = text_behind(load_template(version.template), version.values, finding.path)
    known = {"path": finding.path, "text": behind, "reason": reason, "by": who.user, "at": who.now}
    Overruled.anywhere.update_or_create(draft=version.draft, key=finding.key, defaults=known)
