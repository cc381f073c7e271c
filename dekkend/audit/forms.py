"""Which days and which kind of event does the reader of the log ask for?"""

from __future__ import annotations

from typing import Any

from django import forms

from dekkend.audit.queries import Choice
from dekkend.audit.rules.sentences import outline
from dekkend.audit.words import Event
from dekkend.ui.forms import Form

WRONG_DAY = "Dit is geen dag. Schrijf een dag als 2-3-2026."


def events() -> list[tuple[str, str]]:
    return [("", "Alles"), *sorted(((event.value, outline(event)) for event in Event), key=lambda pair: pair[1].lower())]


def day_field(label: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, error_messages={"invalid": WRONG_DAY})


class ChoiceForm(Form):
    """Sent by GET, so that an address can be kept. `choice` is what counts; what is wrong in it counts as not filled in."""

    van = day_field("Van")
    tot = day_field("Tot en met")
    wat = forms.ChoiceField(
        label="Gebeurtenis", required=False, choices=events, error_messages={"invalid_choice": "Kies een van de gebeurtenissen."}
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("van") and given.get("tot") and given["van"] > given["tot"]:
            self.add_error("tot", "Deze dag ligt voor de eerste dag. Kies een latere dag.")
        return given

    def choice(self) -> Choice:
        given = self.cleaned_data if self.is_valid() else {}
        return Choice(since=given.get("van"), until=given.get("tot"), event=given.get("wat") or "")
