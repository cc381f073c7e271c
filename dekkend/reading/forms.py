"""Is what someone handed in, answered or chose well formed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dekkend.kernel.numbers import whole_number
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.forms import SiteAndYearForm
from dekkend.profiles.words.roles import EDITORS
from dekkend.profiles.words.template import Template
from dekkend.reading.rules.typed_answer import LONGEST, AnswerNotUnderstood, refuse_private_numbers, stored_form
from dekkend.reading.words.review import Input, Question
from dekkend.reading.words.states import Answer
from dekkend.ui.forms import Form
from dekkend.ui.uploads import SeveralFilesField

LARGEST = 40_000_000  # bytes; the reader refuses more
OTHER, EMPTY, ASIS = "anders", "leeg", "zo"
MOST_ROWS = 200
SPARE = 1  # empty rows under a list, to add to it


class UploadForm(Form):
    documents = SeveralFilesField(
        label=_("Bestanden"),
        help_text=_("Word (.docx), PDF of tekst (.txt). U kunt er veel tegelijk kiezen, of ze hierheen slepen."),
        allow_empty_file=True,  # the reader says what is wrong with an empty file
        error_messages={"required": _("Kies een of meer bestanden."), "invalid": _("Kies een of meer bestanden.")},
    )
    partnership = forms.ModelChoiceField(label=_("Samenwerkingsverband"), queryset=Partnership.objects.none(), empty_label=None)

    def __init__(self, scope: Scope, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Partnership.objects.filter(pk__in=scope.only(*EDITORS).partnership_ids()).order_by("name")
        self.fields["partnership"].queryset = own  # type: ignore[attr-defined]
        if len(own) == 1:
            self.fields["partnership"].initial = own[0]
            self.fields["partnership"].widget = forms.HiddenInput()

    def clean_documents(self) -> list[UploadedFile]:
        files: list[UploadedFile] = self.cleaned_data["documents"]
        large = [file.name for file in files if (file.size or 0) > LARGEST]
        if large:
            raise forms.ValidationError(
                _("Te groot: {names}. Een bestand mag hoogstens 40 MB zijn. Kies de andere opnieuw.").format(
                    names=", ".join(map(str, large))
                )
            )
        return files


class AnswerForm(Form):
    """One answer to one question: the number of an option, something else in words, or left empty."""

    choice = forms.CharField(required=False)
    other = forms.CharField(required=False, strip=False)
    remember = forms.BooleanField(required=False)

    def __init__(self, question: Question, template: Template, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question, self.template = question, template

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        choice = cleaned.get("choice", "")
        if choice == EMPTY:
            return cleaned | {"value": [] if self.question.input is Input.LIST else None, "kind": Answer.LEFT_EMPTY}
        if choice == ASIS and self.question.input is Input.LIST:
            return cleaned | self._changed_to(self._checked_rows())
        if choice in (ASIS, OTHER) and self.question.input is not Input.CHOICE:
            return cleaned | self._changed_to(self._typed(cleaned.get("other", "")))
        place = whole_number(choice)
        if place is not None and place < len(self.question.options):
            option = self.question.options[place]
            return cleaned | {"value": option.value, "kind": Answer.CONFIRMED if option.proposed else Answer.CORRECTED}
        raise forms.ValidationError(_("Kies eerst een antwoord. Weet u het niet, kies dan 'Laat leeg en vraag het de school'."))

    def _changed_to(self, value: Any) -> dict[str, Any]:
        return {"value": value, "kind": Answer.CONFIRMED if value == self.question.value else Answer.CORRECTED}

    def rows(self) -> list[list[tuple[str, str, str]]]:
        """The list as (name of the field, label, text) per row, with a few empty rows to add to it."""
        known = self._rows() if self.is_bound else (self.question.value or [])
        rows = [*known, *({} for _ in range(SPARE))]
        return [[(f"{code}-{at}", label, row.get(code) or "") for code, label in self.question.columns] for at, row in enumerate(rows)]

    def _checked_rows(self) -> list[dict[str, str | None]]:
        rows = self._rows()
        try:
            for row in rows:
                refuse_private_numbers(" ".join(text or "" for text in row.values()))
        except AnswerNotUnderstood as problem:
            raise forms.ValidationError(str(problem)) from problem
        return rows

    def _rows(self) -> list[dict[str, str | None]]:
        """What stands in the fields of the list; rows without any text are left out."""
        rows = []
        for at in range(MOST_ROWS):
            texts = {code: " ".join(str(self.data.get(f"{code}-{at}", "")).split())[:LONGEST] for code, _ in self.question.columns}
            if any(texts.values()):
                rows.append({code: text or None for code, text in texts.items()})
        return rows

    def _typed(self, text: str) -> str:
        try:
            return stored_form(self.template, self.question.path, text)
        except AnswerNotUnderstood as problem:
            raise forms.ValidationError(str(problem)) from problem


class AcceptForm(SiteAndYearForm):
    """Of which school and which year is a document that was read?"""
