"""Which screens let someone look after the own account: password, second factor, sessions?"""

from __future__ import annotations

from typing import Any, cast

from allauth.account import views as library
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.accounts import actions
from dekkend.accounts.gateways.entree import school_logins
from dekkend.accounts.models import User
from dekkend.accounts.queries import coupled_with, schools_of
from dekkend.accounts.rules.devices import ON, device_name
from dekkend.accounts.views.refusing import Refusing
from dekkend.audit.words import Event
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen
from dekkend.ui.translation import translated


class Account(Screen):
    access = Access.SIGNED_IN
    template_name = "accounts/account.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {"schools": schools_of(request.user), "school_logins": school_logins(request), "coupled": coupled_with(request.user)}  # type: ignore[arg-type]
        return self.render(context)


class Password(Refusing, library.PasswordChangeView):
    pass


class FirstPassword(Refusing, library.PasswordSetView):
    pass


class Confirm(Refusing, library.ReauthenticateView):
    """Before something that changes how one logs in: the password once more."""


class ConfirmCode(Refusing, factors.ReauthenticateView):
    pass


class ConfirmPasskey(passkeys.ReauthenticateWebAuthnView):
    pass


class Security(factors.IndexView):
    """Everything that guards this account, on one screen."""


class CodesAlongWith:
    """The first app or passkey brings recovery codes; the library tells nobody of those."""

    did_generate_recovery_codes: bool
    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        if self.did_generate_recovery_codes:
            note_own(self.request, Event.CODES_MADE)
        return response


def note_own(request: HttpRequest, event: Event, **details: str) -> None:
    actions.note(event, cast(User, request.user), now=timezone.now(), **details)


class AppOn(Refusing, CodesAlongWith, totp.ActivateTOTPView):
    pass


class AppOff(Refusing, totp.DeactivateTOTPView):
    pass


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if context["can_view_codes"]:
            note_own(self.request, Event.CODES_SEEN)
        return context


class NewRecoveryCodes(Refusing, recovery.GenerateRecoveryCodesView):
    pass


class Passkeys(passkeys.ListWebAuthnView):
    pass


class PasskeyAdded(Refusing, CodesAlongWith, passkeys.AddWebAuthnView):
    pass


class PasskeyRenamed(Refusing, passkeys.EditWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        note_own(self.request, Event.PASSKEY_RENAMED, name=form.cleaned_data["name"])
        return response


class PasskeyRemoved(passkeys.RemoveWebAuthnView):
    pass


class Sessions(sessions.ListUserSessionsView):
    """Where this person is logged in; sent with POST it ends all sessions but this one."""

    success_url = reverse_lazy("usersessions_list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["devices"] = [(session, device_in_words(session)) for session in context["sessions"]]
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        others = UserSession.objects.purge_and_list(self.request.user)
        count = sum(not session.is_current() for session in others)
        response: HttpResponse = super().form_valid(form)
        actions.note_sessions_ended(cast(User, self.request.user), count=count, now=timezone.now())
        return response


class EndSession(Screen):
    access = Access.SIGNED_IN
    http_method_names = ("post",)

    def post(self, request: HttpRequest, session_id: int) -> HttpResponse:
        session = get_object_or_404(UserSession, pk=session_id, user_id=request.user.pk)
        if not session.is_current():
            actions.end_session(session, device=device_name(session.user_agent), now=timezone.now())
            messages.success(request, _("{device} is uitgelogd.").format(device=device_in_words(session)))
        return redirect("usersessions_list")


def device_in_words(session: UserSession) -> str:
    """`Firefox op Windows`, as the language of the screen says it: too short to be recognised by its own words."""
    browser, on, system = device_name(session.user_agent).partition(ON)
    return _("%(browser)s op %(system)s") % {"browser": browser, "system": system} if on else translated(browser)
