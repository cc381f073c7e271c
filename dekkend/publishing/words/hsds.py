"""What of a school, its board and its offers goes into the shape of HSDS 3 (Open Referral)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
DESCRIPTION = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
BOARD, REGION = "bevoegd-gezag", "samenwerkingsverband"
SUPPORT, KIND = "ondersteuningsvormen", "soort-onderwijs"
HOURS, PLACES = "uur per week", "plaats"  # the units in which a capacity is told


@dataclass(frozen=True, slots=True)
class Given:
    """One offer at one site that can be given now or was paused or planned: a service at a location.

    `service` and `key` are identifiers (UUID); `code` is that of the catalogue, "" for own words of the school. `state` is one of HSDS.
    `amounts` are what is known of how much there is, by unit.
    """

    key: str
    service: str
    site_id: int
    board_id: int
    code: str
    label: str
    state: str
    told: str
    confirmed_on: date | None
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is offered in this installation, and which services each of them is one of."""

    given: tuple[Given, ...]
    services: dict[str, tuple[Given, ...]]
    sites: dict[int, tuple[Given, ...]]
