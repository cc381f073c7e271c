"""Is what a school writes on a card, answers, or says at the end well formed, and does it tell nothing about who the child is?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.private_text import refused_in
from dekkend.needcards.models import NeedCard
from dekkend.needcards.rules.days import usual_day, wrong_day, wrong_start
from dekkend.needcards.rules.replying import incomplete
from dekkend.needcards.words.cards import (
    LONGEST_CONTACT,
    LONGEST_REPLY,
    LONGEST_TEXT,
    MOST_CODES,
    TOLD_OUTCOMES,
    Age,
    Asked,
    Outcome,
)
from dekkend.needcards.words.facts import Answered, Written
from dekkend.needcards.words.replies import GIVEN, Reason
from dekkend.organisations.models import Site
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import NOBODY
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.words.catalogue import Domain
from dekkend.register.queries.small_areas import area_problem
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated

CHOOSE = _("Kies een antwoord.")
NO_DAY = _("Vul een dag in, zoals 5-10-2026.")
NO_NUMBER = _("Hier staat een nummer dat een burgerservicenummer kan zijn. Dat mogen wij niet bewaren. Haal het weg.")


class WithoutChild(forms.CharField):
    """Words in which nobody can be known; what is refused is never stored."""

    def __init__(self, *, longest: int, rows: int = 5, **kwargs: Any) -> None:
        attrs = {"rows": rows, "maxlength": longest}
        super().__init__(max_length=longest, widget=forms.Textarea(attrs=attrs), **kwargs)
        self.today = date.min

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).replace("\r\n", "\n")
        if found := refused_in(text, today=self.today):
            raise forms.ValidationError([translated(each.text) for each in found])
        return text


class ContactField(forms.CharField):
    """Of the person at the school; a citizen's number is refused."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_CONTACT, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if any(find_bsn(text)):
            raise forms.ValidationError(NO_NUMBER)
        return text


def day_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "class": "dk-input dk-input--short"}, format="%Y-%m-%d")
    formats, wrong = ["%Y-%m-%d", "%d-%m-%Y"], {"required": NO_DAY, "invalid": NO_DAY}
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget, input_formats=formats, error_messages=wrong)


def choices_of(labels: Iterable[Any]) -> list[tuple[str, str]]:
    return [(each.value, translated(each.label)) for each in labels]


def domain_field(domain: Domain) -> forms.MultipleChoiceField:
    items = [(item.code, translated(item.label)) for item in load_catalogue().items if item.domain == domain.code]
    ticks = forms.CheckboxSelectMultiple(attrs={"class": "dk-choice__input"})
    label = _("Ondersteuning: {part}").format(part=translated(domain.label).lower())
    return forms.MultipleChoiceField(label=label, choices=items, required=False, widget=ticks)


