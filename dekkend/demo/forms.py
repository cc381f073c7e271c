"""Which day may a visitor of the demo choose?"""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dekkend.demo.rules.clock import FIRST, LAST, runs_on
from dekkend.ui.forms import Form
from dekkend.ui.templatetags.ui import in_words

lazy_day = lazy(in_words, str)
FIRST_DAY, LAST_DAY = lazy_day(FIRST), lazy_day(LAST)
OUTSIDE = format_lazy(
    _("Kies een dag van {first} tot en met {last}. Buiten die tijd gebeurt er niets in deze demo."), first=FIRST_DAY, last=LAST_DAY
)


class DayForm(Form):
    day = forms.DateField(
        label=_("Alsof het vandaag deze dag is"),
        help_text=format_lazy(_("Een dag van {first} tot en met {last}."), first=FIRST_DAY, last=LAST_DAY),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": FIRST.isoformat(), "max": LAST.isoformat()}),
        error_messages={
            "required": _("Er is geen dag gekozen. Vul een dag in."),
            "invalid": _("Dit is geen dag. Vul hem in als 5-10-2026."),
        },
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not runs_on(day):
            raise forms.ValidationError(OUTSIDE)
        return day
