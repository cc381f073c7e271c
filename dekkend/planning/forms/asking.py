"""What does a region fill in to ask where more of a kind of support would help most?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms as fields
from django.utils.translation import gettext_lazy as _

from dekkend.coverage.rules.kinds import LEAST_KM, MOST_KM
from dekkend.coverage.words import Kind
from dekkend.organisations.words import FOR_CHILDREN
from dekkend.planning.words.asking import MOST_EUROS, MOST_HOURS, MOST_OFFERS, Asked, Least, Way
from dekkend.register.words import SiteOnMap
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated

NUMBERS = {Way.OFFERS: "offers", Way.EUROS: "euros", Way.SHARE: "share"}
USUAL = {"way": Way.OFFERS.value, "offers": 3, "share": 95, "least": Least.OFFERS.value}


class AskForm(Form):
    """A kind of support that the region counts, what there is to spend or to reach, and whatever else someone wants to lay down."""

    code = fields.ChoiceField(label=_("Soort hulp"))
    way = fields.ChoiceField(label=_("Wat wilt u weten?"), widget=fields.RadioSelect)
    offers = fields.IntegerField(
        label=_("Aantal scholen dat dit gaat geven"),
        required=False,
        min_value=1,
        max_value=MOST_OFFERS,
    )
    euros = fields.IntegerField(label=_("Euro per schooljaar"), required=False, min_value=1, max_value=MOST_EUROS)
    share = fields.IntegerField(label=_("Procent van de kinderen gedekt"), required=False, min_value=1, max_value=100)
    least = fields.ChoiceField(label=_("Bij een percentage: wat moet zo weinig mogelijk zijn?"), required=False, widget=fields.RadioSelect)
    more = fields.MultipleChoiceField(
        label=_("Nog meer soorten hulp in hetzelfde plan"),
        help_text=_("Een school telt dan voor elke soort die zij erbij krijgt."),
        required=False,
        widget=fields.CheckboxSelectMultiple,
    )
    radius_km = fields.FloatField(
        label=_("Binnen hoeveel km"),
        help_text=_("Laat het leeg om te rekenen zoals de regio het instelde."),
        required=False,
        min_value=LEAST_KM,
        max_value=MOST_KM,
        localize=True,
    )
    hours = fields.DecimalField(
        label=_("Uren per week per school"),
        help_text=_("Alleen nodig bij hulp die u per uur betaalt."),
        required=False,
        min_value=Decimal("0.5"),
        max_value=MOST_HOURS,
        decimal_places=2,
        localize=True,
    )
    site_kinds = fields.MultipleChoiceField(
        label=_("Alleen deze scholen mogen meedoen"),
        help_text=_("Kiest u niets, dan mag elke school."),
        required=False,
        widget=fields.CheckboxSelectMultiple,
    )
    without = fields.MultipleChoiceField(label=_("Deze scholen kunnen niet"), required=False, widget=fields.CheckboxSelectMultiple)
    certain = fields.MultipleChoiceField(
        label=_("Deze scholen moeten er zeker bij"),
        help_text=_("Een school krijgt dan elke soort hulp uit uw vraag die zij nog niet heeft."),
        required=False,
        widget=fields.CheckboxSelectMultiple,
    )
    school_year = fields.ChoiceField(label=_("Welk aanbod telt?"), required=False)

    def __init__(
        self, data: Any = None, *, kinds: Sequence[Kind], sites: Sequence[SiteOnMap], years: Sequence[str], initial: Any = None
    ) -> None:
        super().__init__(data, initial=USUAL | dict(initial or {}))
        counted = [(kind.code, translated(kind.label)) for kind in kinds]
        placed = [(site.brin6, f"{site.name}, {site.place}") for site in sites if site.point is not None]
        options: dict[str, list[Any]] = {
            "code": [("", _("Kies een soort hulp")), *counted],
            "more": counted,
            "way": Way.choices(),
            "least": Least.choices(),
            "site_kinds": [(kind.value, kind.label) for kind in FOR_CHILDREN],
            "without": placed,
            "certain": placed,
            "school_year": [("", _("Het aanbod van nu")), *((year, _("Profielen van %(year)s") % {"year": year}) for year in years)],
        }
        for name, choices in options.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        way = given.get("way")
        name = NUMBERS.get(Way(way)) if way else None
        for other in set(NUMBERS.values()) - {name} if name else ():
            self.errors.pop(other, None)  # what was not chosen is not shown either
        if name and given.get(name) is None and name not in self.errors:
            self.add_error(name, _("Dit is nog leeg. Vul een getal in bij wat u koos."))
        return given

    def asked(self) -> Asked:
        """The question that was filled in."""
        given = self.cleaned_data
        way = Way(given["way"])
        codes = tuple(dict.fromkeys((given["code"], *given["more"])))
        return Asked(
            codes=codes,
            way=way,
            number=given[NUMBERS[way]],
            least=Least(given["least"] or Least.OFFERS.value),
            radius_km=given["radius_km"],
            school_year=given["school_year"],
            site_kinds=tuple(given["site_kinds"]),
            without=tuple(given["without"]),
            certain=tuple(given["certain"]),
            hours=tuple((code, given["hours"]) for code in codes) if given["hours"] else (),
        )


def initial_of(asked: Asked) -> dict[str, Any]:
    """The form with a question in it that was asked before."""
    first, *more = asked.codes
    return {
        "code": first,
        "more": more,
        "way": asked.way.value,
        NUMBERS[asked.way]: asked.number,
        "least": asked.least.value,
        "radius_km": asked.radius_km,
        "hours": asked.hours[0][1] if asked.hours else None,
        "site_kinds": list(asked.site_kinds),
        "without": list(asked.without),
        "certain": list(asked.certain),
        "school_year": asked.school_year,
    }
