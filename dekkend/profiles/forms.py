"""Is what someone brings in or writes down about an offer well formed?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.school_years import read_school_year
from dekkend.organisations.words import NOBODY, Scope
from dekkend.profiles.actions.refusing import refuse_numbers
from dekkend.profiles.gateways.exchange import ProfileRefused, load_profile
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.permissions import sites_to_fill
from dekkend.profiles.queries import current_drafts
from dekkend.profiles.rules.items import items
from dekkend.profiles.rules.redaction import betrays, stands_at, texts_at
from dekkend.profiles.rules.region_form import addable, retirable
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.editing import EditRefused
from dekkend.profiles.words.fixed_text import MOST_LETTERS as FIXED_LETTERS
from dekkend.profiles.words.fixed_text import Verdict
from dekkend.profiles.words.profile import MOST_BYTES
from dekkend.profiles.words.questions import MOST_LETTERS as QUESTION_LETTERS
from dekkend.profiles.words.region_form import LONGEST_TITLE
from dekkend.profiles.words.template import Template
from dekkend.ui.forms import Form, dress
from dekkend.ui.translation import translated


class SiteAndYearForm(Form):
    """Of which school and which school year is this? Only schools for which this person may make a draft."""

    site = forms.ModelChoiceField(
        label=_("School"),
        queryset=sites_to_fill(NOBODY),
        empty_label=_("Kies een school"),
        error_messages={"required": _("Kies de school waar dit profiel over gaat."), "invalid_choice": _("Kies een school uit de lijst.")},
    )
    school_year = forms.CharField(
        label=_("Schooljaar"),
        help_text=_("Bijvoorbeeld 2023-2024."),
        max_length=20,
        error_messages={"required": _("Vul het schooljaar in waarvoor dit profiel geldt.")},
    )

    def __init__(self, scope: Scope, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scope = scope
        self.fields["site"].queryset = sites_to_fill(scope)  # type: ignore[attr-defined]
        self.fields["site"].label_from_instance = lambda site: f"{site.name}, {site.address}, {site.place}"  # type: ignore[attr-defined]
        self.fields["school_year"].widget.attrs["class"] = "dk-input dk-input--short"

    def clean_school_year(self) -> str:
        found = read_school_year(self.cleaned_data["school_year"])
        if found is None:
            raise forms.ValidationError(_("Dit is geen schooljaar. Schrijf het als 2023-2024."))
        return str(found.year)


class ImportForm(SiteAndYearForm):
    """A file in `dekkend-profile/1`, and the site and year whose draft it becomes. `cleaned_data["file"]` is the profile itself."""

    field_order = ("file", "site", "school_year", "replace")

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een profiel als data (JSON), zoals u het op de pagina van een school kunt downloaden."),
        allow_empty_file=True,  # the profile itself says what is wrong with an empty file
        widget=forms.FileInput(attrs={"accept": ".json"}),
        error_messages={"required": _("Kies een bestand."), "invalid": _("Kies een bestand.")},
    )
    replace = forms.BooleanField(label=_("Vervang het concept dat er al is"), required=False)

    def clean_file(self) -> dict[str, Any]:
        try:
            profile = load_profile(self.cleaned_data["file"].read(MOST_BYTES + 1))
        except ProfileRefused as refused:
            raise forms.ValidationError(refused.message) from refused
        if any(find_bsn(text) for text in _texts(profile)):
            raise forms.ValidationError(
                _(
                    "In dit profiel staat een nummer dat een burgerservicenummer of leerlingnummer kan zijn. "
                    "Dat mogen wij niet bewaren. Haal het uit het bestand en kies het opnieuw."
                )
            )
        return profile

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        profile, site, year = given.get("file"), given.get("site"), given.get("school_year")
        if profile and site and profile["site"] not in (None, site.brin6):
            self.add_error(
                "site",
                _("Dit profiel is van de school met vestigingscode {site}, niet van {name}. Kies die school.").format(
                    site=profile["site"], name=site.name
                ),
            )
        elif site and year and not given.get("replace") and current_drafts(self.scope).filter(site=site, school_year=year).exists():
            self.add_error(
                "replace",
                _("Er is al een concept van {name} voor {year}. Wilt u dat vervangen, kies dit dan. Het oude blijft bewaard.").format(
                    name=site.name, year=year
                ),
            )
        return given


def _texts(value: object) -> Iterator[str]:
    """Every text in JSON values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


