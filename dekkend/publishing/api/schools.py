"""Which addresses give schools, their profiles and their offers?"""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import http_date
from ninja import Query, Router

from dekkend.organisations.words import NOBODY
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import public_version
from dekkend.profiles.queries.comparing import profile_for, visible_version
from dekkend.profiles.words.profile import BRIN6, MEDIA_TYPE
from dekkend.publishing.api.answering import here, link, paged
from dekkend.publishing.api.asking import SchoolsAsked, resource
from dekkend.publishing.api.shapes import Offers, Profile, School, Schools, Versions
from dekkend.publishing.api.telling import told_offer, told_school, told_version
from dekkend.publishing.queries.open_data import Wanted, every_version, offers_of_school, school, schools
from dekkend.publishing.words.open_data import JSON, KINDS

router = Router(tags=["Scholen"])
SITE = re.compile(BRIN6)
YEAR = re.compile(r"[0-9]{4}-[0-9]{4}")
OWN_WORDS = {said: own for own, said in KINDS.items()}


@resource(router, "/scholen", Schools, name="scholen", summary="Scholen met een openbaar profiel", asked=SchoolsAsked)
def list_schools(request: HttpRequest, vraag: Query[SchoolsAsked]) -> dict[str, Any]:
    """Vestigingen met een ondersteuningsprofiel dat vandaag openbaar is. Filters werken samen: een school moet aan alle voldoen."""
    wanted = Wanted(
        vraag.samenwerkingsverband,
        vraag.plaats,
        vraag.gemeente,
        vraag.naam,
        OWN_WORDS.get(vraag.soort or ""),
        vraag.ondersteuning,
        vraag.sorteer,
    )
    found = schools(wanted, today=request.today)  # type: ignore[attr-defined]
    rows, page, links = paged(request, found, number=vraag.pagina, size=vraag.paginagrootte)
    return {"pagina": page, "scholen": [told_school(row) for row in rows], "links": links}


@resource(router, "/scholen/{vestigingscode}", School, name="school", summary="Een school")
def one_school(request: HttpRequest, vestigingscode: str) -> dict[str, Any]:
    """Een vestiging met een openbaar profiel."""
    return told_school(found_school(request, vestigingscode))


@resource(
    router,
    "/scholen/{vestigingscode}/ondersteuningsaanbod",
    Offers,
    name="ondersteuningsaanbod",
    summary="Wat een school vandaag kan",
    tags=["Ondersteuning"],
)
def offers(request: HttpRequest, vestigingscode: str) -> dict[str, Any]:
    """Het aanbod uit het profiel dat vandaag telt, met wat de school sindsdien liet weten: tijdelijk niet beschikbaar, komt later."""
    version, today = found_school(request, vestigingscode), request.today  # type: ignore[attr-defined]
    return {
        "vestigingscode": vestigingscode,
        "schooljaar": version.school_year,
        "datum": today,
        "ondersteuningsaanbod": [told_offer(offer, today) for offer in offers_of_school(version.site, today=today)],
        "links": {"self": here(request), "school": link("api:school", vestigingscode)},
    }


@resource(
    router,
    "/scholen/{vestigingscode}/ondersteuningsprofielen",
    Versions,
    name="ondersteuningsprofielen",
    summary="Alle openbare versies van het profiel van een school",
    tags=["Ondersteuningsprofielen"],
)
def versions(request: HttpRequest, vestigingscode: str) -> dict[str, Any]:
    """Elke versie met haar vingerafdruk, en links naar de pagina en naar de documenten (PDF en Word)."""
    counting = found_school(request, vestigingscode)
    found = every_version(counting.site, today=request.today)  # type: ignore[attr-defined]
    told = [
        told_version(counting.site, each, counts=each.pk == counting.pk, covered=each.covered)  # type: ignore[attr-defined]
        for each in found
    ]
    links = {"self": here(request), "school": link("api:school", vestigingscode)}
    return {"vestigingscode": vestigingscode, "ondersteuningsprofielen": told, "links": links}


PROFILE = {"forms": (MEDIA_TYPE, JSON), "tags": ["Ondersteuningsprofielen"]}


@resource(
    router,
    "/scholen/{vestigingscode}/ondersteuningsprofielen/{schooljaar}",
    Profile,
    name="ondersteuningsprofiel",
    summary="Het profiel van een school in een schooljaar",
    **PROFILE,  # type: ignore[arg-type]
)
def profile(request: HttpRequest, vestigingscode: str, schooljaar: str) -> HttpResponse:
    """De nieuwste openbare versie van dat schooljaar, als `dekkend-profile/1`. Zonder namen van personen; wat is weggelaten staat erbij."""
    well_formed(vestigingscode, schooljaar)
    return as_data(request, public_version(vestigingscode, schooljaar, today=request.today))  # type: ignore[attr-defined]


@resource(
    router,
    "/scholen/{vestigingscode}/ondersteuningsprofielen/{schooljaar}/versies/{versie}",
    Profile,
    name="ondersteuningsprofiel-versie",
    summary="Een versie van het profiel, zoals zij wordt aangehaald",
    **PROFILE,  # type: ignore[arg-type]
)
def version(request: HttpRequest, vestigingscode: str, schooljaar: str, versie: str) -> HttpResponse:
    """Een vastgelegde versie verandert niet meer; wel kan er later iets uit worden weggelaten."""
    well_formed(vestigingscode, schooljaar)
    if not re.fullmatch("[1-9][0-9]{0,3}", versie):
        raise Http404
    found = visible_version(NOBODY, vestigingscode, schooljaar, int(versie), today=request.today)  # type: ignore[attr-defined]
    return as_data(request, found)


def found_school(request: HttpRequest, brin6: str) -> ProfileVersion:
    well_formed(brin6)
    found = school(brin6, today=request.today)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def well_formed(brin6: str, school_year: str = "") -> None:
    """What can be no code or year is not there; it is not asked of the database."""
    if not SITE.fullmatch(brin6) or (school_year and not YEAR.fullmatch(school_year)):
        raise Http404


def as_data(request: HttpRequest, version: ProfileVersion | None) -> HttpResponse:
    """By the one writer of profiles, for whoever asks."""
    if version is None:
        raise Http404
    content = dump_profile(profile_for(NOBODY, version))
    said = [version.frozen_at, *(piece.at for piece in version.redactions.all())]
    headers = {"Last-Modified": http_date(max(said).timestamp())}
    return HttpResponse(content, content_type=request.form, headers=headers)  # type: ignore[attr-defined]
