"""With which rules are offers projected in this installation, and which norms are there?"""

from __future__ import annotations

import functools
import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dekkend.offers.rules.claims import FORM
from dekkend.offers.words import Norm, NormItem
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.hours import hours_in_force

NORMS = Path(__file__).parent / "data" / "norms"


@functools.lru_cache(maxsize=1)
def made_with() -> str:
    """What a projection depends on beside the profile itself: our own rules, the catalogue and the sizes of a day. SHA-256 in hex."""
    return hashlib.sha256(f"{FORM} {load_catalogue()!r} {hours_in_force()!r}".encode()).hexdigest()


@functools.lru_cache(maxsize=1)
def load_norms() -> tuple[Norm, ...]:
    """Every version of every norm, by name and then by first day. A malformed file raises at once."""
    known = {item.code for item in load_catalogue().items}
    norms = tuple(_norm(yaml.safe_load(path.read_text("utf-8")), known) for path in sorted(NORMS.glob("*.yaml")))
    return tuple(sorted(norms, key=lambda norm: (norm.name, norm.valid_from)))


def _norm(raw: dict[str, Any], known: set[str]) -> Norm:
    items = tuple(NormItem(row["label"], tuple(row["one_of"]), int(row.get("level", 1)), row.get("why", "")) for row in raw["items"])
    if unknown := {code for item in items for code in item.one_of} - known:
        raise ValueError(f"a norm asks for what is not in the catalogue: {sorted(unknown)}")
    if not isinstance(raw["valid_from"], date):
        raise TypeError("valid_from must be a day")
    return Norm(raw["name"], raw["version"], raw["title"], raw["source"], raw["valid_from"], items)