class LeaveOutForm(Form):
    """Which words of a frozen version are covered for everyone outside the school, and why?"""

    path = forms.ChoiceField(label=_("Waar staat het?"), error_messages={"required": _("Kies waar het staat.")})
    quote = forms.CharField(
        label=_("Welke woorden?"),
        help_text=_("Neem ze letterlijk over. Laat u dit leeg, dan valt het hele onderdeel weg."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        help_text=_("Deze reden wordt openbaar. Noem er geen naam in."),
        max_length=500,
        error_messages={"required": _("Schrijf op waarom u dit weglaat. Lezers zien dat er iets weg is en willen weten waarom.")},
    )

    def __init__(self, version: ProfileVersion, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.values = version.values
        filled = [item for item in items(load_template(version.template), version.values) if texts_at(version.values, item.path)]
        titles = {section.id: section.title for section in load_template(version.template).sections}
        self.fields["path"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een onderdeel")),
            *((item.path, f"{titles[item.section]}: {item.label}") for item in filled),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        path, quote = cleaned.get("path"), " ".join(cleaned.get("quote", "").split())
        if path and quote and not stands_at(self.values, path, quote):
            self.add_error("quote", _("Deze woorden staan daar niet. Neem ze letterlijk over, of kies een ander onderdeel."))
        if path and betrays(cleaned.get("reason", ""), [quote] if quote else texts_at(self.values, path)):
            self.add_error("reason", _("In de reden staan de woorden die u weglaat. Iedereen leest de reden: zeg het anders."))
        return cleaned | {"quote": quote}


class Words(forms.CharField):
    """Words of people; a number that could be a citizen's number is refused."""

    def __init__(self, *, rows: int = 6, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).replace("\r\n", "\n")
        try:
            refuse_numbers(text)
        except EditRefused as refused:
            raise forms.ValidationError(refused.message) from refused
        return text


class FixedTextForm(Form):
    """The text that all schools share in one section, and from which day on it holds."""

    text = Words(
        label=_("Vaste tekst"),
        help_text=_("Een lege regel begint een nieuwe alinea. Laat het veld leeg als hier geen vaste tekst meer geldt."),
        max_length=FIXED_LETTERS,
        rows=12,
        required=False,
    )
    effective_on = forms.DateField(
        label=_("Geldt vanaf"),
        help_text=_("Tot die dag zien scholen en ouders de vorige tekst."),
        widget=forms.DateInput(attrs={"type": "date", "class": "dk-input dk-input--short"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": _("Vul een dag in, zoals 1-8-2026."), "invalid": _("Vul een dag in, zoals 1-8-2026.")},
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_effective_on(self) -> date:
        day: date = self.cleaned_data["effective_on"]
        if day < self.today:
            raise forms.ValidationError(
                _("Deze dag is voorbij. Een tekst kan niet met terugwerkende kracht gelden: kies vandaag of later.")
            )
        return day


class OwnWordingForm(Form):
    """How the school writes the fixed text otherwise."""

    text = Words(
        label=_("De tekst van uw school"),
        help_text=_("Begin met de vaste tekst en verander alleen wat bij u anders is."),
        max_length=FIXED_LETTERS,
        rows=12,
        error_messages={"required": _("Schrijf op hoe de tekst bij uw school luidt.")},
    )


class VerdictForm(Form):
    """What the region thinks of an own wording, and why."""

    verdict = forms.ChoiceField(
        label=_("Mag de school dit zo schrijven?"),
        choices=[
            (Verdict.ACCEPTED.value, _("Ja, de school houdt haar eigen tekst")),
            (Verdict.REFUSED.value, _("Nee, de vaste tekst geldt")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    reason = Words(
        label=_("Waarom?"),
        help_text=_("De school leest dit."),
        max_length=2000,
        rows=4,
        error_messages={"required": _("Schrijf op waarom. De school leest dit.")},
    )


class QuestionForm(Form):
    """A question to a school, about one answer of its offer or about the whole."""

    path = forms.ChoiceField(label=_("Waar gaat uw vraag over?"), required=False)
    text = Words(
        label=_("Uw vraag"),
        max_length=QUESTION_LETTERS,
        error_messages={"required": _("Schrijf uw vraag op.")},
    )

    def __init__(self, choices: Sequence[tuple[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["path"].choices = [("", _("Het hele aanbod")), *choices]  # type: ignore[attr-defined]


class SayingForm(Form):
    """What someone adds to the thread of a question."""

    text = Words(
        label=_("Uw antwoord"),
        max_length=QUESTION_LETTERS,
        rows=4,
        error_messages={"required": _("Schrijf uw antwoord op.")},
    )


class RegionFormForm(Form):
    """What a region changes in the form. `cleaned_data["overlay"]` is that as data."""

    def __init__(self, template: Template, catalogue: Catalogue, overlay: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.titles = {f"section:{section.id}": section.title for section in template.sections}
        for key, title in self.titles.items():
            label = _("Titel van {title}").format(title=translated(title))
            self.fields[key] = forms.CharField(
                label=label, max_length=LONGEST_TITLE, initial=overlay["titles"].get(key, title), required=False
            )
        rows = [(code, translated(label)) for code, label in retirable(template).items()]
        items = [(code, translated(item.label)) for code, item in addable(template, catalogue).items()]
        self.fields["rows"] = boxes(_("Regels die erbij komen"), items, overlay["rows"])
        self.fields["retired"] = boxes(_("Regels die weg kunnen"), rows, overlay["retired"])
        for field in self.fields.values():
            dress(field.widget)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        titles = {key: given.get(key, "").strip() for key in self.titles}
        changed = {key: title for key, title in titles.items() if title and title != self.titles[key]}
        given["overlay"] = {"titles": changed, "retired": given.get("retired", []), "rows": given.get("rows", [])}
        return given


def boxes(label: Any, choices: list[tuple[str, str]], chosen: list[str]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, initial=chosen, required=False, widget=forms.CheckboxSelectMultiple)
