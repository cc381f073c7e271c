"""Is what a region says of its support point well formed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.bsn import find_bsn
from dekkend.ui.forms import Form

NO_WAY_TO_ASK = _("Ouders kunnen nu niets vragen. Vul een telefoonnummer, een e-mailadres of een website in.")
NO_NUMBERS = _("Hier staat een nummer dat een burgerservicenummer kan zijn. Wij bewaren dat niet. Haal het weg.")


class SupportPointForm(Form):
    """Name, telephone, mail and website of the ouder- en jeugdsteunpunt."""

    name = forms.CharField(
        label=_("Hoe heet het steunpunt?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: Ouder- en jeugdsteunpunt Zilverkust."),
        error_messages={"required": _("Vul in hoe het steunpunt heet.")},
    )
    phone = forms.CharField(label=_("Telefoon"), max_length=30, required=False, widget=forms.TextInput(attrs={"type": "tel"}))
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Een adres van het steunpunt, niet van één persoon."),
        error_messages={"invalid": _("Dit is geen e-mailadres. Schrijf het als steunpunt@voorbeeld.nl.")},
    )
    website = forms.CharField(label=_("Website"), max_length=120, required=False, help_text=_("Bijvoorbeeld: steunpunt.voorbeeld.nl."))

    def clean_name(self) -> str:
        return self.plain("name")

    def clean_website(self) -> str:
        return self.plain("website").removeprefix("https://").removeprefix("http://").rstrip("/")

    def plain(self, name: str) -> str:
        text = " ".join(self.cleaned_data[name].split())
        if list(find_bsn(text)):
            raise forms.ValidationError(NO_NUMBERS)
        return text

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in ("phone", "email", "website")):
            self.add_error("phone", NO_WAY_TO_ASK)
        return given
