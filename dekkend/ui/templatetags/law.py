"""How does a screen name the article that a step or a date rests on, with a link to its entry?"""

from __future__ import annotations

from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dekkend.law.queries import on
from dekkend.ui.translation import translated

register = template.Library()


@register.simple_tag
def law(code: str, day: date) -> SafeString | str:
    """The article of this legal value on this day; nothing when none holds."""
    found = on(day)
    if not code or not found.holds(code):
        return ""
    value = found.value(code)
    unsure = "" if value.checked == "read" else format_html(" <span>({})</span>", translated(value.checked.label))
    return format_html('<a href="{}#{}">{}</a>{}', reverse("home:law"), value.anchor, translated(value.article), unsure)
