"""What do we know about someone's second factor, and about the schools where they work?"""

from __future__ import annotations

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from dekkend.accounts.models import User

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def gave_second_factor(request: HttpRequest) -> bool:
    """In this session a code, passkey or recovery code of this very person was accepted."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def second_factors_of(user: Any) -> frozenset[str]:
    """Which kinds this person has set up: `totp`, `webauthn`."""
    return frozenset(Authenticator.objects.filter(user_id=user.pk, type__in=STRONG).values_list("type", flat=True))


def schools_at(brin: str) -> list[str]:
    """The names of the sites that we know by this BRIN; accounts does not know the schools itself."""
    names: list[str] = import_string(settings.SCHOOL_NAMES)(brin)
    return names


def schools_of(user: User) -> list[str]:
    """Where school logins proved that this person works."""
    return [name for brin in user.employments.order_by("brin").values_list("brin", flat=True) for name in schools_at(brin)]


def coupled_with(user: Any) -> list[SocialAccount]:
    """The school accounts by which this person can sign in."""
    return list(SocialAccount.objects.filter(user_id=user.pk).order_by("pk"))


def email_is_taken(email: str) -> bool:
    return bool(email) and User.objects.filter(email__iexact=email).exists()
