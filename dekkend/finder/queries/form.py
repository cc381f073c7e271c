"""What does the form show with which someone asks, and what was filled in?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dekkend.finder.queries.first import said_first
from dekkend.finder.words.asking import LONGEST_NEED, REACHES, Asked
from dekkend.profiles.gateways.catalogue import load_catalogue


def asking_context(
    asked: Asked, *, fault: str = "", place_fault: str = "", chosen: Sequence[tuple[str, ...]] | None = None
) -> dict[str, Any]:
    """The form with what was filled in."""
    picked = {code for group in (asked.chosen if chosen is None else chosen) for code in group}
    return {
        "asked": asked,
        "first": said_first(asked),
        "fault": fault,
        "place_fault": place_fault,
        "reaches": [(str(reach), reach == asked.reach) for reach in REACHES],
        "any_reach": asked.reach is None,
        "domains": domains(picked),
        "longest": LONGEST_NEED,
    }


def domains(picked: set[str]) -> list[dict[str, Any]]:
    """The whole catalogue by domain, with what is picked."""
    catalogue = load_catalogue()
    return [
        {
            "label": domain.label,
            "items": [(item, item.code in picked) for item in catalogue.items if item.domain == domain.code],
            "open": any(item.code in picked for item in catalogue.items if item.domain == domain.code),
        }
        for domain in catalogue.domains
    ]
