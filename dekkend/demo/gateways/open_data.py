"""Which real schools and profiles lie in a folder of open data that someone has at hand? Nothing of it is copied into the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dekkend.register.gateways.collecting import Collector
from dekkend.register.gateways.opening import in_folder
from dekkend.register.rules.assembling import assembled
from dekkend.register.words.changes import NotUsable
from dekkend.register.words.collected import Collected

DATA, SEEDS = Path("data"), Path("seeds")


class NotOpenData(Exception):
    """The folder does not hold what is expected; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class OpenData:
    """What was found: lists for the register, and profiles to read (perhaps none). `left_out` is how many rows cannot be used."""

    collected: Collected
    left_out: int
    documents: tuple[Path, ...]


def read_open_data(folder: Path, region: str) -> OpenData:
    """The lists in `data`, which must hold schools of this partnership (PO2815), and the texts in `seeds`. Raises NotOpenData."""
    collector = Collector()
    try:
        for file in in_folder(folder / DATA):
            collector.take(file)
    except NotUsable as problem:
        raise NotOpenData(f"In {folder} staat geen bruikbare map {DATA} met lijsten van scholen. Er is niets geladen.") from problem
    if not collector.collected.lists:
        raise NotOpenData(f"In {folder / DATA} staat geen lijst van scholen. Er is niets geladen.")
    bundle = assembled(collector.collected, as_of=date.max, known_regions={}, known_municipalities=())
    if not any(site.region == region for snapshot in bundle.snapshots for site in snapshot.listed.values()):
        raise NotOpenData(f"In {folder / DATA} staan geen scholen van {region}. Noem een ander samenwerkingsverband met --region.")
    return OpenData(collector.collected, collector.collected.refused.total, tuple(sorted((folder / SEEDS).glob("*.txt"))))
