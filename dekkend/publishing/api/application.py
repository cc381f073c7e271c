"""How do the addresses together become one API, with its faults as problems and its description?"""

from __future__ import annotations

import json
from copy import deepcopy
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Router
from ninja.errors import HttpError, ValidationError

from dekkend.profiles.words.profile import MEDIA_TYPE
from dekkend.publishing.api import about, regions, schools
from dekkend.publishing.api.asking import resource, strange_in
from dekkend.publishing.gateways.problem_answer import as_problem
from dekkend.publishing.gateways.yaml_text import as_yaml
from dekkend.publishing.rules.api_document import described
from dekkend.publishing.rules.problems import fault
from dekkend.publishing.words.open_data import CSV, JSON, LICENCES, VERSION
from dekkend.ui.access import open_to_all

START = "/api/v1"
ABOUT = (
    "Wat scholen kunnen voor kinderen die extra hulp nodig hebben, zoals hun bestuur het heeft vastgesteld, "
    "met wat de school sindsdien liet weten. Alleen wat openbaar is; nergens gegevens van kinderen of namen van personen die tekenden. "
    "Deze API volgt de NL API Design Rules 2.2."
)
TAGS = {
    "Scholen": "Vestigingen met een openbaar profiel.",
    "Ondersteuning": "Wat een school vandaag kan, en welke soorten ondersteuning er zijn.",
    "Ondersteuningsprofielen": "Wat een school vaststelde, per schooljaar en versie.",
    "Samenwerkingsverbanden": "De regio's, en hun hele aanbod.",
    "Over deze API": "Het begin en wat er veranderde.",
}
YAML = ("application/yaml", "application/openapi+yaml")
OTHER_FORMS = {
    "ondersteuningsprofiel": (MEDIA_TYPE, JSON),
    "ondersteuningsprofiel_versie": (MEDIA_TYPE, JSON),
    "regionaal_aanbod": (JSON, CSV),
}


def made(*routers: Router, **about_it: Any) -> NinjaAPI:
    """An API of these routers whose faults are problems."""
    application = NinjaAPI(openapi_url=None, docs_url=None, **about_it)
    for router in routers:
        application.add_router("", router)
    application.add_exception_handler(Http404, lambda request, exc: as_problem(404))
    application.add_exception_handler(HttpError, refused)
    application.add_exception_handler(ValidationError, not_valid)
    return application


def refused(request: HttpRequest, exc: Any) -> HttpResponse:
    return as_problem(exc.status_code, detail=str(exc))


def not_valid(request: HttpRequest, exc: Any) -> HttpResponse:
    """Every fault of the query at once: what the types refuse, and keys that are not known or stand there twice."""
    strange = strange_in(request, getattr(request, "known_keys", ()))
    wrong = [told(error) for error in exc.errors if "loc" in error]
    return as_problem(400, errors=strange + wrong)


def told(error: dict[str, Any]) -> dict[str, str]:
    given = error.get("ctx") or {}
    limit = next((given[name] for name in ("ge", "le", "max_length", "min_length") if name in given), "")
    place, name = str(error["loc"][0]), str(error["loc"][-1])
    return fault(place, name, str(error["type"]), limit=limit, known=str(given.get("expected", "")).replace(" or ", ", "))


application = made(
    about.router,
    schools.router,
    regions.router,
    title="Open data van Dekkend",
    version=VERSION,
    description=ABOUT,
    urls_namespace="api",
)


def openapi(site: str) -> dict[str, Any]:
    """The description of the API on the site with this address, such as "https://dekkend.example"."""
    return deepcopy(kept(site, settings.OPEN_DATA_LICENCE, *settings.OPEN_DATA_CONTACT.values()))


@lru_cache(maxsize=4)
def kept(site: str, licence_code: str, name: str, mail: str) -> dict[str, Any]:
    """It costs a tenth of a second to make, and is the same until a setting changes."""
    contact = {"name": name, "email": mail, "url": f"{site}/open-data/"}
    licence = LICENCES[licence_code]
    raw = json.loads(json.dumps(application.get_openapi_schema(path_prefix=""), default=dict))
    return described(raw, address=f"{site}{START}", contact=contact, licence=licence, tags=TAGS, forms=OTHER_FORMS)


DESCRIPTION: dict[str, Any] = {"include_in_schema": False, "summary": "De beschrijving van deze API"}


@resource(application.default_router, "/openapi.json", None, name="openapi-json", **DESCRIPTION)
def in_json(request: HttpRequest) -> HttpResponse:
    return HttpResponse(json.dumps(openapi(settings.SITE_ADDRESS), ensure_ascii=False, indent=1), content_type=JSON)


@resource(application.default_router, "/openapi.yaml", None, name="openapi-yaml", forms=YAML, **DESCRIPTION)
def in_yaml(request: HttpRequest) -> HttpResponse:
    return HttpResponse(as_yaml(openapi(settings.SITE_ADDRESS)), content_type=f"{request.form}; charset=utf-8")  # type: ignore[attr-defined]


def patterns_of(application: NinjaAPI) -> list[URLPattern | URLResolver]:
    """Its addresses, for everyone. Its own placeholder of a beginning is left out: we have a real one."""
    found = [each for each in application.urls[0] if getattr(each, "name", "") != "api-root"]
    for each in found:
        if isinstance(each, URLPattern):
            open_to_all(each.callback)
    return found
