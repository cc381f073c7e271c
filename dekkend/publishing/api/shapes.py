"""How does each answer of the API look: its fields, their types and what they mean?"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ninja import Field, Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from dekkend.publishing.words.open_data import KINDS, NO, STATES, UNKNOWN, YES

BRIN6 = Field(description="Vestigingscode: BRIN en nummer van de vestiging.", examples=["99ZZ00"])
YEAR = Field(description="Schooljaar, van 1 augustus tot en met 31 juli.", examples=["2026-2027"])


class Shape(Schema):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


def is_empty(text: str) -> bool:
    return not text


class Link(Shape):
    href: str = Field(json_schema_extra={"format": "uri"}, examples=["https://dekkend.example/api/v1/scholen/99ZZ00"])
    type: str = Field(
        "", description="Mediatype van wat daar staat, als dat bekend is.", examples=["application/json"], exclude_if=is_empty
    )


class Linked(Shape):
    links: dict[str, Link] = Field(alias="_links", description="Waar het verder gaat.")


class Page(Shape):
    nummer: int = Field(examples=[1])
    grootte: int = Field(examples=[25])
    totaal_aantal: int = Field(description="Over alle pagina's samen.", examples=[205])
    totaal_paginas: int = Field(examples=[9])


class Root(Linked):
    naam: str = Field(examples=["Open data van Dekkend"])
    versie: str = Field(examples=["1.0.0"])
    licentie: str = Field(description="Code van SPDX.", examples=["CC0-1.0"])


class Board(Shape):
    nummer: str = Field(description="Nummer van het bevoegd gezag.", examples=["99999"])
    naam: str = Field(examples=["Stichting De Golfslag"])


class RegionName(Shape):
    code: str = Field(examples=["PO9901"])
    naam: str = Field(examples=["SWV Zilverkust"])


class Region(Linked, RegionName):
    aantal_scholen: int = Field(description="Vestigingen met een openbaar profiel.", examples=[205])


class Regions(Linked):
    samenwerkingsverbanden: list[Region]


class School(Linked):
    vestigingscode: str = BRIN6
    naam: str = Field(examples=["De Vuursprot"])
    soort: Literal[tuple(KINDS.values())] = Field(examples=["basisschool"])  # type: ignore[valid-type]
    straat: str = Field(examples=["Bakenpad"])
    huisnummer: str = Field(examples=["3"])
    postcode: str = Field(examples=["9999 ZA"])
    plaats: str = Field(examples=["Zilverduin"])
    gemeente: str | None = Field(description="Leeg als het register haar niet noemt.", examples=["Zilverkust"])
    website: str | None = Field(examples=["vuursprot.example"])
    bestuur: Board
    samenwerkingsverband: RegionName
    schooljaar: str = Field(description="Het schooljaar van het profiel dat vandaag telt.", examples=["2026-2027"])
    openbaar_datum: date = Field(description="Sinds wanneer dat profiel openbaar is.", examples=["2026-07-20"])
    gesloten_datum: date | None = Field(
        description="Sinds wanneer de school gesloten is. Leeg zolang zij open is. Een gesloten school heeft geen aanbod.", examples=[None]
    )


class Schools(Linked):
    pagina: Page
    scholen: list[School]


class Version(Linked):
    schooljaar: str = YEAR
    versie: int = Field(description="Nummer van de versie in dat schooljaar.", examples=[1])
    vingerafdruk: str = Field(description="SHA-256 van de vastgelegde versie; daarmee wordt zij aangehaald.", examples=["0" * 64])
    vaststellings_datum: date | None = Field(examples=["2026-07-10"])
    openbaar_datum: date = Field(examples=["2026-07-20"])
    telt_vandaag: bool = Field(description="Is dit het profiel dat vandaag geldt?", examples=[True])
    weggelaten: bool = Field(description="Is er voor de buitenwereld iets weggelaten?", examples=[False])


class Versions(Linked):
    vestigingscode: str = BRIN6
    ondersteuningsprofielen: list[Version]


class Profile(Shape):
    """`dekkend-profile/1`: its own schema is published; here stands what every one of them has."""

    format: str = Field(examples=["dekkend-profile/1"])
    template: str = Field(description="Het formulier van de regio.", examples=["haaglanden"])
    template_version: str = Field(alias="template_version", examples=["2023-2024"])
    site: str | None = Field(description="Vestigingscode.", examples=["99ZZ00"])
    school_year: str = Field(alias="school_year", description="Schooljaar.", examples=["2026-2027"])
    values: dict[str, Any] = Field(description="De antwoorden, per blok van het formulier.")
    left_out: list[dict[str, str]] | None = Field(None, alias="left_out", description="Wat is weggelaten: de plaats en waarom.")


class Offer(Shape):
    sleutel: str = Field(description="Naam van dit aanbod binnen de school, elk jaar gelijk.", examples=["expertise.second_language"])
    ondersteuningsvorm: str | None = Field(description="Code uit de ondersteuningsvormen.", examples=["expertise.second_language"])
    omschrijving: str = Field(description="Zoals de school het noemt.", examples=["Tweede taal (NT2)"])
    aanwezig: Literal[YES, NO, UNKNOWN] = Field(description="Onbekend is iets anders dan nee.", examples=["ja"])  # type: ignore[valid-type]
    niveau: int | None = Field(description="0: er niet; vanaf 1: er wel, hoger is vaker of vaster. Leeg: onbekend.", examples=[1])
    toelichting: str | None = Field(description="Eigen woorden van de school.", examples=["24 uur per week"])
    uren_per_week: float | None = Field(description="Geteld uit de toelichting, of door de school opgegeven.", examples=[24.0])
    uren_regel: str | None = Field(
        description="Hoe de uren geteld zijn en wat daarbij is aangenomen, of waarom er geen aantal is.",
        examples=["1 dag van 8 uur, per 2 weken: 4 uur per week."],
    )
    status: Literal[tuple(STATES.values())] | None = Field(  # type: ignore[valid-type]
        description="Hoe het vandaag staat; alleen bij wat er volgens het profiel is.", examples=["tijdelijk-niet-beschikbaar"]
    )
    vanaf_datum: date | None = Field(description="Eerste dag van de pauze, of van wat later komt.", examples=["2026-11-01"])
    tot_en_met_datum: date | None = Field(description="Laatste dag van de pauze.", examples=["2026-12-31"])
    melding: str | None = Field(description="In gewone woorden wat er nu anders is.", examples=["Dit kan nu even niet."])
    bevestigings_datum: date | None = Field(description="Wanneer de school er het laatst voor instond.", examples=["2026-10-01"])


class Offers(Linked):
    vestigingscode: str = BRIN6
    schooljaar: str = YEAR
    datum: date = Field(description="De dag waarop dit zo is.", examples=["2026-11-22"])
    ondersteuningsaanbod: list[Offer]


class SiteOffers(Shape):
    vestigingscode: str = BRIN6
    naam: str = Field(examples=["De Vuursprot"])
    schooljaar: str = YEAR
    ondersteuningsaanbod: list[Offer]


class RegionOffers(Linked):
    samenwerkingsverband: RegionName
    datum: date = Field(examples=["2026-11-22"])
    pagina: Page
    scholen: list[SiteOffers]


class Support(Shape):
    code: str = Field(examples=["expertise.second_language"])
    naam: str = Field(examples=["Nederlands als tweede taal"])
    naam_engels: str = Field(examples=["Dutch as a second language"])
    domein: str = Field(examples=["Taal en spraak"])
    hulpvraag: str = Field(description="Maakt de zin af: wij zoeken een school voor ...", examples=["een kind dat Nederlands leert"])
    andere_namen: list[str] = Field(examples=[["NT2"]])


class Supports(Linked):
    ondersteuningsvormen: list[Support]


class Release(Shape):
    versie: str = Field(examples=["1.0.0"])
    datum: date = Field(examples=["2026-11-22"])
    wijzigingen: list[str] = Field(examples=[["Eerste versie."]])


class Changelog(Linked):
    versies: list[Release]
