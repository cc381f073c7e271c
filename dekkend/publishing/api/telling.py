"""How are a school, its versions and its offers written down in the open data?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from dekkend.offers.rules.telling import now_line
from dekkend.offers.words import SiteOffer
from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.words.profile import MEDIA_TYPE
from dekkend.publishing.api.answering import Link, link, whole
from dekkend.publishing.gateways.documents import DOCUMENTS
from dekkend.publishing.words.open_data import JSON, KINDS, NO, STATES, UNKNOWN, YES

SAID_SINCE = "Dit aantal gaf de school zelf op."  # beside hours that were not counted from a text
DOWNLOADS = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def told_school(version: ProfileVersion) -> dict[str, Any]:
    site = version.site
    return {
        "vestigingscode": site.brin6,
        "naam": site.name,
        "soort": KINDS[site.kind],
        "straat": site.street,
        "huisnummer": site.house_number,
        "postcode": site.postcode,
        "plaats": site.place,
        "gemeente": getattr(version, "municipality", None),
        "website": site.website or None,
        "bestuur": {"nummer": site.board.number, "naam": site.board.name},
        "samenwerkingsverband": told_region(site.partnership),
        "schooljaar": version.school_year,
        "openbaar_datum": version.published_on,
        "gesloten_datum": getattr(version, "closed_on", None),
        "links": {
            "self": link("api:school", site.brin6, media_type=JSON),
            "ondersteuningsaanbod": link("api:ondersteuningsaanbod", site.brin6, media_type=JSON),
            "ondersteuningsprofielen": link("api:ondersteuningsprofielen", site.brin6, media_type=JSON),
            "samenwerkingsverband": link("api:samenwerkingsverband", site.partnership.code, media_type=JSON),
            "pagina": link("profiles:school", site.brin6, media_type="text/html"),
        },
    }


def told_region(region: Partnership) -> dict[str, str]:
    return {"code": region.code, "naam": region.name}


def told_version(site: Site, version: ProfileVersion, *, counts: bool, covered: int) -> dict[str, Any]:
    return {
        "schooljaar": version.school_year,
        "versie": version.number,
        "vingerafdruk": version.fingerprint,
        "vaststellings_datum": version.adopted_on,
        "openbaar_datum": version.published_on,
        "telt_vandaag": counts,
        "weggelaten": covered > 0,
        "links": links_of_version(site.brin6, version.school_year, version.number),
    }


def links_of_version(brin6: str, school_year: str, number: int) -> dict[str, Link]:
    """The version as data, as a page, and as each document; all of them stay."""
    cited = (brin6, school_year, number)
    links = {
        "self": link("api:ondersteuningsprofiel-versie", *cited, media_type=MEDIA_TYPE),
        "pagina": link("profiles:version", *cited, media_type="text/html"),
    }
    for code in DOCUMENTS:
        for suffix, media_type in DOWNLOADS.items():
            address = {"brin6": brin6, "school_year": school_year, "number": number, "document": code, "suffix": suffix}
            links[f"{code}-{suffix}"] = link_named("publishing:version_document", address, media_type)
    return links


def link_named(name: str, arguments: dict[str, object], media_type: str) -> Link:
    return {"href": whole(reverse(name, kwargs=arguments)), "type": media_type}


def told_offer(offer: SiteOffer, today: date) -> dict[str, Any]:
    """One offer as it stands today; of what the school said since only what parents see too."""
    said, now = offer.said, now_line(offer, today)
    hours = offer.hours_per_week
    return {
        "sleutel": offer.claim.key,
        "ondersteuningsvorm": offer.code or None,
        "omschrijving": offer.claim.label,
        "aanwezig": UNKNOWN if offer.level is None else YES if offer.offered else NO,
        "niveau": offer.level,
        "toelichting": offer.claim.note or None,
        "uren_per_week": None if hours is None else float(hours),
        "uren_regel": (SAID_SINCE if offer.said.hours is not None else offer.claim.hours_rule) or None,
        "status": STATES[offer.state.value] if offer.offered else None,
        "vanaf_datum": said.from_day if now.sentence else None,
        "tot_en_met_datum": said.until if now.sentence else None,
        "melding": " ".join(part for part in (now.sentence, now.note) if part) or None,
        "bevestigings_datum": offer.confirmed_on,
    }
