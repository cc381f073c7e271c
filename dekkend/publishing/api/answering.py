"""How does an answer leave: its pages, and the addresses on this site that it leads to?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse

Link = dict[str, str]


def link(name: str, *arguments: object, media_type: str = "", query: Mapping[str, object] | None = None) -> Link:
    """To a route of this site, as a whole address."""
    return {"href": whole(reverse(name, args=arguments), query)} | ({"type": media_type} if media_type else {})


def here(request: HttpRequest, **changed: object) -> Link:
    """To this same question, with some keys changed."""
    return {"href": whole(request.path, request.GET.dict() | {name: str(value) for name, value in changed.items()})}


def whole(path: str, query: Mapping[str, object] | None = None) -> str:
    """The address of this site is a setting: whoever asks could name another one, and answers are kept for others."""
    return f"{settings.SITE_ADDRESS}{path}" + (f"?{urlencode(query)}" if query else "")


def paged(request: HttpRequest, rows: Any, *, number: int, size: int) -> tuple[list[Any], dict[str, Any], dict[str, Link]]:
    """The rows of one page, what to tell of the page, and the links around it. A page after the last one is empty."""
    pages = Paginator(rows, size)
    total, last = pages.count, max(1, pages.num_pages)
    found = list(pages.get_page(number)) if number <= last else []
    links = {"self": here(request), "first": here(request, pagina=1), "last": here(request, pagina=last)}
    if number > 1:
        links["prev"] = here(request, pagina=min(number - 1, last))
    if number < last:
        links["next"] = here(request, pagina=number + 1)
    return found, {"nummer": number, "grootte": size, "totaal_aantal": total, "totaal_paginas": last}, links
