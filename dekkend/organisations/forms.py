"""Is what someone typed to invite a person, or to take a role, well formed?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from dekkend.accounts.models import User
from dekkend.organisations.words import LEVEL_OF, Level, Role, Target
from dekkend.ui.forms import Form
from dekkend.ui.translation import translated

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

LEVEL_WORDS = {Level.SITE: _("een school"), Level.BOARD: _("een bestuur"), Level.PARTNERSHIP: _("het samenwerkingsverband")}
GROUPS = {Level.PARTNERSHIP: _("Samenwerkingsverband"), Level.BOARD: _("Besturen"), Level.SITE: _("Scholen")}
Place = tuple[Target, str, frozenset[Role]]


class InviteForm(Form):
    """`places` are those where the person who invites may give a role, each with the roles."""

    email = forms.EmailField(
        label=_("E-mailadres van het werk"),
        max_length=254,
        help_text=_("Naar dit adres gaat de uitnodiging. Alleen wie deze mail krijgt, kan de rol aannemen."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul het e-mailadres in van wie u uitnodigt."),
            "invalid": _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl."),
        },
    )
    role = forms.ChoiceField(
        label=_("Rol"), error_messages={"required": _("Kies een rol."), "invalid_choice": _("Kies een rol uit de lijst.")}
    )
    place = forms.ChoiceField(
        label=_("Waar"), error_messages={"required": _("Kies waar."), "invalid_choice": _("Kies een plaats uit de lijst.")}
    )

    def __init__(self, places: list[Place], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {f"{target.level.value}:{target.place_id}": (target, name, roles) for target, name, roles in places}
        given = {role for _target, _name, roles in places for role in roles}
        self.fields["role"].choices = [("", _("Kies een rol")), *((role.value, translated(role.label)) for role in Role if role in given)]  # type: ignore[attr-defined]
        self.fields["place"].choices = [("", _("Kies een plaats")), *self.groups()]  # type: ignore[attr-defined]

    def groups(self) -> list[tuple[StrOrPromise, list[tuple[str, str]]]]:
        found = {
            word: [(key, name) for key, (target, name, _roles) in self.places.items() if target.level is level]
            for level, word in GROUPS.items()
        }
        return [(word, choices) for word, choices in found.items() if choices]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        role, place = given.get("role"), given.get("place")
        if role and place:
            target, name, roles = self.places[place]
            if Role(role) not in roles:
                self.add_error(
                    "place",
                    _("De rol {role} hoort bij {level}, niet bij {name}.").format(
                        role=translated(Role(role).label), level=LEVEL_WORDS[LEVEL_OF[Role(role)]], name=name
                    ),
                )
            given |= {"role": Role(role), "target": target}
        return given


class NewcomerForm(Form):
    """Someone without an account, who opened the link of an invitation."""

    name = forms.CharField(
        label=_("Uw naam"),
        max_length=200,
        help_text=_("Zo zien collega's u."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul uw naam in.")},
    )
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        strip=False,
        help_text=_("Ten minste 12 tekens. Vier gewone woorden achter elkaar zijn goed en makkelijk te onthouden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Kies een wachtwoord.")},
    )

    def __init__(self, email: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, User(email=self.email, name=self.cleaned_data.get("name", "")))
        return password
