"""What does the login library tell us while someone comes in, goes out or chooses a password, and what do we do with it?

The library calls this adapter where our own screens would call an action.
"""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts import actions
from dekkend.accounts.gateways.adapters import AccountAdapter
from dekkend.accounts.models import User
from dekkend.accounts.words.changes import CHANGES, NEW_PASSWORD, RESET_LINK, UNKNOWN_ACCOUNT
from dekkend.audit.words import Event

YEAR = 365 * 24 * 60 * 60  # seconds that a browser is remembered
SALT = "known browser"


class WitnessedAdapter(AccountAdapter):
    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        self.is_first_login = user.last_login is None
        super().login(request, user)
        actions.note(Event.SIGNED_IN, cast(User, user), now=timezone.now())

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **hooks: Any) -> HttpResponse:
        """Tell someone by mail of a sign-in with a browser that we do not know; the very first is no news."""
        response, person = super().post_login(request, user, **hooks), cast(User, user)
        if not self.is_first_login and not knows_browser(request, person):
            actions.tell_new_browser(person, link=reverse("account_change_password"), now=timezone.now())
        remember_browser(response, person)
        return response

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, User):
            actions.note(Event.SIGNED_OUT, request.user, now=timezone.now())
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        actions.note_failed_login(str(credentials.get("email") or ""), now=timezone.now())

    def send_notification_mail(self, template_prefix: str, user: AbstractBaseUser, *args: Any, **given: Any) -> None:
        """What changed is written down and told through our own outbox: tried again when the mail server is away, and seen when it never
        went. A passkey and an app change what a thief needs, so their mails lead to a new password."""
        change = CHANGES[template_prefix]
        link = reverse("audit:mine" if change is NEW_PASSWORD else "account_change_password")
        actions.note_change(change, cast(User, user), link=link, now=timezone.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The library sends no mail by itself. Of its link only the path counts: the host comes from the request, which may name any."""
        if template_prefix == RESET_LINK:
            path = urlsplit(context["password_reset_url"]).path
            return actions.send_reset_link(context["user"], link=path, now=timezone.now())
        if template_prefix == UNKNOWN_ACCOUNT:
            return actions.tell_unknown(email, link=reverse("account_reset_password"), now=timezone.now())
        raise NotImplementedError(f"the login library wants to send {template_prefix}, which is in no catalogue")


def knows_browser(request: HttpRequest, user: User) -> bool:
    """Did this person sign in here before, less than a year ago? The cookie says only that, signed."""
    return bool(request.get_signed_cookie(cookie_of(user), default="", salt=SALT, max_age=YEAR) == str(user.pk))


def remember_browser(response: HttpResponse, user: User) -> None:
    safe = {"httponly": True, "samesite": "Lax", "secure": settings.SESSION_COOKIE_SECURE}
    response.set_signed_cookie(cookie_of(user), str(user.pk), salt=SALT, max_age=YEAR, **safe)


def cookie_of(user: User) -> str:
    return f"known-{user.pk}"
