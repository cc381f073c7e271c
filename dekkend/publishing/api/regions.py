"""Which addresses give regions, the whole offer of one, and the kinds of support?"""

from __future__ import annotations

from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, Query, Router

from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.publishing.api import shapes
from dekkend.publishing.api.answering import here, link, paged
from dekkend.publishing.api.asking import Paged, resource
from dekkend.publishing.api.region_rows import file_of, rows_of, state_of
from dekkend.publishing.api.telling import told_region
from dekkend.publishing.queries.open_data import regions
from dekkend.publishing.words.open_data import CSV, JSON

router = Router(tags=["Samenwerkingsverbanden"])
WHOLE = {"json": JSON, "csv": CSV}


class RegionAsked(Paged):
    formaat: Literal["json", "csv"] | None = Field(
        None, description="Gaat voor de kop Accept. Een CSV is altijd het hele aanbod, zonder pagina's.", examples=["csv"]
    )


@resource(router, "/samenwerkingsverbanden", shapes.Regions, name="samenwerkingsverbanden", summary="Samenwerkingsverbanden")
def list_regions(request: HttpRequest) -> dict[str, Any]:
    """Samenwerkingsverbanden met ten minste een school met een openbaar profiel."""
    found = regions(today=request.today)  # type: ignore[attr-defined]
    return {"samenwerkingsverbanden": [told(each) for each in found], "links": {"self": here(request)}}


@resource(router, "/samenwerkingsverbanden/{code}", shapes.Region, name="samenwerkingsverband", summary="Een samenwerkingsverband")
def one_region(request: HttpRequest, code: str) -> dict[str, Any]:
    """Met links naar zijn scholen en naar zijn hele aanbod."""
    return told(found_region(request, code))


@resource(
    router,
    "/samenwerkingsverbanden/{code}/ondersteuningsaanbod",
    shapes.RegionOffers,
    name="regionaal-aanbod",
    summary="Het hele aanbod van een samenwerkingsverband",
    forms=(JSON, CSV),
    asked=RegionAsked,
)
def offers(request: HttpRequest, code: str, vraag: Query[RegionAsked]) -> Any:
    """Elke school met wat zij vandaag kan. Als JSON per pagina van scholen, of als CSV in een keer met een regel per aanbod."""
    region, today = found_region(request, code), request.today  # type: ignore[attr-defined]
    state = state_of(region, today)
    if (WHOLE[vraag.formaat] if vraag.formaat else request.form) == CSV:  # type: ignore[attr-defined]
        name = f'attachment; filename="ondersteuningsaanbod-{region.code}.csv"'
        return HttpResponse(file_of(state), content_type=f"{CSV}; charset=utf-8", headers={"Content-Disposition": name})
    rows, page, links = paged(request, rows_of(state), number=vraag.pagina, size=vraag.paginagrootte)
    links |= {"csv": here(request, formaat="csv", pagina=1) | {"type": CSV}}
    return {"samenwerkingsverband": told_region(region), "datum": today, "pagina": page, "scholen": rows, "links": links}


@resource(
    router, "/ondersteuningsvormen", shapes.Supports, name="ondersteuningsvormen", summary="Ondersteuningsvormen", tags=["Ondersteuning"]
)
def supports(request: HttpRequest) -> dict[str, Any]:
    """De catalogus: elke soort ondersteuning met een vaste code, hoe een formulier haar ook noemt."""
    catalogue = load_catalogue()
    domains = {domain.code: domain.label for domain in catalogue.domains}
    told_of = [
        {
            "code": item.code,
            "naam": item.label,
            "naam_engels": item.label_en,
            "domein": domains[item.domain],
            "hulpvraag": item.need,
            "andere_namen": list(item.aliases),
        }
        for item in catalogue.items
    ]
    return {"ondersteuningsvormen": told_of, "links": {"self": here(request)}}


def told(region: Any) -> dict[str, Any]:
    links = {
        "self": link("api:samenwerkingsverband", region.code),
        "scholen": link("api:scholen", query={"samenwerkingsverband": region.code}),
        "ondersteuningsaanbod": link("api:regionaal-aanbod", region.code),
        "ondersteuningsaanbod-csv": link("api:regionaal-aanbod", region.code, media_type=CSV, query={"formaat": "csv"}),
    }
    return told_region(region) | {"aantal_scholen": region.published, "links": links}


def found_region(request: HttpRequest, code: str) -> Any:
    found = regions(today=request.today).filter(code=code).first() if code.isalnum() else None  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found
