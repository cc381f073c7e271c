"""Is what someone typed to invite a person, or to take a role, well formed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from dekkend.accounts.models import User
from dekkend.organisations.words import LEVEL_OF, Level, Role, Target
from dekkend.ui.forms import Form

LEVEL_WORDS = {Level.SITE: "een school", Level.BOARD: "een bestuur", Level.PARTNERSHIP: "het samenwerkingsverband"}
GROUPS = {Level.PARTNERSHIP: "Samenwerkingsverband", Level.BOARD: "Besturen", Level.SITE: "Scholen"}
Place = tuple[Target, str, frozenset[Role]]


class InviteForm(Form):
    """`places` are those where the person who invites may give a role, each with the roles."""

    email = forms.EmailField(
        label="E-mailadres van het werk",
        max_length=254,
        help_text="Naar dit adres gaat de uitnodiging. Alleen wie deze mail krijgt, kan de rol aannemen.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul het e-mailadres in van wie u uitnodigt.",
            "invalid": "Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.",
        },
    )
    role = forms.ChoiceField(label="Rol", error_messages={"required": "Kies een rol.", "invalid_choice": "Kies een rol uit de lijst."})
    place = forms.ChoiceField(label="Waar", error_messages={"required": "Kies waar.", "invalid_choice": "Kies een plaats uit de lijst."})

    def __init__(self, places: list[Place], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {f"{target.level.value}:{target.place_id}": (target, name, roles) for target, name, roles in places}
        given = {role for _, _, roles in places for role in roles}
        self.fields["role"].choices = [("", "Kies een rol"), *((role.value, role.label) for role in Role if role in given)]  # type: ignore[attr-defined]
        self.fields["place"].choices = [("", "Kies een plaats"), *self.groups()]  # type: ignore[attr-defined]

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        found = {
            word: [(key, name) for key, (target, name, _) in self.places.items() if target.level is level] for level, word in GROUPS.items()
        }
        return [(word, choices) for word, choices in found.items() if choices]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        role, place = given.get("role"), given.get("place")
        if role and place:
            target, name, roles = self.places[place]
            if Role(role) not in roles:
                self.add_error("place", f"De rol {Role(role).label} hoort bij {LEVEL_WORDS[LEVEL_OF[Role(role)]]}, niet bij {name}.")
            given |= {"role": Role(role), "target": target}
        return given


class NewcomerForm(Form):
    """Someone without an account, who opened the link of an invitation."""

    name = forms.CharField(
        label="Uw naam",
        max_length=200,
        help_text="Zo zien collega's u.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Vul uw naam in."},
    )
    password = forms.CharField(
        label="Kies een wachtwoord",
        strip=False,
        help_text="Ten minste 12 tekens. Vier gewone woorden achter elkaar zijn goed en makkelijk te onthouden.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Kies een wachtwoord."},
    )

    def __init__(self, email: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, User(email=self.email, name=self.cleaned_data.get("name", "")))
        return password
