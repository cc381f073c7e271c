"""Is what someone typed to log in, to choose a password or to prove a second factor well formed?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.ui.forms import Form

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

ADVICE = _("Ten minste 12 tekens. Vier gewone woorden achter elkaar zijn goed en makkelijk te onthouden.")
NO_EMAIL = _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.")


class LibraryForm(Form):
    """A form of the login library in our words and looks. `WORDS` is label and help per field; `MISSING` what is asked for."""

    WORDS: ClassVar[dict[str, tuple[StrOrPromise, StrOrPromise]]] = {}
    MISSING: ClassVar[dict[str, StrOrPromise]] = {}
    AUTOCOMPLETE: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The second time of a new password helps nobody: password managers fill in both, and a mistake is mended by mail.
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            self.reword(name, field)

    def reword(self, name: str, field: forms.Field) -> None:
        field.label, field.help_text = self.WORDS.get(name, (field.label or "", ""))
        field.widget.attrs.pop("placeholder", None)
        if name in self.MISSING:
            field.error_messages["required"] = self.MISSING[name]
        if name in self.AUTOCOMPLETE:
            field.widget.attrs["autocomplete"] = self.AUTOCOMPLETE[name]
        if isinstance(field, forms.EmailField):
            field.error_messages["invalid"] = NO_EMAIL
            for validator in field.validators:
                validator.message = NO_EMAIL if hasattr(validator, "user_regex") else validator.message  # type: ignore[attr-defined]


class LoginForm(LibraryForm, account.LoginForm):
    WORDS = {"login": (_("E-mailadres"), ""), "password": (_("Wachtwoord"), "")}
    MISSING = {"login": _("Vul uw e-mailadres in."), "password": _("Vul uw wachtwoord in.")}
    # `webauthn` lets the browser offer a passkey right here.
    AUTOCOMPLETE = {"login": "username webauthn", "password": "current-password"}


class ChangePasswordForm(LibraryForm, account.ChangePasswordForm):
    WORDS = {"oldpassword": (_("Uw wachtwoord van nu"), ""), "password1": (_("Nieuw wachtwoord"), ADVICE)}
    MISSING = {"oldpassword": _("Vul het wachtwoord in waarmee u nu inlogt."), "password1": _("Kies een nieuw wachtwoord.")}


class SetPasswordForm(LibraryForm, account.SetPasswordForm):
    WORDS = {"password1": (_("Wachtwoord"), ADVICE)}
    MISSING = {"password1": _("Kies een wachtwoord.")}


class NewPasswordForm(LibraryForm, account.ResetPasswordKeyForm):
    WORDS = {"password1": (_("Nieuw wachtwoord"), ADVICE)}
    MISSING = {"password1": _("Kies een nieuw wachtwoord.")}


class ResetPasswordForm(LibraryForm, account.ResetPasswordForm):
    WORDS = {"email": (_("E-mailadres"), _("Het adres waarmee u inlogt."))}
    MISSING = {"email": _("Vul uw e-mailadres in.")}
    AUTOCOMPLETE = {"email": "username"}


class ConfirmForm(LibraryForm, account.ReauthenticateForm):
    WORDS = {"password": (_("Uw wachtwoord"), "")}
    MISSING = {"password": _("Vul uw wachtwoord in.")}


CODE = (_("Code"), _("Zes cijfers uit uw app, of een herstelcode."))
NO_CODE = _("Vul de code uit uw app in.")


class CodeForm(LibraryForm, codes.AuthenticateForm):
    WORDS = {"code": CODE}
    MISSING = {"code": NO_CODE}


class ConfirmCodeForm(LibraryForm, codes.ReauthenticateForm):
    WORDS = {"code": CODE}
    MISSING = {"code": NO_CODE}


class ActivateAppForm(LibraryForm, totp.ActivateTOTPForm):
    WORDS = {"code": (_("Code uit uw app"), _("Zes cijfers. Ze veranderen elke halve minuut."))}
    MISSING = {"code": NO_CODE}


class AddPasskeyForm(LibraryForm, passkeys.AddWebAuthnForm):
    """Always a passkey that can log in by itself: with a finger, a face or a PIN it is both factors at once."""

    WORDS = {"name": (_("Naam van deze passkey"), _("Zodat u hem later herkent, bijvoorbeeld 'laptop van school'."))}
    MISSING = {"credential": _("Uw apparaat heeft geen passkey gemaakt. Probeer het opnieuw.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)

    def clean(self) -> dict[str, Any]:
        if hasattr(self, "cleaned_data"):
            self.cleaned_data["passwordless"] = True
        return super().clean() or {}


class RenamePasskeyForm(LibraryForm, passkeys.EditWebAuthnForm):
    WORDS = {"name": (_("Naam van deze passkey"), "")}
    MISSING = {"name": _("Geef deze passkey een naam.")}
