"""Which fields does someone fill in to find a school?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.finder.gateways.word_lists import load_word_list
from dekkend.finder.rules.places import LONGEST
from dekkend.finder.words.asking import LONGEST_NEED, MOST_NEEDS, REACHES, USUAL_REACH
from dekkend.kernel.numbers import whole_number
from dekkend.profiles.gateways.catalogue import load_catalogue

ANY_REACH = "alle"


class SearchForm(forms.Form):
    """Place, need and reach; one of the first two is enough."""

    plaats = forms.CharField(label=_("Postcode of plaats"), max_length=LONGEST, required=False)
    nodig = forms.CharField(label=_("Wat heeft uw kind nodig?"), max_length=LONGEST_NEED, required=False)
    kies = forms.MultipleChoiceField(label=_("Soorten hulp"), required=False)
    afstand = forms.CharField(label=_("Hoe ver?"), required=False)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["kies"].choices = [(value, value) for value in choices()]  # type: ignore[attr-defined]

    def clean_kies(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(group.split(",")) for group in dict.fromkeys(self.cleaned_data["kies"]))[:MOST_NEEDS]

    def clean_afstand(self) -> int | None:
        return reach_of(self.cleaned_data["afstand"])


class TeachForm(forms.Form):
    """A word and the kind of support it asks for: a button for one kind, or `other` chosen from a list. `no_name`: the person said so."""

    word = forms.CharField(max_length=60)
    code = forms.CharField(max_length=100, required=False)
    other = forms.CharField(max_length=100, required=False)
    no_name = forms.BooleanField(required=False)


def choices() -> set[str]:
    """Every kind of support by itself, and every group of them that words of ours stand for."""
    groups = {",".join(codes) for _, _, codes, _ in load_word_list().phrases if codes}
    return groups | {item.code for item in load_catalogue().items}


def reach_of(typed: str) -> int | None:
    """Kilometres; None for any distance. What means nothing is the usual reach."""
    if typed == ANY_REACH:
        return None
    reach = whole_number(typed, digits=3)
    return reach if reach in REACHES else USUAL_REACH
