"""Which addresses give the public offers in the shape of HSDS 3, for programs that know that standard?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from dekkend.publishing.api import application as dutch
from dekkend.publishing.api.asking import resource
from dekkend.publishing.api.hsds_records import Records
from dekkend.publishing.rules.hsds import page, taxonomies
from dekkend.publishing.words.hsds import DESCRIPTION, PROFILE, VERSION
from dekkend.publishing.words.open_data import LAST_PAGE, MOST_ROWS, USUAL_ROWS

router = Router()
Answer = dict[str, Any]


class Paged(Schema):
    page: int = Field(1, ge=1, le=LAST_PAGE)
    per_page: int = Field(USUAL_ROWS, ge=1, le=MOST_ROWS)


class ServicesAsked(Paged):
    organization_id: UUID | None = None
    taxonomy_term_id: UUID | None = None


class PlacesAsked(Paged):
    location_id: UUID | None = None
    organization_id: UUID | None = None
    taxonomy_term_id: UUID | None = None


@resource(router, "/", Answer, name="about", summary="About")
def about(request: HttpRequest) -> Answer:
    return {"version": VERSION, "profile": PROFILE, "openapi_url": DESCRIPTION}


@resource(router, "/services", Answer, name="services", summary="Services", asked=ServicesAsked)
def services(request: HttpRequest, asked: Query[ServicesAsked]) -> Answer:
    records = Records.of(request)
    keys, told = page(records.services(asked.organization_id, asked.taxonomy_term_id), asked.page, asked.per_page)
    return told | {"contents": [records.service(key) for key in keys]}


@resource(router, "/services/{id}", Answer, name="service", summary="Service")
def service(request: HttpRequest, id: str) -> Answer:
    return found(Records.of(request).whole_service(id))


@resource(router, "/service_at_locations", Answer, name="service-at-locations", summary="Services at locations", asked=PlacesAsked)
def service_at_locations(request: HttpRequest, asked: Query[PlacesAsked]) -> Answer:
    records = Records.of(request)
    rows, told = page(records.given(asked.location_id, asked.organization_id, asked.taxonomy_term_id), asked.page, asked.per_page)
    return told | {"contents": [records.at_location(each) for each in rows]}


@resource(router, "/service_at_locations/{id}", Answer, name="service-at-location", summary="Service at a location")
def service_at_location(request: HttpRequest, id: str) -> Answer:
    records = Records.of(request)
    one = next((each for each in records.index.given if each.key == id), None)
    return found(records.at_location(one) | {"service": records.service(one.service)} if one else None)


@resource(router, "/organizations", Answer, name="organizations", summary="Organizations", asked=Paged)
def organizations(request: HttpRequest, asked: Query[Paged]) -> Answer:
    return listed(Records.of(request).organizations, asked)


@resource(router, "/organizations/{id}", Answer, name="organization", summary="Organization")
def organization(request: HttpRequest, id: str) -> Answer:
    return found(Records.of(request).whole_organization(id))


@resource(router, "/locations", Answer, name="locations", summary="Locations", asked=Paged)
def locations(request: HttpRequest, asked: Query[Paged]) -> Answer:
    records = Records.of(request)
    rows, told = page(records.sites, asked.page, asked.per_page)
    return told | {"contents": [records.location(site) for site in rows]}


@resource(router, "/locations/{id}", Answer, name="location", summary="Location")
def location(request: HttpRequest, id: str) -> Answer:
    return found(Records.of(request).location_called(id))


@resource(router, "/taxonomies", Answer, name="taxonomies", summary="Taxonomies", asked=Paged)
def list_taxonomies(request: HttpRequest, asked: Query[Paged]) -> Answer:
    return listed(taxonomies(), asked)


@resource(router, "/taxonomies/{id}", Answer, name="taxonomy", summary="Taxonomy")
def taxonomy(request: HttpRequest, id: str) -> Answer:
    return found(next((each for each in taxonomies() if each["id"] == id), None))


class TermsAsked(Paged):
    taxonomy_id: UUID | None = None


@resource(router, "/taxonomy_terms", Answer, name="taxonomy-terms", summary="Taxonomy terms", asked=TermsAsked)
def taxonomy_terms(request: HttpRequest, asked: Query[TermsAsked]) -> Answer:
    wanted = str(asked.taxonomy_id) if asked.taxonomy_id else ""
    return listed([each for each in Records.terms() if wanted in ("", each["taxonomy_id"])], asked)


@resource(router, "/taxonomy_terms/{id}", Answer, name="taxonomy-term", summary="Taxonomy term")
def taxonomy_term(request: HttpRequest, id: str) -> Answer:
    return found(next((each for each in Records.terms() if each["id"] == id), None))


def listed(rows: list[Answer], asked: Paged) -> Answer:
    some, told = page(rows, asked.page, asked.per_page)
    return told | {"contents": list(some)}


def found(record: Answer | None) -> Answer:
    if record is None:
        raise Http404
    return record


application = dutch.made(router, title="HSDS", version=VERSION, urls_namespace="hsds")
