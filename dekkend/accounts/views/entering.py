"""Which screens let someone log in, log out, and get back in without the password?"""

from __future__ import annotations

from typing import Any

from allauth.account import views as library
from allauth.mfa.base import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpRequest, HttpResponse

from dekkend.accounts.gateways.entree import school_logins
from dekkend.accounts.views.refusing import Refusing
from dekkend.ui.errors import no_page


class Login(Refusing, library.LoginView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"school_logins": school_logins(self.request)}


class Logout(library.LogoutView):
    """Only with a button: a link on another site must not be able to log someone out."""

    http_method_names = ["post"]

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return no_page(request, super().http_method_not_allowed(request, *args, **kwargs))


class Code(Refusing, codes.AuthenticateView):
    """The second step of logging in, for those who set one up."""


class PasskeyLogin(passkeys.LoginWebAuthnView):
    """Logging in with a passkey alone."""


class Forgotten(Refusing, library.PasswordResetView):
    pass


class ForgottenSent(library.PasswordResetDoneView):
    pass


class NewPassword(Refusing, library.PasswordResetFromKeyView):
    pass


class NewPasswordDone(library.PasswordResetFromKeyDoneView):
    pass


class SignUp(library.SignupView):
    """Closed: it only says how one does get an account."""

    def closed(self) -> HttpResponse:
        response: HttpResponse = super().closed()
        response.status_code = 403
        return response


class Inactive(library.AccountInactiveView):
    pass
