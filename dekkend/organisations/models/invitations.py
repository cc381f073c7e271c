"""What is stored of an invitation to take a role?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models.membership import RoleAtPlace, reachable
from dekkend.organisations.models.scoping import ScopedManager
from dekkend.organisations.words import Role, Scope


class InvitationManager(ScopedManager["Invitation"]):
    def condition(self, scope: Scope) -> Q:
        return reachable(scope)


class Invitation(RoleAtPlace):
    """A role offered to an e-mail address. The link in the mail carries a secret; only its SHA-256 (hex) is kept here.

    It counts until `expires_at`, once. `invited_by` is empty when nobody in the region could invite: whoever runs the machine did, with
    `dekkend begin`.
    """

    email = models.EmailField("e-mailadres", max_length=254)
    secret_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    invited_at = models.DateTimeField("uitgenodigd op")
    expires_at = models.DateTimeField("geldig tot")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = InvitationManager()

    class Meta(RoleAtPlace.Meta):
        constraints = (
            *RoleAtPlace.Meta.constraints,
            models.CheckConstraint(
                condition=Q(invited_by__isnull=False) | Q(role=Role.ADMINISTRATOR.value), name="only_an_administrator_is_invited_by_nobody"
            ),
        )

    @property
    def inviter(self) -> str:
        """Who invites, by name: a person, or the place itself."""
        return self.invited_by.name if self.invited_by else str(self.place)
