"""Is what someone typed to log in, or as a new password, well formed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from dekkend.accounts.models import User
from dekkend.ui.forms import Form


class LoginForm(Form):
    email = forms.EmailField(
        label="E-mailadres",
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={
            "required": "Vul uw e-mailadres in.",
            "invalid": "Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.",
        },
    )
    password = forms.CharField(
        label="Wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul uw wachtwoord in."},
    )


class PasswordForm(Form):
    old = forms.CharField(
        label="Uw wachtwoord van nu",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul het wachtwoord in waarmee u nu inlogt."},
    )
    new = forms.CharField(
        label="Nieuw wachtwoord",
        strip=False,
        help_text="Ten minste 12 tekens. Vier gewone woorden achter elkaar zijn goed en makkelijk te onthouden.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Kies een nieuw wachtwoord."},
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_old(self) -> str:
        old: str = self.cleaned_data["old"]
        if not self.user.check_password(old):
            raise forms.ValidationError("Dit is niet uw wachtwoord van nu. Typ het opnieuw.")
        return old

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        validate_password(new, self.user)
        return new
