"""How much of a service is there, where schools said so, as `service_capacity` of HSDS?

The object is of HSDS 3.1 (`capacities` of a service); a program that knows 3.0 passes over it. It must say when it was last so: an amount
that nobody stood for on a known day is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from dekkend.offers.rules.places import places_in
from dekkend.offers.words import SiteOffer
from dekkend.publishing.rules.hsds_keys import identifier
from dekkend.publishing.words.hsds import HOURS, PLACES, Given

UNITS = (HOURS, PLACES)


def amounts_of(offer: SiteOffer) -> Mapping[str, Decimal]:
    """By unit, of one offer: hours a week, and places that it names in its own words."""
    places = places_in(f"{offer.claim.label}. {offer.claim.note}")
    found = {HOURS: offer.hours_per_week, PLACES: None if places is None else Decimal(places)}
    return {unit: amount for unit, amount in found.items() if amount is not None}


def capacities(given: Sequence[Given]) -> list[dict[str, Any]]:
    """`given` are all sites of one board with this kind of support. What cannot be given today counts as not available."""
    return list(_capacities(given))


def _capacities(given: Sequence[Given]) -> Iterator[dict[str, Any]]:
    for unit in UNITS:
        said = [(each, day, each.amounts[unit]) for each in given if unit in each.amounts and (day := each.confirmed_on)]
        if not said:
            continue
        yield {
            "id": identifier("service_capacity", given[0].service, unit),
            "unit": {"id": identifier("unit", unit), "name": unit},
            "available": float(sum(amount for each, _, amount in said if each.state == "active")),
            "maximum": float(sum(amount for _, _, amount in said)),
            "description": f"Volgens {len(said)} van de {len(given)} locaties die dit hebben.",
            "updated": f"{max(day for _, day, _ in said).isoformat()}T00:00:00.000Z",
        }
