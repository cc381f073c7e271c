"""Is what someone says of an offer well formed, and what a region chooses?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.bsn import find_bsn
from dekkend.offers.gateways import load_norms
from dekkend.offers.words import Availability, Rhythm, Said
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated

DAY = {"type": "date"}
NO_NUMBERS = _("Hier staat een nummer dat een burgerservicenummer kan zijn. Wij bewaren dat niet. Haal het weg.")


class SayForm(Form):
    """How does this offer stand, from when until when, and what may parents read?"""

    state = forms.ChoiceField(
        label=_("Hoe staat dit ervoor?"),
        choices=Availability.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies er een.")},
    )
    from_day = forms.DateField(
        label=_("Vanaf welke dag?"),
        required=False,
        help_text=_(
            "Bij 'tijdelijk niet beschikbaar' de eerste dag zonder, bij 'komt later' de eerste dag met. Niet bekend? Laat het leeg."
        ),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen dag. Schrijf hem als 2026-10-05 of kies hem.")},
    )
    until = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        help_text=_("De laatste dag zonder. Weet u het nog niet? Laat het leeg: dan blijft het zo tot u het verandert."),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        error_messages={"invalid": _("Dit is geen dag. Schrijf hem als 2026-10-05 of kies hem.")},
    )
    note_for_parents = forms.CharField(
        label=_("Wat mogen ouders hierover lezen?"),
        required=False,
        max_length=300,
        help_text=_("Eén of twee zinnen, zonder namen. Dit staat op de schoolpagina."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    role = forms.CharField(
        label=_("Wie geeft dit?"),
        required=False,
        max_length=100,
        help_text=_("Een functie, bijvoorbeeld 'taalspecialist'. Geen naam."),
    )
    persons = forms.IntegerField(
        label=_("Hoeveel mensen kunnen dit?"), required=False, min_value=0, max_value=99, help_text=_("Alleen een aantal.")
    )
    hours = forms.DecimalField(
        label=_("Hoeveel uur per week is er nu?"),
        required=False,
        min_value=0,
        max_value=999,
        decimal_places=2,
        localize=True,
        help_text=_("Alleen als het nu anders is dan in het aanbod staat."),
    )

    def clean_note_for_parents(self) -> str:
        return self.without_numbers("note_for_parents")

    def clean_role(self) -> str:
        return self.without_numbers("role")

    def without_numbers(self, name: str) -> str:
        text = " ".join(self.cleaned_data[name].split())
        if list(find_bsn(text)):
            raise forms.ValidationError(NO_NUMBERS)
        return text

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        begin, end = given.get("from_day"), given.get("until")
        if begin and end and end < begin:
            self.add_error("until", _("De laatste dag ligt voor de eerste. Kies een latere dag, of laat hem leeg."))
        return given

    def said(self) -> Said:
        """What was filled in; days only where they mean something."""
        given = self.cleaned_data
        state = Availability(given["state"])
        dated = state in (Availability.PAUSED, Availability.PLANNED)
        return Said(
            state=state,
            from_day=given["from_day"] if dated else None,
            until=given["until"] if state is Availability.PAUSED else None,
            note_for_parents=given["note_for_parents"],
            role=given["role"],
            persons=given["persons"],
            hours=given["hours"],
        )


class ChoiceForm(Form):
    """How often are schools asked, and which norm is laid beside their offers?"""

    rhythm = forms.ChoiceField(
        label=_("Hoe vaak vragen wij scholen of hun aanbod nog klopt?"),
        choices=Rhythm.choices(),
        widget=forms.RadioSelect,
        help_text=_("Elk kwartaal: 1 oktober, 15 januari, 1 april en 1 juni. Elk half jaar: 1 oktober en 1 april."),
    )
    norm = forms.ChoiceField(
        label=_("Welke norm leggen wij naast het aanbod?"),
        required=False,
        help_text=_("De norm zegt wat elke school moet bieden. Van een norm geldt steeds de versie van dat moment."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {norm.name: translated(norm.title) for norm in load_norms()}
        self.fields["norm"].choices = [("", _("Geen norm")), *names.items()]  # type: ignore[attr-defined]


class NameForm(Form):
    """What do these words of schools stand for? `code` "" is: no kind of the catalogue."""

    words = forms.CharField(max_length=500)
    code = forms.CharField(max_length=100, required=False)
    other = forms.CharField(max_length=100, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["code"] = given.get("code") or given.get("other") or ""
        return given
