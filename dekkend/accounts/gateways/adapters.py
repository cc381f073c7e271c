"""What does the login library ask us: who may sign up, how often may someone try, how are secrets kept?"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dekkend.accounts.gateways.browser import client_address
from dekkend.accounts.gateways.encryption import decrypt, encrypt
from dekkend.accounts.gateways.qr import qr_svg

TOO_OFTEN = format_lazy(
    _(
        "Er is te vaak iets verkeerds ingevuld. Om uw account te beschermen kunt u even niet inloggen. "
        "Probeer het over {minutes} minuten opnieuw."
    ),
    minutes=settings.LOGIN_PAUSE_MINUTES,
)
WRONG_CODE = _("Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app en vul die in.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw."),
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "enter_current_password": _("Dit is niet uw wachtwoord van nu. Typ het opnieuw."),
        "incorrect_password": _("Dit is niet uw wachtwoord. Typ het opnieuw."),
        "invalid_password_reset": _("Deze link is al gebruikt of te oud. Vraag een nieuwe link aan."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An account is made on invitation only."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:account")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Attempts count per account and address together, so that a stranger elsewhere cannot lock someone out."""
        return f"{credentials.get('email', '').strip().lower()}:{client_address(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        super().pre_authenticate(request, **credentials)
        account = credentials.get("email", "").strip().lower()
        self.account_usage = ratelimit.consume(request, app="allauth.account", action="login_failed_account", key=account)
        if not self.account_usage:
            raise self.validation_error("too_many_login_attempts")

    def _rollback_login_failed_rl_usage(self) -> None:
        super()._rollback_login_failed_rl_usage()
        if self.account_usage:
            self.account_usage.rollback()


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Herstelcodes horen bij een app of passkey. Zet eerst een van die twee aan."),
    }

    def build_totp_svg(self, url: str) -> str:
        return qr_svg(url, label=str(_("QR-code voor uw app. Kunt u deze niet scannen, typ dan de sleutel hieronder over.")))

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"display_name": str(user)}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        return str(_("Mijn passkey"))

    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text)
