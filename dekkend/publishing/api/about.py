"""Which addresses tell of the API itself: its beginning, what changed, and its description?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Router

from dekkend.publishing.api import shapes
from dekkend.publishing.api.answering import here, link
from dekkend.publishing.api.asking import resource
from dekkend.publishing.words.open_data import JSON, RELEASES, VERSION

router = Router(tags=["Over deze API"])


@resource(router, "/", shapes.Root, name="begin", summary="Het begin")
def root(request: HttpRequest) -> dict[str, Any]:
    """Vanaf hier leiden links naar alles."""
    links = {
        "self": link("api:begin", media_type=JSON),
        "scholen": link("api:scholen", media_type=JSON),
        "samenwerkingsverbanden": link("api:samenwerkingsverbanden", media_type=JSON),
        "ondersteuningsvormen": link("api:ondersteuningsvormen", media_type=JSON),
        "wijzigingen": link("api:wijzigingen", media_type=JSON),
        "openapi": link("api:openapi-json", media_type=JSON),
        "hsds": link("hsds:about", media_type=JSON),
        "uitleg": link("open_data", media_type="text/html"),
    }
    return {"naam": "Open data van Dekkend", "versie": VERSION, "licentie": settings.OPEN_DATA_LICENCE, "links": links}


@resource(router, "/wijzigingen", shapes.Changelog, name="wijzigingen", summary="Wat er per versie van de API veranderde")
def changelog(request: HttpRequest) -> dict[str, Any]:
    """De nieuwste versie eerst. Een wijziging die bestaande programma's breekt krijgt een nieuw adres, en het oude blijft een jaar."""
    told = [{"versie": each.version, "datum": each.on, "wijzigingen": list(each.changes)} for each in RELEASES]
    return {"versies": told, "links": {"self": here(request), "begin": link("api:begin")}}
