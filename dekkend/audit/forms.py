"""Which days does the reader of the log ask for?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.audit.queries import Days
from dekkend.ui.forms import Form

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

WRONG_DAY = _("Dit is geen dag. Schrijf een dag als 2-3-2026.")


def day_field(label: StrOrPromise) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, error_messages={"invalid": WRONG_DAY})


class DaysForm(Form):
    """Sent by GET, so that an address can be kept. `days` is what counts; what is wrong in it counts as not filled in."""

    van = day_field(_("Van"))
    tot = day_field(_("Tot en met"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("van") and given.get("tot") and given["van"] > given["tot"]:
            self.add_error("tot", _("Deze dag ligt voor de eerste dag. Kies een latere dag."))
        return given

    def days(self) -> Days:
        given = self.cleaned_data if self.is_valid() else {}
        return Days(since=given.get("van"), until=given.get("tot"))
