"""Is what someone writes down at a step well formed?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dekkend.adoption.rules.days import wrong_day
from dekkend.adoption.words.procedure import ABOUT, Answer, Kind, Outcome, Verdict
from dekkend.kernel.bsn import find_bsn
from dekkend.organisations.models import Membership
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import NOBODY, Role
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated
from dekkend.ui.uploads import SeveralFilesField

LONGEST = 10_000  # characters of one text
LONGEST_REMARK = 4_000  # room for what two members wrote about the same change
LARGEST = 20_000_000  # bytes of one attachment
NO_NUMBER = _("Hier staat een nummer dat een burgerservicenummer kan zijn. Dat mogen wij niet bewaren. Haal het weg.")
NO_DAY = _("Vul een dag in, zoals 5-10-2026.")
CHOOSE = _("Kies een antwoord.")


class PlainText(forms.CharField):
    """Words of people; a number that could be a citizen's number is refused."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).replace("\r\n", "\n")
        if any(find_bsn(text)):
            raise forms.ValidationError(NO_NUMBER)
        return text


def day_field(label: Any, today: date | None = None) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "class": "dk-input dk-input--short"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label,
        initial=today,
        widget=widget,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"required": NO_DAY, "invalid": NO_DAY},
    )


class StepForm(Form):
    """The day of the thing itself, words, and files."""

    on = day_field("")
    text = PlainText(label="", required=False)
    attachments = SeveralFilesField(
        label=_("Bijlagen"), help_text=_("Bijvoorbeeld het verslag of de brief. Dit hoeft niet."), required=False, allow_empty_file=True
    )

    def __init__(self, kind: Kind, happened: dict[Kind, date], today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.happened, self.today = kind, happened, today
        self.fields["on"].label, self.fields["on"].initial = translated(ABOUT[kind].day), today
        self.fields["text"].label, self.fields["text"].required = translated(ABOUT[kind].text), ABOUT[kind].needs_text
        self.fields["text"].error_messages["required"] = _("Schrijf op wat u wilt vastleggen.")

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if why := wrong_day(self.kind, day, happened=self.happened, today=self.today):
            raise forms.ValidationError(translated(why))
        return day

    def clean_attachments(self) -> list[UploadedFile]:
        files = [file for file in self.cleaned_data["attachments"] if file]
        if any((file.size or 0) > LARGEST for file in files):
            raise forms.ValidationError(_("Een bijlage mag hoogstens 20 MB zijn. Kies een kleiner bestand."))
        if any(not file.size for file in files):
            raise forms.ValidationError(_("Er is een leeg bestand bij. Kies het opnieuw."))
        return files


def field_at(path: str) -> str:
    """The name of the field for a remark. It follows from the place itself: what is added or gone elsewhere never moves a remark."""
    return f"remark-{int(sha256(path.encode()).hexdigest()[:12], 16)}"


class AdviceForm(StepForm):
    """The advice on the whole; the remarks per change are read by the view, one field each."""

    outcome = forms.ChoiceField(
        label=_("Wat is het advies van de MR?"), choices=Outcome.choices(), widget=forms.RadioSelect, required=False
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)  # the advice as this browser showed it before
    field_order = ("outcome", "text", "on", "attachments")

    def __init__(self, places: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(Kind.ADVISE, *args, **kwargs)
        self.places = places
        self.fields["outcome"].choices = [(each.value, translated(each.label)) for each in Outcome]  # type: ignore[attr-defined]
        self.fields["text"].required = False
        for path, label in places:
            self.fields[field_at(path)] = PlainText(label=label, required=False, rows=2, max_length=LONGEST_REMARK)
            self.fields[field_at(path)].widget.attrs |= {"class": "dk-input", "placeholder": " "}
        self.fields["text"].widget.attrs["placeholder"] = " "  # without words: by it a style sheet knows that nothing was written

    def remarks(self) -> list[tuple[str, str, str]]:
        return [(path, label, self.cleaned_data.get(field_at(path), "")) for path, label in self.places]


class ReplyForm(Form):
    """What the board does with one remark, and why not when it does not (wholly) follow it."""

    answer = forms.ChoiceField(label=_("Wat doet u ermee?"), widget=forms.RadioSelect, error_messages={"required": CHOOSE})
    why = PlainText(label=_("Toelichting"), help_text=_("Nodig als u het niet of niet helemaal overneemt."), required=False, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [(each.value, translated(each.label)) for each in Answer if each is not Answer.OPEN]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        departs = given.get("answer") in (Answer.PARTLY.value, Answer.NOT_FOLLOWED.value)
        if departs and not given.get("why", "").strip():
            self.add_error("why", _("Schrijf op waarom u dit niet of niet helemaal overneemt."))
        return given


class DecisionForm(Form):
    """What happens with one personal detail, and why."""

    key = forms.CharField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(label=_("Wat doet u ermee?"), widget=forms.RadioSelect, error_messages={"required": CHOOSE})
    reason = PlainText(label=_("Waarom?"), rows=2, max_length=1000, error_messages={"required": _("Schrijf op waarom.")})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verdict"].choices = [(each.value, translated(each.label)) for each in Verdict]  # type: ignore[attr-defined]


class TermsForm(Form):
    """After how many days people are reminded."""

    advice_days = forms.IntegerField(label=_("Dagen voor het advies van de MR"), min_value=1, max_value=200)
    decision_days = forms.IntegerField(label=_("Dagen voor het besluit van het bestuur, na het advies"), min_value=1, max_value=200)
    remind_days = forms.IntegerField(label=_("Zoveel dagen van tevoren een herinnering"), min_value=1, max_value=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "dk-input dk-input--short"


class RoundForm(Form):
    """From when a region asks for the offers of a school year, and by when it wants them."""

    opens_on = day_field(_("Vanaf"))
    deadline = day_field(_("Uiterlijk op"))


class StandInForm(Form):
    """Who stands in at which school, for which role, from when until when, and why."""

    site = forms.ModelChoiceField(label=_("School"), queryset=sites_within(NOBODY), empty_label=_("Kies een school"))
    person = forms.ChoiceField(label=_("Wie vervangt"), error_messages={"required": _("Kies een persoon.")})
    role = forms.ChoiceField(label=_("Wiens werk"), choices=[(role.value, role.label) for role in (Role.DIRECTOR, Role.BOARD)])
    first = day_field(_("Vanaf"))
    last = day_field(_("Tot en met"))
    reason = forms.CharField(label=_("Waarom?"), max_length=500, error_messages={"required": _("Schrijf op waarom.")})

    def __init__(self, sites: Any, people: Sequence[Membership], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites  # type: ignore[attr-defined]
        self.people = {str(each.user_id): each.user for each in people}
        names = sorted((user.name, key) for key, user in self.people.items())
        self.fields["person"].choices = [("", _("Kies een persoon")), *((key, name) for name, key in names)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("De laatste dag hoort na de eerste te liggen."))
        if given.get("person"):
            given["person"] = self.people[given["person"]]
        return given
