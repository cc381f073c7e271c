"""What stands in the head of the page of a school for search engines and for messages with a link to it?"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dekkend.profiles.models import ProfileVersion
from dekkend.publishing.rules.school_metadata import described
from dekkend.publishing.words.metadata import About
from dekkend.ui.translation import translated

register = template.Library()
LOCALES = {"nl": "nl_NL", "en": "en_GB"}
# A data block is text to a browser; these could end it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.inclusion_tag("publishing/school_metadata.html", takes_context=True)
def school_metadata(context: Context) -> dict[str, Any]:
    """Of the page that counts: everything.

    Drawn from the version, its page and how it stands today alone, so that it can be kept with them: its addresses are those of the
    installation.
    """
    version: ProfileVersion = context["profile"]
    about = about_page(version, address_of(version), context["closed_on"])
    preview = settings.SITE_ADDRESS + reverse("publishing:preview", args=[version.site.brin6])
    shown = {"about": about, "version": version, "locale": LOCALES.get(about.lang, about.lang), "preview": preview}
    away = {each.path for each in context["now"] if each.away}
    return {"address": about.address, "data": as_data(described(context["page"], about, away, translated)), **shown}


@register.inclusion_tag("publishing/older_metadata.html", takes_context=True)
def older_metadata(context: Context) -> dict[str, str]:
    """Of another year or version: where the page that counts is, and not to list this one."""
    return {"address": address_of(context["profile"])}


def address_of(version: ProfileVersion) -> str:
    return str(settings.SITE_ADDRESS + reverse("profiles:school", args=[version.site.brin6]))


def about_page(version: ProfileVersion, address: str, closed_on: date | None = None) -> About:
    site = version.site
    return About(
        address=address,
        title=f"{site.name}, {version.school_year}",
        catalogue=_("Hulp voor kinderen die meer nodig hebben"),
        lang=get_language() or "nl",
        on=version.published_on.isoformat() if version.published_on else "",
        brin6=site.brin6,
        name=site.name,
        kind=site.kind,
        street=site.address,
        postcode=site.postcode,
        place=site.place,
        board=site.board.name,
        region=site.partnership.name,
        closed_on=closed_on.isoformat() if closed_on else "",
    )


def as_data(data: dict[str, Any]) -> SafeString:
    """JSON that cannot end the block it stands in."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308  (escaped here)
