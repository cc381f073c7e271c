"""What of a school, its board and its offers goes into the shape of HSDS 3 (Open Referral)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
DESCRIPTION = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
BOARD, REGION = "bevoegd-gezag", "samenwerkingsverband"
SUPPORT, KIND = "ondersteuningsvormen", "soort-onderwijs"


@dataclass(frozen=True, slots=True)
class Given:
    """One offer at one site that can be given now or was paused or planned: a service at a location.

    `service` and `key` are identifiers (UUID); `code` is that of the catalogue, "" for own words of the school. `state` is one of HSDS.
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


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is offered in this installation, and which services each of them is one of."""

    given: tuple[Given, ...]
    services: dict[str, tuple[Given, ...]]
    sites: dict[int, tuple[Given, ...]]
