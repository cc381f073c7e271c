"""How does a region get its first administrator, or a new one when it has none any more? Asked on the machine, by nobody in the app."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from dekkend.audit.words import Event
from dekkend.organisations.actions.inviting import note, offer
from dekkend.organisations.models import Invitation, Partnership
from dekkend.organisations.queries import administrators_of
from dekkend.organisations.words import Level, Refused, Role, Target

NO_NAME = "Er is nog geen samenwerkingsverband met code {code}. Geef ook de naam: --partnership NAAM."
OTHER_NAME = "Het samenwerkingsverband met code {code} heet {name}. Laat --partnership weg, of kies een andere code."
OTHER_CODE = "Er is al een samenwerkingsverband {name}, met code {code}. Gebruik --code {code}, of geef een andere naam."
HAS_ONE = (
    "{name} heeft al een beheerder: {who}. Vraag een beheerder om op het scherm Mensen iemand uit te nodigen. "
    "Kan geen van hen nog inloggen? Een vergeten wachtwoord lost de link op het inlogscherm op; over een verloren app of passkey leest u "
    "docs/signing-in.md."
)


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of it. `path` is the link of the invitation, on this site; it is shown once and kept nowhere."""

    partnership: Partnership
    is_new: bool
    invitation: Invitation
    path: str


@transaction.atomic
def begin_region(code: str, name: str, email: str, *, today: date, now: datetime) -> Begun:
    """Make the region when it is not there yet, and invite its administrator. Raises Refused when one can still be asked."""
    region, is_new = the_region(code.strip().upper(), name.strip())
    present = [membership.user.name for membership in administrators_of(region.pk, today)]
    if present:
        raise Refused(HAS_ONE.format(name=region.name, who=", ".join(present)))
    revoke_earlier(region, now=now)
    target = Target(Level.PARTNERSHIP, region.pk, frozenset({region.pk}))
    invitation, secret = offer(email.strip().lower(), Role.ADMINISTRATOR, target, by=None, now=now)
    return Begun(region, is_new, invitation, reverse("organisations:accept", args=[secret]))


def the_region(code: str, name: str) -> tuple[Partnership, bool]:
    """The region with this code, held until the transaction ends, and whether it was made now. A name that does not fit refuses."""
    region = Partnership.objects.select_for_update().filter(code=code).first()
    if region and name and name.casefold() != region.name.casefold():
        raise Refused(OTHER_NAME.format(code=code, name=region.name))
    if region:
        return region, False
    if not name:
        raise Refused(NO_NAME.format(code=code))
    namesake = Partnership.objects.filter(name__iexact=name).first()
    if namesake:
        raise Refused(OTHER_CODE.format(name=namesake.name, code=namesake.code))
    return Partnership.objects.create(code=code, name=name), True


def revoke_earlier(region: Partnership, *, now: datetime) -> None:
    """Whoever asks again has lost the link, or mistyped the address: the earlier ones stop working."""
    open_ones = Invitation.anywhere.filter(partnership=region, invited_by__isnull=True, accepted_at__isnull=True, revoked_at__isnull=True)
    for invitation in open_ones:
        invitation.revoked_at = now
        invitation.save(update_fields=["revoked_at"])
        note(Event.INVITATION_REVOKED, invitation, by=None, now=now)
