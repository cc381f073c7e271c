"""What can a region fill in about how its coverage is counted?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms as fields
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dekkend.coverage.rules.kinds import LEAST_DETOUR, LEAST_KM, MOST_DETOUR, MOST_KM, code_called, items_of
from dekkend.coverage.rules.telling import number
from dekkend.coverage.words import Per, Refused, Schools, Settings
from dekkend.offers.words import Norm
from dekkend.profiles.words.catalogue import Catalogue, SupportItem
from dekkend.ui.forms import Form, dress
from dekkend.ui.translation import translated

KM = {"min_value": LEAST_KM, "max_value": MOST_KM}
RADIUS = re.compile(r"(?P<name>.*\S)[\s:]+(?P<km>[0-9]{1,3}(?:[.,][0-9]{1,3})?)(?:\s*km)?", re.IGNORECASE)
OF_FORM, CHOSEN = "form", "own"
LEVELS = {
    "external_experts": ((1, _("af en toe of vaker")), (2, _("regelmatig of vaker")), (3, _("op vaste momenten"))),
}


class SettingsForm(Form):
    """How it is counted: which kinds, a distance for each domain, other distances for single kinds, from which level, and whose schools."""

    upon = fields.CharField(widget=fields.HiddenInput, required=False, max_length=50)
    which = fields.ChoiceField(label=_("Welke soorten hulp tellen mee"), widget=fields.RadioSelect)

    detour = fields.FloatField(
        label=_("Omweg"),
        help_text=_("De weg is zoveel keer de rechte lijn. 1,25 is een kwart langer."),
        min_value=LEAST_DETOUR,
        max_value=MOST_DETOUR,
        localize=True,
    )
    around = fields.BooleanField(label=_("Scholen buiten de regio tellen mee als zij binnen bereik liggen"), required=False)
    schools = fields.ChoiceField(
        label=_("Welke scholen tellen"),
        help_text=_("Naar speciaal (basis)onderwijs kan een kind meestal alleen met een toelaatbaarheidsverklaring."),
        widget=fields.RadioSelect,
        required=False,
    )
    level_experts = fields.TypedChoiceField(
        label=_("Deskundigen van buiten tellen mee vanaf"), coerce=int, choices=LEVELS["external_experts"]
    )
    own_radii = fields.CharField(
        label=_("Andere afstand voor één soort hulp"),
        help_text=_("Per regel de naam van de hulp en een afstand in km, bijvoorbeeld: Autisme 1."),
        widget=fields.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=5000,
    )
    norms = fields.MultipleChoiceField(label=_("Normen die u naast de scholen legt"), required=False, widget=fields.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, catalogue: Catalogue, norms: tuple[Norm, ...], now: Settings, upon: str) -> None:
        """`now`: what is filled in; `upon`: the mark of the settings that stand, which comes back with what is chosen."""
        super().__init__(data, initial=initial_of(now, catalogue) | {"upon": upon})
        self.catalogue, self.now = catalogue, now
        for domain in catalogue.domains:
            label = translated(domain.label)
            self.fields[f"radius_{domain.code}"] = fields.FloatField(label=label, localize=True, min_value=LEAST_KM, max_value=MOST_KM)
            self.fields[f"kinds_{domain.code}"] = fields.MultipleChoiceField(
                label=translated(domain.label),
                choices=[(item.code, translated(item.label)) for item in catalogue.items if item.domain == domain.code],
                widget=fields.CheckboxSelectMultiple,
                required=False,
            )
        usual = len(items_of(Settings(), catalogue))
        self.fields["which"].choices = [  # type: ignore[attr-defined]
            (OF_FORM, _("De {count} soorten van het formulier (standaard)").format(count=usual)),
            (CHOSEN, _("De soorten die u zelf kiest")),
        ]
        self.fields["schools"].choices = [(each.value, translated(each.label)) for each in Schools]  # type: ignore[attr-defined]
        titles = {norm.name: norm.title for norm in norms}
        self.fields["norms"].choices = [(name, translated(title)) for name, title in titles.items()]  # type: ignore[attr-defined]
        for field in self.fields.values():
            dress(field.widget)
        self.parts = {name: [self[each] for each in self.fields if each.startswith(f"{name}_")] for name in ("radius", "kinds")}

    @property
    def others(self) -> list[Any]:
        """The fields that are asked once, after distances and kinds."""
        return [self[name] for name in self.base_fields if name not in ("which", "upon")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("which") == CHOSEN and not self.codes():
            raise fields.ValidationError(_("Er is geen soort hulp gekozen. Kies er minstens één, of neem de soorten van het formulier."))
        return given

    def codes(self) -> tuple[str, ...]:
        """The kinds that were chosen; none for those of the form."""
        if self.cleaned_data.get("which") != CHOSEN:
            return ()
        return tuple(code for domain in self.catalogue.domains for code in self.cleaned_data.get(f"kinds_{domain.code}", ()))

    def clean_own_radii(self) -> tuple[tuple[str, float], ...]:
        """Each line as (code, kilometres). What is not understood, or stands there twice, is said with its line."""
        found: dict[str, float] = {}
        for line in filter(str.strip, self.cleaned_data["own_radii"].splitlines()):
            try:
                code, km = self.radius_in(line)
                if code in found:
                    raise Refused(_("Deze hulp staat er al. Kies één afstand en haal de andere regel weg."))
            except Refused as why:
                told = {"line": line.strip(), "why": translated(str(why))}
                raise fields.ValidationError(_("Regel '%(line)s': %(why)s"), params=told) from None
            found[code] = km
        return tuple(found.items())

    def radius_in(self, line: str) -> tuple[str, float]:
        """The code and the kilometres in one line. Raises Refused."""
        parts = RADIUS.fullmatch(line.strip())
        if parts is None:
            raise Refused(_("Er staat geen afstand aan het eind. Schrijf bijvoorbeeld: Autisme 1,5."))
        name = parts["name"].strip(" :")
        on_screen = (item.code for item in self.catalogue.items if translated(item.label).casefold() == name.casefold())
        return next(on_screen, "") or code_called(name, self.catalogue), float(parts["km"].replace(",", "."))

    def chosen(self) -> Settings:
        """The settings that were filled in; what this form does not ask stays."""
        given = self.cleaned_data
        radii = tuple((domain.code, given[f"radius_{domain.code}"]) for domain in self.catalogue.domains)
        levels = tuple((dict(self.now.levels) | {"external_experts": given["level_experts"]}).items())
        return Settings(
            radii=radii,
            own_radii=given["own_radii"],
            levels=levels,
            own_levels=self.now.own_levels,
            detour=given["detour"],
            around=given["around"],
            schools=Schools(given["schools"] or self.now.schools),
            codes=self.codes(),
            norms=tuple(given["norms"]),
        )


def initial_of(now: Settings, catalogue: Catalogue) -> dict[str, Any]:
    labels = {item.code: translated(item.label) for item in catalogue.items}
    own = "\n".join(f"{labels.get(code, code)} {number(km)}" for code, km in now.own_radii)
    known: dict[str, Any] = {f"radius_{domain}": int(km) if km.is_integer() else km for domain, km in now.radii}
    levels, counted = dict(now.levels), items_of(now, catalogue)
    known |= {f"kinds_{domain.code}": [item.code for item in counted if item.domain == domain.code] for domain in catalogue.domains}
    return known | {
        "which": CHOSEN if now.codes else OF_FORM,
        "detour": now.detour,
        "around": now.around,
        "schools": now.schools.value,
        "level_experts": levels.get("external_experts", 2),
        "own_radii": own,
        "norms": list(now.norms),
    }


class ReportForm(Form):
    """In which language the report is made; what it is about stands in the address."""

    language = fields.ChoiceField(label=_("Taal van het rapport"), choices=settings.LANGUAGES)


class ViewForm(Form):
    """Under which name a choice of filters is kept."""

    name = fields.CharField(label=_("Naam van deze keuze"), max_length=80)
    query = fields.CharField(widget=fields.HiddenInput, required=False, max_length=500)


class RateForm(Form):
    """What one kind costs in one school year."""

    code = fields.ChoiceField(label=_("Soort hulp"))
    per = fields.ChoiceField(
        label=_("Per"),
        choices=[(each.value, each.label) for each in Per],
        help_text=_("Per uur per week: voor elk uur dat een school elke week krijgt, een heel schooljaar lang."),
    )
    euros = fields.DecimalField(
        label=_("Euro per schooljaar"),
        required=False,
        max_digits=10,
        decimal_places=2,
        localize=True,
        help_text=_("Laat het leeg als het niet bekend is."),
    )

    def __init__(self, data: Any = None, *, items: Iterable[SupportItem]) -> None:
        super().__init__(data)
        kinds = [(item.code, translated(item.label)) for item in items]
        self.fields["code"].choices = [("", _("Kies een soort hulp")), *kinds]  # type: ignore[attr-defined]


class NormForm(Form):
    """A norm of the region's own, as a file."""

    file = fields.FileField(label=_("Bestand met de norm (YAML)"))
