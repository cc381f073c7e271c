"""Which entries does the menu show to this person? What someone cannot open does not stand there."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class Entry:
    label: str
    address: str
    current: bool


def navigation(request: HttpRequest) -> dict[str, object]:
    """The context processor of every page."""
    return {"navigation": entries(request), "demo": settings.DEMO}


def entries(request: HttpRequest) -> list[Entry]:
    places = [("Zoek een school", reverse("home:start"))]
    return [Entry(label, address, request.path == address) for label, address in places]
