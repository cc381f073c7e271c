"""What is stored of an invitation to take a role?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.organisations.models.membership import RoleAtPlace


class Invitation(RoleAtPlace):
    """A role offered to an e-mail address. The link in the mail carries a secret; only its SHA-256 (hex) is kept here.

    It counts until `expires_at`, once. `mailed_at` is empty as long as the mail did not leave.
    """

    email = models.EmailField("e-mailadres", max_length=254)
    secret_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField("uitgenodigd op")
    expires_at = models.DateTimeField("geldig tot")
    mailed_at = models.DateTimeField("gemaild op", null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
