"""Which day may a visitor of the demo choose?"""

from __future__ import annotations

from datetime import date

from django import forms

from dekkend.demo.rules.clock import FIRST, LAST, runs_on
from dekkend.ui.forms import Form
from dekkend.ui.templatetags.ui import in_words

OUTSIDE = f"Kies een dag van {in_words(FIRST)} tot en met {in_words(LAST)}. Buiten die tijd gebeurt er niets in deze demo."


class DayForm(Form):
    day = forms.DateField(
        label="Alsof het vandaag deze dag is",
        help_text=f"Een dag van {in_words(FIRST)} tot en met {in_words(LAST)}.",
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": FIRST.isoformat(), "max": LAST.isoformat()}),
        error_messages={"required": "Er is geen dag gekozen. Vul een dag in.", "invalid": "Dit is geen dag. Vul hem in als 5-10-2026."},
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not runs_on(day):
            raise forms.ValidationError(OUTSIDE)
        return day