class CardForm(Form):
    """What a school needs for one child; the kinds of support stand below their part of a child's life."""

    site = forms.ModelChoiceField(label=_("Voor welke school vraagt u dit?"), queryset=sites_within(NOBODY), empty_label=None)
    asked = forms.ChoiceField(label=_("Wat zoekt u?"), widget=forms.RadioSelect, error_messages={"required": CHOOSE})
    age = forms.ChoiceField(label=_("Groep of leeftijd"), error_messages={"required": CHOOSE})
    text = WithoutChild(
        label=_("Wat heeft dit kind nodig?"),
        help_text=_("Hoogstens 600 tekens. Schrijf op wat een school moet kunnen, niet wie het kind is."),
        longest=LONGEST_TEXT,
        required=False,
    )
    area = forms.RegexField(
        r"^[1-9]\d{3}$",
        label=_("Postcodegebied waar het kind woont"),
        help_text=_("Alleen de vier cijfers. Laat het leeg als het niet nodig is; dan tellen afstanden vanaf uw school."),
        required=False,
        widget=forms.TextInput(attrs={"class": "dk-input dk-input--short", "inputmode": "numeric", "maxlength": "4"}),
        error_messages={"invalid": _("Vul alleen de vier cijfers van de postcode in, of laat het leeg.")},
    )
    from_day = day_field(_("Vanaf wanneer"), _("Laat het leeg voor zo snel als het kan."), required=False)
    answer_by = day_field(_("Antwoord graag uiterlijk op"))
    contact = ContactField(
        label=_("Wie kunnen de scholen bellen of mailen?"),
        help_text=_("Uw eigen naam met telefoonnummer of e-mailadres. De gevraagde scholen zien dit."),
        error_messages={"required": _("Vul in wie de scholen kunnen bereiken.")},
    )

    def __init__(self, sites: Any, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = self.fields["text"].today = today  # type: ignore[attr-defined]
        self.only = sites[0]
        if len(sites) == 1:
            del self.fields["site"]
        else:
            self.fields["site"].queryset = sites  # type: ignore[attr-defined]
        self.fields["asked"].choices = choices_of(Asked)  # type: ignore[attr-defined]
        self.fields["age"].choices = [("", _("Kies een groep of leeftijd")), *choices_of(Age)]  # type: ignore[attr-defined]
        self.fields["answer_by"].initial = usual_day(today)
        self.domains = {f"codes_{domain.code}": domain_field(domain) for domain in load_catalogue().domains}
        next(iter(self.domains.values())).help_text = _("Kies hier en in de groepen hieronder één tot {most} soorten.").format(
            most=MOST_CODES
        )
        self.fields.update(self.domains)
        self.order_fields(["site", "asked", "age", *self.domains, "text", "area", "from_day", "answer_by", "contact"])

    def clean_area(self) -> str:
        area: str = self.cleaned_data["area"]
        if area and (why := area_problem(area)):
            raise forms.ValidationError(translated(why))
        return area

    def clean_answer_by(self) -> date:
        day: date = self.cleaned_data["answer_by"]
        if why := wrong_day(day, today=self.today):
            raise forms.ValidationError(translated(why))
        return day

    def clean_from_day(self) -> date | None:
        day: date | None = self.cleaned_data["from_day"]
        if day and (why := wrong_start(day, today=self.today)):
            raise forms.ValidationError(translated(why))
        return day

    def codes(self) -> tuple[str, ...]:
        return tuple(code for name in self.domains for code in self.cleaned_data.get(name, ()))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first = next(iter(self.domains))
        if not self.codes() and not any(name in self.errors for name in self.domains):
            self.add_error(first, _("Kies hier of hieronder ten minste één soort ondersteuning."))
        if len(self.codes()) > MOST_CODES:
            told = _("Kies hoogstens {most} soorten ondersteuning: wat het meest nodig is.").format(most=MOST_CODES)
            self.add_error(first, told)
        return given

    def chosen_site(self) -> Site:
        site: Site = self.cleaned_data.get("site") or self.only
        return site

    def written(self) -> Written:
        given = self.cleaned_data
        return Written(
            Asked(given["asked"]),
            given["age"],
            self.codes(),
            given["text"],
            given["answer_by"],
            given["contact"],
            given["area"],
            given["from_day"],
        )


def begin_with(card: NeedCard) -> Mapping[str, Any]:
    """What stands on a card, for its form."""
    fields = ("site", "asked", "age", "text", "area", "from_day", "answer_by", "contact")
    codes = {f"codes_{domain.code}": card.codes for domain in load_catalogue().domains}
    return {name: getattr(card, name) for name in fields} | codes


class ReplyForm(Form):
    """What a school that was asked answers."""

    reply = forms.ChoiceField(label=_("Kan uw school dit bieden?"), widget=forms.RadioSelect, error_messages={"required": CHOOSE})
    reasons = forms.MultipleChoiceField(
        label=_("Waarom niet?"),
        help_text=_("Alleen bij nee. De regio telt deze redenen, zonder school en zonder uw tekst."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    text = WithoutChild(
        label=_("Voorwaarde, toelichting of uw vraag"),
        help_text=_("Hoogstens 300 tekens. Alleen de vragende school en uw eigen school lezen dit. Noem geen namen van kinderen."),
        longest=LONGEST_REPLY,
        rows=4,
        required=False,
    )
    contact = ContactField(label=_("Wie kan de vragende school bellen of mailen?"), required=False)

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].today = today  # type: ignore[attr-defined]
        self.fields["reply"].choices = choices_of(GIVEN)  # type: ignore[attr-defined]
        self.fields["reasons"].choices = choices_of(Reason)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("reply"):
            for field, why in incomplete(self.answered()).items():
                if field not in self.errors:
                    self.add_error(field, translated(why))
        return given

    def answered(self) -> Answered:
        given = self.cleaned_data
        return Answered(given["reply"], given.get("text", ""), tuple(given.get("reasons", ())), given.get("contact", ""))


class AnswerForm(Form):
    """What the sender says to a question back."""

    text = WithoutChild(
        label=_("Uw antwoord"),
        help_text=_("Hoogstens 300 tekens. Alleen deze school leest het. Noem geen naam."),
        longest=LONGEST_REPLY,
        rows=4,
        error_messages={"required": _("Schrijf een antwoord.")},
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].today = today  # type: ignore[attr-defined]


class CloseForm(Form):
    """How it ended, and at which of the schools that were asked."""

    outcome = forms.ChoiceField(label=_("Hoe liep het af?"), widget=forms.RadioSelect, error_messages={"required": CHOOSE})
    where = forms.ModelChoiceField(
        label=_("Bij welke school?"),
        help_text=_("Alleen als het bij een gevraagde school is gevonden."),
        queryset=sites_within(NOBODY),
        required=False,
        empty_label=_("Geen van de gevraagde scholen"),
    )

    def __init__(self, sites: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = choices_of(TOLD_OUTCOMES)  # type: ignore[attr-defined]
        self.fields["where"].queryset = sites  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        found = given.get("outcome") == Outcome.FOUND.value
        if found and not given.get("where"):
            self.add_error("where", _("Kies de school waar het is gevonden."))
        if given.get("outcome") and not found:
            given["where"] = None
        return given
