"""What can someone fill in about a scenario: its name, and each change that it can make?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms as fields
from django.utils.translation import gettext_lazy as _

from dekkend.coverage.words import Coverage
from dekkend.planning.actions.scenarios import LONGEST_NAME, LONGEST_NOTE
from dekkend.planning.rules.scenario_data import one_from_data
from dekkend.planning.words.changes import (
    FEWEST_CHILDREN,
    LONGEST_REASON,
    MOST_CHILDREN,
    AddOffer,
    Change,
    ChangeHours,
    CloseSite,
    EndOffer,
    Newcomers,
)
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated


class ScenarioForm(Form):
    """How a scenario is called, and why it is there."""

    name = fields.CharField(
        label=_("Naam"), max_length=LONGEST_NAME, help_text=_("Zo herkent u het scenario in de lijst en in het rapport.")
    )
    note = fields.CharField(
        label=_("Waarom dit scenario"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=fields.Textarea(attrs={"rows": 4}),
        help_text=_("Komt in het rapport te staan. Schrijf hier niets over één kind."),
    )


class KeepForm(Form):
    """How the scenario is called that a plan becomes; nothing filled in, then it is called after the question."""

    name = fields.CharField(label=_("Naam van het scenario"), required=False, max_length=LONGEST_NAME)


class ChangeForm(Form):
    """One change; `what` is its kind. Schools and kinds are those of the region of today."""

    what = ""

    def __init__(self, data: Any = None, *, coverage: Coverage, initial: Mapping[str, str] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        schools = sorted(coverage.sites[: coverage.ground.inside], key=lambda site: (site.name.casefold(), site.brin6))
        kinds = [(kind.code, translated(kind.label)) for kind in coverage.kinds]
        options = {"brin6": [("", _("Kies een school")), *((site.brin6, named(site)) for site in schools)]}
        options |= {"code": [("", _("Kies een soort hulp")), *kinds]}
        for name, choices in options.items():
            if name in self.fields:
                self.fields[name].choices = choices  # type: ignore[attr-defined]

    def change(self) -> Change:
        """What was filled in. Raises Refused."""
        return one_from_data({"what": self.what} | self.cleaned_data)


def named(site: Any) -> str:
    return f"{site.name}, {site.place}" if site.place else str(site.name)


def hours(help_text: Any, *, required: bool) -> fields.DecimalField:
    """How many are possible is said by the rule, in Dutch numbers."""
    return fields.DecimalField(label=_("Uren per week"), required=required, localize=True, help_text=help_text)


class CloseForm(ChangeForm):
    what = CloseSite.what
    brin6 = fields.ChoiceField(label=_("Welke school sluit"), help_text=_("Alles wat deze school heeft, telt dan niet meer mee."))


class AddForm(ChangeForm):
    what = AddOffer.what
    brin6 = fields.ChoiceField(label=_("Welke school krijgt er hulp bij"))
    code = fields.ChoiceField(label=_("Welke hulp"))
    hours = hours(_("Laat het leeg als u het nog niet weet."), required=False)


class EndForm(ChangeForm):
    what = EndOffer.what
    brin6 = fields.ChoiceField(label=_("Welke school stopt met hulp"))
    code = fields.ChoiceField(label=_("Welke hulp"))


class HoursForm(ChangeForm):
    what = ChangeHours.what
    brin6 = fields.ChoiceField(label=_("Bij welke school"))
    code = fields.ChoiceField(label=_("Welke hulp"))
    hours = hours(_("Alle uren samen. Wie er dichtbij is, verandert niet; hoeveel er is en wat het kost wel."), required=True)


class NewcomersForm(ChangeForm):
    what = Newcomers.what
    postcode = fields.CharField(
        label=_("In welk postcodegebied"), max_length=7, help_text=_("Vier cijfers, bijvoorbeeld van een nieuwe wijk.")
    )
    children = fields.IntegerField(label=_("Hoeveel kinderen van 4 tot en met 11 jaar"), min_value=FEWEST_CHILDREN, max_value=MOST_CHILDREN)
    reason = fields.CharField(
        label=_("Waarom"),
        required=False,
        max_length=LONGEST_REASON,
        help_text=_("Bijvoorbeeld nieuwbouw of een opvanglocatie. Schrijf hier geen namen."),
    )

    def clean_postcode(self) -> str:
        return str(self.cleaned_data["postcode"]).replace(" ", "").upper()


FORMS: dict[str, type[ChangeForm]] = {
    "school-sluit": CloseForm,
    "hulp-erbij": AddForm,
    "hulp-stopt": EndForm,
    "andere-uren": HoursForm,
    "kinderen-erbij": NewcomersForm,
}
