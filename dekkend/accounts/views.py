"""Which screens let someone log in, log out and see the own account?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from dekkend.accounts import actions
from dekkend.accounts.forms import LoginForm, PasswordForm
from dekkend.accounts.queries import login_pause
from dekkend.ui.access import Access
from dekkend.ui.screens import FormScreen, Screen

WRONG = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw."


class Login(FormScreen):
    access = Access.PUBLIC
    template_name = "accounts/login.html"
    form_class = LoginForm

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "next": self.request.GET.get("next", "") or self.request.POST.get("next", "")}

    def done(self, form: forms.Form) -> HttpResponse:
        email, address, now = form.cleaned_data["email"], client_address(self.request), timezone.now()
        wait = login_pause(email, address, now=now)
        if wait:
            return self.refuse(form, too_often(wait))
        user = authenticate(self.request, username=email, password=form.cleaned_data["password"])
        if user is None:
            actions.note_failed_login(email, address, now=now)
            return self.refuse(form, WRONG)
        actions.forget_failed_logins(email, address)
        login(self.request, user)
        return redirect(self.next_address())

    def refuse(self, form: forms.Form, why: str) -> HttpResponse:
        form.add_error(None, why)
        return self.render(self.context(form), status=422)

    def next_address(self) -> str:
        wanted = self.request.POST.get("next", "")
        own = url_has_allowed_host_and_scheme(wanted, {self.request.get_host()}, require_https=self.request.is_secure())
        return wanted if own else resolve_url(settings.LOGIN_REDIRECT_URL)


class Logout(Screen):
    access = Access.SIGNED_IN
    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponse:
        logout(request)
        messages.success(request, "U bent uitgelogd.")
        return redirect(settings.LOGOUT_REDIRECT_URL)


class Account(Screen):
    access = Access.SIGNED_IN
    template_name = "accounts/account.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render()


class Password(FormScreen):
    access = Access.SIGNED_IN
    template_name = "accounts/password.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return PasswordForm(self.request.user, data)  # type: ignore[arg-type]

    def done(self, form: forms.Form) -> HttpResponse:
        user = self.request.user
        actions.choose_password(user, form.cleaned_data["new"])  # type: ignore[arg-type]
        update_session_auth_hash(self.request, user)  # type: ignore[arg-type]
        messages.success(self.request, "Uw nieuwe wachtwoord is bewaard. U blijft hier ingelogd; elders niet.")
        return redirect("accounts:account")


def client_address(request: HttpRequest) -> str:
    """The address of the browser. Behind a proxy: the header that this proxy itself sets, named by a setting."""
    header = settings.CLIENT_ADDRESS_HEADER
    return str(request.META.get(header or "REMOTE_ADDR", ""))


def too_often(wait: datetime) -> str:
    moment = timezone.localtime(wait)
    return (
        "Er is te vaak een verkeerd wachtwoord getypt. Om uw account te beschermen kunt u even niet inloggen. "
        f"Probeer het opnieuw om {moment:%H.%M} uur."
    )
