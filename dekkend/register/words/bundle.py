"""What came out of a set of files: lists of sites by date, places, outlines, and what could not be used?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dekkend.kernel.labels import Label
from dekkend.register.words.records import AreaRecord, Count, Drawing, SiteRecord


class FileKind(Label):
    """What a file is, judged by its content."""

    SITES = "sites", "Scholenlijst"
    SITE_POINTS = "site_points", "Scholen op de kaart"
    PUPILS = "pupils", "Leerlingentellingen"
    BOARDS = "boards", "Lijst van besturen"
    CHILDREN = "children", "Kinderen per postcode"
    AGES = "ages", "Inwoners per postcode en leeftijd"
    PLACES = "places", "Inwoners en plaats per postcode"
    CENTROIDS = "centroids", "Middelpunten van postcodes"
    REGIONS = "regions", "Indeling van postcodes in samenwerkingsverbanden"
    AREA_OUTLINES = "area_outlines", "Omtrek van postcodegebieden"
    BORDERS = "borders", "Gemeentegrenzen"
    NOT_NEEDED = "not_needed", "Herkend, niet nodig"
    UNKNOWN = "unknown", "Niet herkend"


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be used. `line` counts from 1 (of a map: which feature); `text` is the row, shortened."""

    file: str
    line: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file as it was recognised. `note` says what a person must know: what was left out, or why it is not recognised."""

    name: str
    kind: FileKind
    rows: int = 0
    used: int = 0
    on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All sites as they stood on one day, by brin6. `source` says whose list it is."""

    on: date
    source: str
    listed: dict[str, SiteRecord]


@dataclass(frozen=True, slots=True)
class RegionTable:
    """Per PC4 the code of its partnership, from a day on."""

    valid_from: date
    source: str
    region_of: dict[str, str]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that a set of files says. `snapshots` run from old to new; `areas` by postcode; drawings by postcode and municipality."""

    files: tuple[FoundFile, ...] = ()
    refused: tuple[Refused, ...] = ()
    refused_total: int = 0
    snapshots: tuple[Snapshot, ...] = ()
    counts: dict[str, tuple[Count, ...]] = field(default_factory=dict)
    areas: dict[str, AreaRecord] = field(default_factory=dict)
    areas_source: str = ""
    regions: RegionTable | None = None
    shapes: dict[str, Drawing] = field(default_factory=dict)
    borders: dict[str, Drawing] = field(default_factory=dict)
    tolerance: float = 0.0
