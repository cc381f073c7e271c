"""How do search engines read what a school can do? As one object in the words of schema.org (https://schema.org, version 28)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dekkend.profiles.words.school_page import OfferLine, SchoolPage
from dekkend.publishing.words.metadata import About

TYPES = {"regular": "ElementarySchool"}  # another kind is a School: schema.org knows no special education


def described(page: SchoolPage, about: About) -> dict[str, Any]:
    """The page and the school on it. What the school does not have, or what is not known, is not offered; of the building both are told."""
    school = {
        "@type": TYPES.get(about.kind, "School"),
        "@id": f"{about.address}#school",
        "name": about.name,
        "url": about.address,
        "identifier": {"@type": "PropertyValue", "propertyID": "BRIN", "value": about.brin6},
        "address": {
            "@type": "PostalAddress",
            "streetAddress": about.street,
            "postalCode": about.postcode,
            "addressLocality": about.place,
            "addressCountry": "NL",
        },
        "parentOrganization": {"@type": "EducationalOrganization", "name": about.board},
        "memberOf": {"@type": "Organization", "name": about.region},
        **_reached(page),
        "amenityFeature": list(_building(page.facilities)),
        "hasOfferCatalog": {"@type": "OfferCatalog", "name": about.catalogue, "itemListElement": list(_services(page))},
    }
    whole = {
        "@type": "WebPage",
        "@id": about.address,
        "url": about.address,
        "name": about.title,
        "inLanguage": about.lang,
        "dateModified": about.on,
        "mainEntity": {"@id": school["@id"]},
    }
    return {"@context": "https://schema.org", "@graph": [whole, school]}


def _reached(page: SchoolPage) -> dict[str, str]:
    names = {"phone": "telephone", "email": "email"}
    found = {name: page.facts[code] for code, name in names.items() if page.facts.get(code)}
    site = page.facts.get("website")
    return found | ({"sameAs": site if site.startswith("http") else f"https://{site}"} if site else {})


def _building(lines: Iterable[OfferLine]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.sign != "unknown":
            yield {"@type": "LocationFeatureSpecification", "name": line.label, "value": line.sign == "yes"}


def _services(page: SchoolPage) -> Iterator[dict[str, Any]]:
    for line in (*page.can, *page.experts):
        if line.sign == "yes":
            said = " ".join(text for text in (line.sentence, line.note, line.now.sentence if line.now else "") if text)
            yield {"@type": "Offer", "itemOffered": {"@type": "Service", "name": line.label, **({"description": said} if said else {})}}
    for name, period in page.extras:
        yield {"@type": "Offer", "itemOffered": {"@type": "Service", "name": name, **({"description": period} if period else {})}}
