"""How does every form look and speak? One template for label, help, error and field, in that order."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.utils.formats import number_format
from django.utils.translation import gettext as _

# Django draws these as a bare list; ours can be clicked on as a whole.
OWN = {
    "django/forms/widgets/radio.html": "ui/choices.html",
    "django/forms/widgets/checkbox_select.html": "ui/choices.html",
}


class Renderer(TemplatesSetting):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"

    @cached_property
    def of_django(self) -> DjangoTemplates:
        """One for the whole process: a new one looks through every application for tags, and reads every widget from disk again."""
        return DjangoTemplates()

    def get_template(self, template_name: str) -> Any:
        # Our own parts come from the features; the widgets of Django itself from Django.
        template_name = OWN.get(template_name, template_name)
        if template_name.startswith("django/"):
            return self.of_django.get_template(template_name)
        return super().get_template(template_name)


class Form(forms.Form):
    """A form with our classes on its fields and `aria-invalid` where something is wrong (Django adds that one)."""

    required_css_class = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress(field.widget)

    def full_clean(self) -> None:
        for field in self.fields.values():
            say_bounds(field)
        super().full_clean()
        for name in getattr(self, "_errors", None) or {}:
            if name in self.fields:
                widget = self.fields[name].widget
                widget.attrs["class"] = f"{widget.attrs.get('class', '')} dk-input--invalid".strip()


def say_bounds(field: forms.Field) -> None:
    """Numbers outside the bounds of a field are refused with both bounds, written as the language of the screen writes numbers."""
    least, most = getattr(field, "min_value", None), getattr(field, "max_value", None)
    if least is None or most is None:
        return
    wrong = _("Dit getal kan niet. Vul een getal in van {least} tot en met {most}.").format(least=written(least), most=written(most))
    field.error_messages = {"min_value": wrong, "max_value": wrong, **field.error_messages}


def written(value: Any) -> str:
    """A whole number without a comma: 25.0 is 25."""
    return number_format(int(value) if value == int(value) else value, use_l10n=True, force_grouping=True)


def dress(widget: forms.Widget) -> None:
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        widget.attrs.setdefault("class", "dk-choice__input")
    elif not widget.is_hidden:
        widget.attrs.setdefault("class", "dk-input")
