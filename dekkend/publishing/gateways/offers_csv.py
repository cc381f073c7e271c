"""How is the offer of many schools written as one table, for a Dutch spreadsheet?

Semicolons, a comma in numbers, UTF-8 with its mark; a text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.ui.tables import cell

SITE = ("vestigingscode", "naam", "soort", "postcode", "plaats", "bestuur", "schooljaar")
OFFER = (
    "sleutel",
    "ondersteuningsvorm",
    "omschrijving",
    "aanwezig",
    "niveau",
    "toelichting",
    "uren_per_week",
    "uren_regel",
    "status",
    "vanaf_datum",
    "tot_en_met_datum",
    "melding",
    "bevestigings_datum",
)


def as_csv(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """One line per offer, with its school; the names of columns are those of the API."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_named(name) for name in (*SITE, *OFFER)])
    writer.writerows([_cell(row[name]) for name in (*SITE, *OFFER)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _named(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.title() for part in others)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return cell(str(value))
