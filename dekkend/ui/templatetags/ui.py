"""Which small parts does a template draw with: icons, signs, dates in words, and what a rule said in the language of the screen?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from dekkend.kernel.money import say_euros
from dekkend.ui.charts import Bars, Line, Ranges, Share
from dekkend.ui.steps import Step
from dekkend.ui.translation import in_other_words
from dekkend.ui.translation import translated as in_this_language

register = template.Library()

# How a moment is written: in full, and short for a table.
MOMENTS = {"nl": ("j F Y, H.i \\u\\u\\r", "j-n-Y H:i"), "en": ("j F Y, H:i", "j M Y, H:i")}
CERTAINTY = {
    "certain": ("sure", gettext_noop("Zeker")),
    "likely": ("likely", gettext_noop("Waarschijnlijk")),
    "unsure": ("unsure", gettext_noop("Onzeker")),
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign from the sprite; decoration only, so a word must stand beside it."""
    return format_html('<svg class="dk-icon" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def certainty(code: str) -> SafeString:
    """How sure a value is that a machine read."""
    style, word = CERTAINTY[str(code)]
    return format_html('<span class="dk-certainty dk-certainty--{}">{}<span>{}</span></span>', style, icon(style), gettext(word))


@register.filter(expects_localtime=True)
def in_words(value: date | None) -> str:
    """13 oktober 2026, or nothing when there is no date."""
    return date_format(value, "j F Y") if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """13 oktober 2026, 9.30 uur."""
    return written(value, 0)


@register.filter
def short_moment(value: datetime | None) -> str:
    """13-10-2026 09:30, for a table."""
    return written(value, 1)


def written(value: datetime | None, form: int) -> str:
    return date_format(timezone.localtime(value), MOMENTS[get_language() or settings.LANGUAGE_CODE][form]) if value else ""


@register.filter
def money(value: Decimal) -> str:
    """€ 8.500, or € 106,50."""
    return in_this_language(say_euros(value))


@register.filter
def translated(text: object) -> str:
    """What our own code put into words, in the language of this screen."""
    return in_this_language(text)


@register.filter
def with_language(text: object) -> SafeString | str:
    """The same for what may be ours or a school's: what stays Dutch on an English screen says so, for a screen reader."""
    said = in_other_words(str(text))
    stays_dutch = get_language() != settings.LANGUAGE_CODE and said == str(text) and any(sign.isalpha() for sign in said)
    return format_html('<span lang="{}">{}</span>', settings.LANGUAGE_CODE, said) if stays_dutch else said


@register.filter
def cited(source: str) -> SafeString | str:
    """ "WPO artikel 40 (https://...)" as a link; any other address in brackets is for developers and left out."""
    text, _, address = source.partition(" (")
    text = in_this_language(text)
    if address.startswith("https://"):
        return format_html('<a href="{}" rel="noreferrer">{}</a>', address.removesuffix(")"), text)
    return text


@register.filter
def dots(text: str) -> str:
    """Blanks as dots, so that they can be counted."""
    return text.replace(" ", "·")


@register.simple_tag
def chart(drawn: Bars | Line | Ranges | Share, name: str) -> SafeString:
    """A chart with its words and its numbers; `name` must be unique on the page."""
    return render_to_string(f"ui/charts/{type(drawn).__name__.lower()}.html", {"chart": drawn, "id": name})


@register.inclusion_tag("ui/step_line.html", name="step_line")
def draw_step_line(steps: Sequence[Step], label: str) -> dict[str, object]:
    """Where something is in a line of steps; `label` says of what."""
    return {"steps": steps, "label": label}
