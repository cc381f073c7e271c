"""How do search engines read what a school can do? As one object in the words of schema.org (https://schema.org, version 28)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from dekkend.profiles.words.redaction import LEFT_OUT
from dekkend.profiles.words.school_page import OfferLine, SchoolPage
from dekkend.publishing.words.metadata import About

Words = Callable[[str], str]
TYPES = {"regular": "ElementarySchool"}  # another kind is a School: schema.org knows no special education


def described(page: SchoolPage, about: About, away: Collection[str] = (), words: Words = str) -> dict[str, Any]:
    """The page and the school on it. What the school does not have, or what is not known, is not offered; of the building both are told.

    `away` are the paths of what is not there today: nothing is said of these, and not of what the school left out either. `words`
    says what our own rules put into words in the language of the page; what the school wrote stays as it is. A school that closed offers
    nothing: of it only that is told.
    """
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
        **({"dissolutionDate": about.closed_on} if about.closed_on else _offered(page, about, away, words)),
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


def _offered(page: SchoolPage, about: About, away: Collection[str], words: Words) -> dict[str, Any]:
    services = list(_services(page, away, words))
    return {
        "amenityFeature": list(_building((line for line in page.facilities if line.path not in away), words)),
        "hasOfferCatalog": {"@type": "OfferCatalog", "name": about.catalogue, "itemListElement": services},
    }


def _reached(page: SchoolPage) -> dict[str, str]:
    names = {"phone": "telephone", "email": "email"}
    found = {name: page.facts[code] for code, name in names.items() if _is_told(page.facts.get(code))}
    site = page.facts.get("website") if _is_told(page.facts.get("website")) else ""
    return found | ({"sameAs": site if site.startswith("http") else f"https://{site}"} if site else {})


def _building(lines: Iterable[OfferLine], words: Words) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.sign != "unknown" and _is_told(line.label):
            yield {"@type": "LocationFeatureSpecification", "name": words(line.label), "value": line.sign == "yes"}


def _services(page: SchoolPage, away: Collection[str], words: Words) -> Iterator[dict[str, Any]]:
    for line in (*page.can, *page.experts):
        if line.sign == "yes" and line.path not in away and _is_told(line.label):
            said = (words(line.sentence), line.note, words(line.now.sentence) if line.now else "")
            yield _service(words(line.label), " ".join(filter(_is_told, said)))
    for at, (name, period) in enumerate(page.extras):
        if f"extra_offers[{at}]" not in away and _is_told(name):
            yield _service(name, period if _is_told(period) else "")


def _service(name: str, said: str) -> dict[str, Any]:
    return {"@type": "Offer", "itemOffered": {"@type": "Service", "name": name, **({"description": said} if said else {})}}


def _is_told(text: str | None) -> bool:
    return bool(text) and LEFT_OUT not in (text or "")
