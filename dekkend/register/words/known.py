"""What does the register know before an import: sites, counts, places, outlines?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dekkend.register.words.records import AreaRecord, Count, SiteRecord


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A site with its counts by day. `closed_on` (ISO) is "" while it is open; `last_seen` (ISO) is the day of the last list it was in."""

    record: SiteRecord
    closed_on: str = ""
    last_seen: str = ""
    counts: dict[str, Count] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """The register as it stands. `outlines` and `borders` are as stored (flat lists of metres), by postcode and by municipality."""

    sites: dict[str, KnownSite] = field(default_factory=dict)
    areas: dict[str, AreaRecord] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    outlines: dict[str, Any] = field(default_factory=dict)
    borders: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """A school that takes part, as its region wrote it down. `closes_on` (ISO) is the day on which it will close, else ""."""

    brin6: str
    name: str
    kind: str
    street: str
    house_number: str
    postcode: str
    place: str
    website: str
    board: str
    closed: bool = False
    closes_on: str = ""
