"""How does a template write a share in percents, and a sign in a cell of the matrix?"""

from __future__ import annotations

from urllib.parse import quote

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from dekkend.coverage.rules.listed import percent
from dekkend.offers.words import Sign
from dekkend.ui.templatetags.ui import icon
from dekkend.ui.translation import translated

register = template.Library()

# Per sign the ending of its class, and its icon.
DRAWN = {Sign.YES: ("y", "yes"), Sign.PAUSED: ("p", "clock"), Sign.NO: ("n", "dash"), Sign.UNKNOWN: ("u", "ask")}
BADGES = {Sign.YES: ("ink", "yes"), Sign.PAUSED: ("plain", "clock"), Sign.NO: ("no", "no"), Sign.UNKNOWN: ("unknown", "unknown")}


@register.filter
def percents(share: float | None) -> str:
    """ "85"; a dash where no children are counted."""
    found = percent(share)
    return "–" if found is None else str(found)


@register.filter
def at_words(address: str, words: str) -> str:
    """The address of a page at the place where these words stand (a text fragment: a browser that knows it goes there and marks them)."""
    return f"{address}#:~:text={quote(translated(words), safe='').replace('-', '%2D')}"


@register.simple_tag
def sign_cell(sign: Sign, year: str = "") -> SafeString:
    """A cell of the matrix: the sign, and its word for who cannot see it. `year` when it comes from the profile of an earlier one."""
    style, name = DRAWN[sign]
    word = translated(sign.label).lower()
    if year:
        word = _("{sign}, profiel van {year}").format(sign=word, year=year)
    seen = format_html('<span class="dk-matrix__year" aria-hidden="true">{}</span>', short_year(year)) if year else ""
    cell = '<td class="dk-matrix__cell dk-matrix__cell--{}">{}{}<span class="dk-visually-hidden">{}</span></td>'
    return format_html(cell, style, icon(name), seen, word)


def short_year(year: str) -> str:
    """ "25-26" for 2025-2026."""
    return "-".join(each[2:] for each in year.split("-"))


@register.simple_tag
def sign(value: Sign) -> SafeString:
    """The sign with its word beside it."""
    style, name = BADGES[value]
    return format_html('<span class="dk-sign dk-sign--{}">{}<span>{}</span></span>', style, icon(name), translated(value.label))
