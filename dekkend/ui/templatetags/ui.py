"""Which small parts does a template draw with: icons, signs, dates in Dutch words?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dekkend.ui.charts import Bars, Line, Share
from dekkend.ui.steps import Step

register = template.Library()

MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
CERTAINTY = {
    "certain": ("sure", "Zeker"),
    "likely": ("likely", "Waarschijnlijk"),
    "unsure": ("unsure", "Onzeker"),
}
SIGNS = {"yes": "Kan", "no": "Heeft dit niet", "unknown": "Niet bekend"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign from the sprite; decoration only, so a word must stand beside it."""
    return format_html('<svg class="dk-icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def certainty(code: str) -> SafeString:
    """How sure a value is that a machine read."""
    style, word = CERTAINTY[str(code)]
    return format_html('<span class="dk-certainty dk-certainty--{}">{}<span>{}</span></span>', style, icon(style), word)


@register.filter
def in_words(value: date | None) -> str:
    """13 oktober 2026, or nothing when there is no date."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else ""


@register.filter
def counted(number: int, words: str) -> str:
    """`{{ 2|counted:"bestand,bestanden" }}` gives "2 bestanden"."""
    one, many = words.split(",")
    return f"{number} {one if number == 1 else many}"


@register.filter
def cited(source: str) -> SafeString | str:
    """ "WPO artikel 40 (https://...)" as a link; any other address in brackets is for developers and left out."""
    text, _, address = source.partition(" (")
    if address.startswith("https://"):
        return format_html('<a href="{}" rel="noreferrer">{}</a>', address.removesuffix(")"), text)
    return text


@register.filter
def dots(text: str) -> str:
    """Blanks as dots, so that they can be counted."""
    return text.replace(" ", "·")


@register.simple_tag
def chart(drawn: Bars | Line | Share, name: str) -> SafeString:
    """A chart with its words and its numbers; `name` must be unique on the page."""
    return render_to_string(f"ui/charts/{type(drawn).__name__.lower()}.html", {"chart": drawn, "id": name})


@register.inclusion_tag("ui/step_line.html", name="step_line")
def draw_step_line(steps: Sequence[Step], label: str) -> dict[str, object]:
    """Where something is in a line of steps; `label` says of what."""
    return {"steps": steps, "label": label}
