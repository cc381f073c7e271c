"""How is someone invited to a role, and how does that person take it?"""

from __future__ import annotations

import secrets
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.actions import note_opening
from dekkend.accounts.models import User
from dekkend.audit.actions import record
from dekkend.audit.words import Event, Subject, SubjectKind
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.actions.roles import write_down
from dekkend.organisations.models import Invitation, Membership
from dekkend.organisations.permissions import may_grant
from dekkend.organisations.queries import area_of_role, has_role_at, open_invitation, same_role, scope_of, target_of
from dekkend.organisations.rules.invitations import WHY_NOT, hash_of, sent
from dekkend.organisations.rules.terms import end_of_role, invitation_end
from dekkend.organisations.words import Refused, Role, Scope, Sent, Target

ALREADY_INVITED = say("Dit adres heeft al een uitnodiging voor deze rol. Stuur die opnieuw, of trek hem eerst in.")
ALREADY_THERE = say("Deze persoon heeft deze rol hier al.")
NOT_YOURS = say("Deze uitnodiging is voor een ander e-mailadres dan waarmee u bent ingelogd. Log uit en open de link opnieuw.")
GIVER_MAY_NOT = say(
    "Wie u uitnodigde, mag deze rol nu niet meer geven. Vraag de beheerder van uw samenwerkingsverband om een nieuwe uitnodiging."
)
GONE = say("Deze uitnodiging staat niet meer open.")


@transaction.atomic
def invite(email: str, role: Role, target: Target, *, by: Any, scope: Scope, today: date, now: datetime) -> Invitation:
    """Offer a role to an address; the mail leaves after the transaction. Raises PermissionDenied or Refused."""
    if not may_grant(scope, (role, target)):
        raise PermissionDenied(say("Deze rol kunt u hier niet geven."))
    address = email.strip().lower()
    if has_role_at(address, role, target, today):
        raise Refused(ALREADY_THERE)
    if open_invitation(address, role, target, now):
        raise Refused(ALREADY_INVITED)
    return offer(address, role, target, by=by, now=now)[0]


def offer(address: str, role: Role, target: Target, *, by: Any, now: datetime) -> tuple[Invitation, str]:
    """Write down an invitation and put its mail in the outbox; returns it with the secret of its link. Whether it may is asked before."""
    place = {f"{target.level.value}_id": target.place_id}
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(  # type: ignore[misc]
        email=address, role=role.value, secret_hash=hash_of(secret), invited_by=by, invited_at=now, expires_at=invitation_end(now), **place
    )
    note(Event.INVITED, invitation, by=by, now=now)
    send(invitation, secret, now=now)
    return invitation, secret


@transaction.atomic
def send_again(invitation: Invitation, *, by: Any, scope: Scope, now: datetime) -> Invitation:
    """A new mail with a new link, for another fourteen days; the old link no longer works."""
    held = hold(invitation, scope)
    secret = secrets.token_urlsafe(32)
    held.secret_hash, held.expires_at = hash_of(secret), invitation_end(now)
    held.save(update_fields=["secret_hash", "expires_at"])
    note(Event.INVITED, held, by=by, now=now)
    send(held, secret, now=now)
    return held


@transaction.atomic
def revoke(invitation: Invitation, *, by: Any, scope: Scope, now: datetime) -> None:
    held = hold(invitation, scope)
    held.revoked_at = now
    held.save(update_fields=["revoked_at"])
    note(Event.INVITATION_REVOKED, held, by=by, now=now)


@transaction.atomic
def accept(secret: str, user: User, *, today: date, now: datetime) -> Membership:
    """Take the role, once. Raises Refused with the reason; nothing is changed then."""
    invitation = take(secret, now)
    if (user.email or "").lower() != invitation.email:
        raise Refused(NOT_YOURS)
    role, target = Role(invitation.role), target_of(invitation)
    giver = invitation.invited_by
    # Without a giver the invitation was made on the machine itself, for the first administrator of a region only.
    if giver and not may_grant(scope_of(giver, today), (role, target)):
        raise Refused(GIVER_MAY_NOT)
    invitation.accepted_at, invitation.accepted_by = now, user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    membership = given(user, invitation, today)
    write_down(Event.ROLE_GIVEN, membership, by=giver, now=now)
    return membership


@transaction.atomic
def accept_as_newcomer(secret: str, name: str, password: str, *, today: date, now: datetime) -> Membership:
    """Make an account for the invited address and take the role. Raises Refused when the address has one already."""
    invitation = take(secret, now)
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise Refused(say("Dit e-mailadres heeft al een account. Log in en open de link opnieuw."))
    membership = accept(secret, User.objects.create_user(invitation.email, password, name=name), today=today, now=now)
    note_opening(membership.user, way=say("een uitnodiging"), now=now)  # last: now it is known in which region
    return membership


def take(secret: str, now: datetime) -> Invitation:
    """The invitation of this secret, held until the transaction ends, so that it cannot be used twice."""
    invitation = Invitation.anywhere.select_for_update().filter(secret_hash=hash_of(secret)).first()
    if invitation is None:
        raise Refused(GONE)
    state = sent(accepted_at=invitation.accepted_at, revoked_at=invitation.revoked_at, expires_at=invitation.expires_at, now=now)
    if state is not Sent.OPEN:
        raise Refused(WHY_NOT[state])
    return invitation


def given(user: User, invitation: Invitation, today: date) -> Membership:
    """The role, until 31 July; one that the person had and that expired runs again."""
    standing = same_role(user.pk, Role(invitation.role), target_of(invitation))
    if standing is None:
        return Membership.objects.create(
            user=user,
            role=invitation.role,
            site=invitation.site,
            board=invitation.board,
            partnership=invitation.partnership,
            starts_on=today,
            ends_on=end_of_role(today),
            given_by=invitation.invited_by,
        )
    if standing.ends_on is not None and standing.ends_on < end_of_role(today):
        standing.ends_on, standing.given_by = end_of_role(today), invitation.invited_by
        standing.save(update_fields=["ends_on", "given_by"])
    return standing


def hold(invitation: Invitation, scope: Scope) -> Invitation:
    held = Invitation.anywhere.select_for_update().get(pk=invitation.pk)
    if not may_grant(scope, (Role(held.role), target_of(held))):
        raise PermissionDenied(say("Deze uitnodiging is niet van u."))
    if held.accepted_at is not None or held.revoked_at is not None:
        raise Refused(GONE)
    return held


def send(invitation: Invitation, secret: str, *, now: datetime) -> None:
    """Put the mail with the link in the outbox. Nobody but the invited address gets to see the link, also not who invites."""
    values = {
        "inviter": invitation.inviter,
        "role": Role(invitation.role).label,
        "place": str(invitation.place),
        "until": say_date(timezone.localdate(invitation.expires_at).isoformat()),
    }
    link = reverse("organisations:accept", args=[secret])
    about = f"invitation-{invitation.pk}-{invitation.secret_hash[:12]}"  # each new link is a mail of its own
    tell(Notice.INVITATION, [Recipient(invitation.email)], about=about, now=now, link=link, values=values, area=area_of_role(invitation))


def note(event: Event, invitation: Invitation, *, by: Any, now: datetime) -> None:
    """The log names the place and the role; the address of someone who is not here yet stays out of it."""
    subject = Subject(SubjectKind.INVITATION, str(invitation.pk), say("uitnodiging {number}", number=invitation.pk))
    details = {"role": Role(invitation.role).label, "place": str(invitation.place)}
    record(event, actor=by, subject=subject, area=area_of_role(invitation), now=now, details=details)
