"""Is what was handed in for the register, or chosen about it, well formed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.numbers import whole_number
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Level, Scope
from dekkend.register.permissions import KEEPERS
from dekkend.ui.forms import Form
from dekkend.ui.uploads import SeveralFilesField

LARGEST = 40_000_000  # bytes of one file as it comes in
ENDINGS = (".csv", ".geojson", ".json", ".zip", ".txt")
CHOICES = ("accept", "decline", "reconsider", "accept_all", "undo")


class ImportForm(Form):
    """Files to read, for one region."""

    documents = SeveralFilesField(
        label=_("Bestanden"),
        help_text=_(
            "CSV of GeoJSON van DUO, CBS of Kadaster, of een zip ervan. U kunt er veel tegelijk kiezen, hoogstens 40 MB per bestand."
        ),
        error_messages={"required": _("Kies een of meer bestanden."), "invalid": _("Kies een of meer bestanden.")},
    )
    partnership = forms.ModelChoiceField(label=_("Samenwerkingsverband"), queryset=Partnership.objects.none(), empty_label=None)

    def __init__(self, scope: Scope, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_region(self, scope)

    def clean_documents(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["documents"]
        large = [str(file.name) for file in files if (file.size or 0) > LARGEST]
        other = [str(file.name) for file in files if not str(file.name).lower().endswith(ENDINGS)]
        if large:
            raise forms.ValidationError(
                _("Te groot: {names}. Een bestand mag hoogstens 40 MB zijn: lever het als zip.").format(names=", ".join(large))
            )
        if other:
            raise forms.ValidationError(
                _("Dit is geen CSV, GeoJSON of zip: {names}. Kies andere bestanden.").format(names=", ".join(other))
            )
        return files


class FolderForm(Form):
    """Read the folder that was set on the server, for one region."""

    partnership = forms.ModelChoiceField(label=_("Samenwerkingsverband"), queryset=Partnership.objects.none(), empty_label=None)

    def __init__(self, scope: Scope, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_region(self, scope)


def choose_region(form: forms.Form, scope: Scope) -> None:
    """The regions that this person keeps; one region is not asked for."""
    own = Partnership.objects.filter(pk__in=scope.only(*KEEPERS).ids(Level.PARTNERSHIP)).order_by("name")
    form.fields["partnership"].queryset = own  # type: ignore[attr-defined]
    if len(own) == 1:
        form.fields["partnership"].initial = own[0]
        form.fields["partnership"].widget = forms.HiddenInput()


class DecisionForm(Form):
    """What to do with which differences. Keys that are not of this import are passed over."""

    do = forms.ChoiceField(choices=[(choice, choice) for choice in CHOICES])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        given = self.data.getlist("change")  # type: ignore[attr-defined]  # what a browser sends holds lists
        return cleaned | {"change": [key for text in given if (key := whole_number(text)) is not None]}
