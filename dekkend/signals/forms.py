"""Is a report, an answer, a note or the reply of a board well formed?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.private_text import Remark, refused_in, warned_in
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.queries.small_areas import area_problem
from dekkend.signals.gateways.hiding import seconds_since, stamp
from dekkend.signals.rules.checking import NOT_EMPTY, NUMBER, text_problem, time_problem
from dekkend.signals.words import ANSWERS, LONGEST_TEXT, AnswerStatus
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated

TOO_LONG = _("Dit is te lang. Schrijf hoogstens %(limit_value)d tekens; nu zijn het er %(show_value)d.")


def text_field(label: Any, help_text: Any, *, empty: Any, rows: int = 6) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": empty, "max_length": TOO_LONG},
    )


class ReportForm(Form):
    """What is not right, and where may the answer go? `website` must stay empty: people do not see it, machines fill it in."""

    text = text_field(
        _("Wat klopt er niet?"),
        _("Schrijf wat er staat en wat het moet zijn, zonder de naam van een kind. Hoogstens 1000 tekens."),
        empty=_("Schrijf wat er niet klopt. Zonder die zin kan de school niets verbeteren."),
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres (hoeft niet)"),
        required=False,
        max_length=254,
        help_text=_("Alleen om u te mailen dat er antwoord is."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Dit is geen e-mailadres. Verbeter het, of laat het leeg.")},
    )
    website = forms.CharField(
        label=_("Laat dit veld leeg"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    begun = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    plek = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).strip()
        if problem := text_problem(text):
            raise forms.ValidationError(translated(problem))
        return text

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        problem = NOT_EMPTY if given.get("website") else time_problem(seconds_since(given.get("begun") or "", self.now))
        if problem and not self.errors:  # what a person still has to mend is said first
            self.add_error(None, translated(problem))
            self.begin_again(given.get("begun") or "")
        return given

    def begin_again(self, begun: str) -> None:
        """What a machine seemed to do is asked once more: the trap is empty, and an old page begins anew."""
        data = dict(self.data.items())
        fresh = seconds_since(begun, self.now)
        data["website"] = ""
        data["begun"] = begun if fresh is not None and not time_problem(max(fresh, 60)) else stamp(self.now)
        self.data = data


class AnswerForm(Form):
    """What does the school do with a report, and what does its sender read?"""

    state = forms.ChoiceField(
        label=_("Wat doet u ermee?"),
        choices=[
            (ANSWERS[0].value, _("Het klopt niet: wij passen het aan in de volgende versie")),
            (ANSWERS[1].value, _("Het klopt wel: wij passen het niet aan")),
            (ANSWERS[2].value, _("Alleen antwoord geven")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u ermee doet.")},
    )
    text = text_field(
        _("Uw antwoord"),
        _("Wie het meldde leest dit, zonder in te loggen. Noem geen namen van kinderen of collega's."),
        empty=_("Schrijf een antwoord. Wie het meldde, leest alleen wat u hier schrijft."),
        rows=5,
    )

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).strip()
        if find_bsn(text):
            raise forms.ValidationError(translated(NUMBER))
        return text


class NoteForm(Form):
    """What do parents ask and not find? As on a need card: what tells who a child is, is refused; what may be a name, is asked about."""

    code = forms.ChoiceField(label=_("Welke soort hulp zochten zij?"), required=False)
    area = forms.CharField(
        label=_("In welk postcodegebied? (hoeft niet)"),
        required=False,
        help_text=_("Alleen de vier cijfers. Laat het leeg als het voor de hele regio geldt. Besturen zien het gebied pas bij 5 notities."),
        widget=forms.TextInput(attrs={"class": "dk-input dk-input--short", "inputmode": "numeric", "maxlength": "4"}),
    )
    text = text_field(
        _("Wat vroegen ouders, en wat vonden zij niet?"),
        _("Geen namen, geen plaats en niets waaraan u een kind herkent. Het samenwerkingsverband en besturen in de regio lezen dit."),
        empty=_("Schrijf wat ouders zochten en niet vonden."),
    )

    def __init__(self, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.decided = frozenset(self.data.getlist("no_name")) if isinstance(self.data, QueryDict) else frozenset()
        catalogue = load_catalogue()
        kinds = [
            (translated(domain.label), [(item.code, translated(item.label)) for item in catalogue.items if item.domain == domain.code])
            for domain in catalogue.domains
        ]
        self.fields["code"].choices = [("", _("Iets anders, of niet bekend")), *kinds]  # type: ignore[attr-defined]
        self.doubt: tuple[Remark, ...] = ()

    def clean_area(self) -> str:
        area = str(self.cleaned_data["area"]).strip()
        if area and not (len(area) == 4 and area.isascii() and area.isdigit() and area[0] != "0"):
            raise forms.ValidationError(_("Dit zijn geen vier cijfers van een postcode. Verbeter het, of laat het leeg."))
        if area and (problem := area_problem(area)):
            raise forms.ValidationError(translated(problem))
        return area

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).strip()
        if problem := text_problem(text):
            raise forms.ValidationError(translated(problem))
        if found := refused_in(text, today=self.today):
            raise forms.ValidationError([translated(each.text) for each in found])
        self.doubt = warned_in(text, today=self.today)
        if any(each.found not in self.decided for each in self.doubt):
            message = _("Hier kan een naam in staan. Haal een naam weg. Kruis hieronder aan wat geen naam is.")
            raise forms.ValidationError(message)
        return text

    def asked_about(self) -> list[tuple[Remark, bool]]:
        """Each word that may be a name, and whether the writer said that it is none."""
        return [(each, each.found in self.decided) for each in self.doubt]


class ReplyForm(Form):
    """What does a board do about what is said of one kind of support, where, and for which board?"""

    board = forms.ChoiceField(label=_("Namens welk bestuur?"), error_messages={"required": _("Kies een bestuur.")})
    area = forms.ChoiceField(label=_("Waar?"), required=False)
    status = forms.ChoiceField(
        label=_("Hoe staat het ervoor?"),
        choices=AnswerStatus.choices(),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het ervoor staat.")},
    )
    text = text_field(
        _("Uw antwoord"),
        _("Wat doet u, en wanneer? Dit staat bij de signalen en komt in het rapport over de dekking. Noem geen namen."),
        empty=_("Schrijf wat u doet en wanneer."),
        rows=5,
    )

    def __init__(self, boards: list[tuple[str, str]], areas: tuple[str, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].choices = boards  # type: ignore[attr-defined]
        if len(boards) == 1:
            self.fields["board"].widget = forms.HiddenInput()
            self.fields["board"].initial = boards[0][0]
        self.fields["area"].choices = [("", _("In de hele regio")), *((area, area) for area in areas)]  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"]).strip()
        if problem := text_problem(text):
            raise forms.ValidationError(translated(problem))
        return text
