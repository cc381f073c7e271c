"""How is what schools offer written in the shape of HSDS 3 (Open Referral)?

A board is an organization, a site a location, a kind of support that a board offers a service, and that service at one of its sites a
service_at_location. Identifiers are UUIDs made from our own lasting codes, so that they are the same on every day and every machine.
Source: the JSON schemas of the Human Services Data Specification 3.0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dekkend.offers.words import Availability, SiteOffer
from dekkend.profiles.words.catalogue import Catalogue, Domain, SupportItem
from dekkend.publishing.rules.hsds_capacity import amounts_of, capacities
from dekkend.publishing.rules.hsds_keys import identifier
from dekkend.publishing.words.hsds import BOARD, KIND, REGION, SUPPORT, Given, Index
from dekkend.publishing.words.open_data import KINDS

STATUS = {
    Availability.AVAILABLE: "active",
    Availability.PAUSED: "temporarily closed",
    Availability.PLANNED: "inactive",
    Availability.GONE: "defunct",
}
BEST_FIRST = ("active", "temporarily closed", "inactive", "defunct")
Record = dict[str, Any]


def index_of(given: Iterable[Given]) -> Index:
    services: dict[str, list[Given]] = {}
    sites: dict[int, list[Given]] = {}
    every = tuple(given)
    for each in every:
        services.setdefault(each.service, []).append(each)
        sites.setdefault(each.site_id, []).append(each)
    return Index(every, {key: tuple(found) for key, found in services.items()}, {key: tuple(found) for key, found in sites.items()})


def given_by(offer: SiteOffer, *, brin6: str, board: str, board_id: int, sentence: str) -> Given:
    """`sentence` is what is different today. An offer in own words of a school is a service of that school alone."""
    service = identifier("service", board, offer.code) if offer.code else identifier("service", board, brin6, offer.claim.key)
    told = " ".join(part for part in (offer.claim.note, sentence) if part)
    return Given(
        identifier("service_at_location", brin6, offer.claim.key),
        service,
        offer.site_id,
        board_id,
        offer.code,
        offer.claim.label,
        STATUS[offer.state],
        told,
        offer.confirmed_on,
        amounts_of(offer),
    )


def organization(kind: str, number: str, name: str) -> Record:
    what = {BOARD: "Bestuur van scholen (bevoegd gezag)", REGION: "Samenwerkingsverband passend onderwijs"}[kind]
    key = identifier("organization", kind, number)
    known = {"id": identifier("organization_identifier", kind, number), "identifier_scheme": kind, "identifier_type": kind}
    return {"id": key, "name": name, "description": f"{what} {number}", "organization_identifiers": [known | {"identifier": number}]}


def location(brin6: str, name: str, kind: str, address: Mapping[str, str], board: str, given: Sequence[Given]) -> Record:
    """`address` has street, postcode and place; of `given` the facilities say what the building has. See `at_point` for where it lies."""
    key = identifier("location", brin6)
    facilities = [each for each in given if each.code.startswith("facilities.") and each.state == "active"]
    return {
        "id": key,
        "location_type": "physical",
        "name": name,
        "organization_id": identifier("organization", BOARD, board),
        "external_identifier": brin6,
        "external_identifier_type": "BRIN6",
        "addresses": [
            {
                "id": identifier("address", brin6),
                "address_1": address["street"],
                "city": address["place"],
                "state_province": "",  # asked for by the standard; Dutch addresses have none
                "postal_code": address["postcode"],
                "country": "NL",
                "address_type": "physical",
            }
        ],
        "accessibility": [facility(brin6, each) for each in facilities],
        "attributes": [attribute(key, "location", KIND, kind, KINDS[kind])],
    }


def at_point(place: Record, point: tuple[float, float] | None) -> Record:
    """The location with where it lies: longitude and latitude (WGS84), to a metre; None when nobody says."""
    return place | ({"longitude": round(point[0], 5), "latitude": round(point[1], 5)} if point else {})


def facility(brin6: str, given: Given) -> Record:
    return {"id": identifier("accessibility", brin6, given.code), "description": given.label} | (
        {"details": given.told} if given.told else {}
    )


def service(given: Sequence[Given], item: SupportItem | None, board: Record) -> Record:
    """`given` are all sites of one board with this kind of support; `item` is None for own words of a school."""
    key, days = given[0].service, [each.confirmed_on for each in given]
    made: Record = {
        "id": key,
        "name": item.label if item else given[0].label,
        "description": (item.can or f"Samenwerking met {item.name}.") if item else given[0].label,
        "status": min((each.state for each in given), key=BEST_FIRST.index),
        "organization": board,
        "attributes": [attribute(key, "service", SUPPORT, item.code, item.label)] if item else [],
    }
    if item:
        made["alternate_name"] = item.label_en
    if amounts := capacities(given):
        made["capacities"] = amounts
    if all(days):
        made["assured_date"] = min(day.isoformat() for day in days if day)
    return made


def at_location(given: Given, place: Record) -> Record:
    told = {"description": given.told} if given.told else {}
    return {"id": given.key, "service_id": given.service, "location_id": place["id"], "location": place} | told


def attribute(key: str, entity: str, taxonomy: str, code: str, name: str) -> Record:
    term = identifier("taxonomy_term", taxonomy, code)
    return {
        "id": identifier("attribute", key, taxonomy, code),
        "link_id": key,
        "link_type": taxonomy,
        "link_entity": entity,
        "taxonomy_term": {"id": term, "code": code, "name": name, "description": name, "taxonomy": taxonomy},
    }


def taxonomies() -> list[Record]:
    told = {
        SUPPORT: "De ondersteuningscatalogus van Dekkend: elke soort ondersteuning met een vaste code, per domein.",
        KIND: "De soort onderwijs die een vestiging geeft.",
    }
    return [{"id": identifier("taxonomy", name), "name": name, "description": text} for name, text in told.items()]


def terms(catalogue: Catalogue) -> list[Record]:
    """Every term of both taxonomies; a kind of support stands under its domain."""
    found = [domain_term(domain) for domain in catalogue.domains]
    found += [item_term(item) for item in catalogue.items]
    return found + [_term(KIND, kind, name, name) for kind, name in KINDS.items()]


def domain_term(domain: Domain) -> Record:
    return _term(SUPPORT, domain.code, domain.label, domain.label)


def item_term(item: SupportItem) -> Record:
    made = _term(SUPPORT, item.code, item.label, f"Voor {item.need}.")
    return made | {"parent_id": identifier("taxonomy_term", SUPPORT, item.domain)}


def _term(taxonomy: str, code: str, name: str, told: str) -> Record:
    key = identifier("taxonomy_term", taxonomy, code)
    of = {"taxonomy": taxonomy, "taxonomy_id": identifier("taxonomy", taxonomy), "language": "nl"}
    return {"id": key, "code": code, "name": name, "description": told} | of


def page(rows: Sequence[Any], number: int, size: int) -> tuple[Sequence[Any], Record]:
    """The rows of one page, and what HSDS tells of a page. A page after the last one is empty."""
    total, pages = len(rows), max(1, -(-len(rows) // size))
    found = rows[(number - 1) * size : number * size]
    told = {"total_items": total, "total_pages": pages, "page_number": number, "size": len(found)}
    return found, told | {"first_page": number == 1, "last_page": number >= pages, "empty": not found}
