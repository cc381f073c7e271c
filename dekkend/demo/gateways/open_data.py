"""Which real schools and profiles lie in a folder of open data that someone has at hand? Nothing of it is copied into the project."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dekkend.organisations.rules import brin6_problem, postcode_problem
from dekkend.organisations.words import Kind

COLUMNS = frozenset("brin6 naam soort straat huisnummer huisletter toevoeging postcode plaats website swv_po_2015".split())  # noqa: SIM905
KINDS = {
    "BAO": Kind.REGULAR,
    "SBO": Kind.SPECIAL_PRIMARY,
    "SO": Kind.SPECIAL,
    "SO/VSO": Kind.SPECIAL,
    "VSO": Kind.SPECIAL,
}
SCHOOLS, SEEDS = Path("data", "schools"), Path("seeds")


class NotOpenData(Exception):
    """The folder does not hold what is expected; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class RealSite:
    """A school site as the register has it. The register does not say which board it belongs to."""

    brin6: str
    name: str
    kind: Kind
    street: str
    house_number: str
    postcode: str
    place: str
    website: str


@dataclass(frozen=True, slots=True)
class OpenData:
    """What was found. `left_out` are codes of rows that cannot be used; `documents` are profiles to read, perhaps none."""

    sites: tuple[RealSite, ...]
    left_out: tuple[str, ...]
    documents: tuple[Path, ...]


def read_open_data(folder: Path, region: str) -> OpenData:
    """The sites of this partnership (PO2815) from `data/schools/*.csv`, and the texts in `seeds`. Raises NotOpenData."""
    sites: dict[str, RealSite] = {}
    left_out: set[str] = set()
    for row in _rows_of(folder, region):
        site = _site(row)
        if site is None:
            left_out.add(row["brin6"])
        else:
            sites.setdefault(site.brin6, site)
    if not sites:
        raise NotOpenData(f"There are no schools of {region} in {folder / SCHOOLS}. Name another partnership with --region.")
    return OpenData(tuple(sites.values()), tuple(sorted(left_out - set(sites))), tuple(sorted((folder / SEEDS).glob("*.txt"))))


def _rows_of(folder: Path, region: str) -> Iterator[dict[str, str]]:
    files = sorted((folder / SCHOOLS).glob("*.csv"))
    if not files:
        raise NotOpenData(f"{folder} holds no list of schools: {SCHOOLS}/*.csv is expected in it. Nothing was loaded.")
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := COLUMNS - set(reader.fieldnames or ()):
                raise NotOpenData(
                    f"{path.name} is not a list of schools: it has no column {', '.join(sorted(missing))}. Nothing was loaded."
                )
            yield from (row for row in reader if row["swv_po_2015"] == region)


def _site(row: dict[str, str]) -> RealSite | None:
    """The row as a site; None when its code, postcode or kind is not one, or when its name or address is missing."""
    value = {name: (row[name] or "").strip() for name in COLUMNS}
    postcode = value["postcode"].upper()
    needed = (value["naam"], value["straat"], value["huisnummer"], value["plaats"])
    if brin6_problem(value["brin6"]) or postcode_problem(postcode) or value["soort"] not in KINDS or not all(needed):
        return None
    return RealSite(
        brin6=value["brin6"],
        name=value["naam"][:200],
        kind=KINDS[value["soort"]],
        street=value["straat"][:200],
        house_number=f"{value['huisnummer']}{value['huisletter']}{value['toevoeging'] and '-' + value['toevoeging']}"[:20],
        postcode=postcode,
        place=value["plaats"][:100],
        website=value["website"].removeprefix("https://").removeprefix("http://").rstrip("/")[:200],
    )
