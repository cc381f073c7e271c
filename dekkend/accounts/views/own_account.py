"""Which screens let someone look after the own account: password, second factor, sessions?"""

from __future__ import annotations

from typing import Any

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

from dekkend.accounts import actions
from dekkend.accounts.gateways.entree import school_logins
from dekkend.accounts.queries import schools_of
from dekkend.accounts.rules.devices import device_name
from dekkend.accounts.views.refusing import Refusing
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class Account(Screen):
    access = Access.SIGNED_IN
    template_name = "accounts/account.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {"schools": schools_of(request.user), "school_logins": school_logins(request)}  # type: ignore[arg-type]
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


class AppOn(Refusing, totp.ActivateTOTPView):
    pass


class AppOff(Refusing, totp.DeactivateTOTPView):
    pass


class RecoveryCodes(recovery.ViewRecoveryCodesView):
    pass


class NewRecoveryCodes(Refusing, recovery.GenerateRecoveryCodesView):
    pass


class Passkeys(passkeys.ListWebAuthnView):
    pass


class PasskeyAdded(Refusing, passkeys.AddWebAuthnView):
    pass


class PasskeyRenamed(Refusing, passkeys.EditWebAuthnView):
    pass


class PasskeyRemoved(passkeys.RemoveWebAuthnView):
    pass


class Sessions(sessions.ListUserSessionsView):
    """Where this person is logged in; sent with POST it ends all sessions but this one."""

    success_url = reverse_lazy("usersessions_list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["devices"] = [(session, device_name(session.user_agent)) for session in context["sessions"]]
        return context


class EndSession(Screen):
    access = Access.SIGNED_IN
    http_method_names = ("post",)

    def post(self, request: HttpRequest, session_id: int) -> HttpResponse:
        session = get_object_or_404(UserSession, pk=session_id, user_id=request.user.pk)
        if not session.is_current():
            actions.end_session(session)
            messages.success(request, f"{device_name(session.user_agent)} is uitgelogd.")
        return redirect("usersessions_list")
