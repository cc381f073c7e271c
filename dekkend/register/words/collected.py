"""What did several files say, before it is made into one whole?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dekkend.register.words.bundle import FoundFile, Refused
from dekkend.register.words.geography import Point, Ring
from dekkend.register.words.records import SiteRecord

Bounds = tuple[int, int]
MOST_KEPT = 2000  # refused rows that are kept to show; of the others only how many


@dataclass
class PlaceFacts:
    """What the files together say about one postcode area."""

    name: str = ""
    municipality: str = ""
    region: str = ""
    point: Point | None = None


@dataclass
class Refusals:
    """Rows that cannot be used. A file that is nothing but nonsense must not fill the memory: beyond MOST_KEPT they are only counted."""

    kept: list[Refused] = field(default_factory=list)
    total: int = 0

    def add(self, refused: Refused) -> None:
        self.total += 1
        if len(self.kept) < MOST_KEPT:
            self.kept.append(refused)


@dataclass
class Collected:
    """Everything as it was read; `rules.assembling` makes one whole of it. Lists of sites are kept per file, with their date."""

    files: list[FoundFile] = field(default_factory=list)
    refused: Refusals = field(default_factory=Refusals)
    lists: list[tuple[FoundFile, dict[str, SiteRecord]]] = field(default_factory=list)
    counts: dict[tuple[str, date], Bounds] = field(default_factory=dict)
    boards: dict[str, str] = field(default_factory=dict)
    children: dict[str, dict[str, Bounds]] = field(default_factory=dict)
    children_on: date | None = None
    places: dict[str, PlaceFacts] = field(default_factory=dict)
    centroids: dict[str, PlaceFacts] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    regions_from: date | None = None
    shapes: dict[str, tuple[Ring, ...]] = field(default_factory=dict)
    shape_facts: dict[str, PlaceFacts] = field(default_factory=dict)
    borders: dict[str, tuple[Ring, ...]] = field(default_factory=dict)
