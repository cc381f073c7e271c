"""What does a whole region offer today, made once and kept in this process until something in it changes?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from dekkend.organisations.models import Partnership
from dekkend.publishing.api.telling import told_offer
from dekkend.publishing.gateways.offers_csv import as_csv
from dekkend.publishing.queries.open_data import SiteCard, cards_of, freshness, offers_of_region
from dekkend.publishing.words.open_data import KINDS

Kept = tuple[int, date, tuple[object, ...], tuple[SiteCard, ...]]


def state_of(region: Partnership, today: date) -> Kept:
    """All that the answer depends on: with another state it is made anew. Three short queries."""
    return region.pk, today, freshness(today=today), cards_of(region.pk, today=today)


@lru_cache(maxsize=4)
def rows_of(state: Kept) -> tuple[dict[str, Any], ...]:
    """Each site with its offers, by name; not to be changed by who gets them."""
    key, today, _fresh, cards = state
    by_site = {site.pk: offers for site, offers in offers_of_region(Partnership.objects.get(pk=key), today=today)}
    return tuple(
        {
            "vestigingscode": card.brin6,
            "naam": card.name,
            "schooljaar": by_site[card.key][0].school_year,
            "ondersteuningsaanbod": [told_offer(offer, today) for offer in by_site[card.key]],
        }
        for card in cards
        if by_site.get(card.key)
    )


@lru_cache(maxsize=4)
def file_of(state: Kept) -> bytes:
    """The whole offer as one CSV."""
    return as_csv(lines(state))


def lines(state: Kept) -> Iterator[dict[str, Any]]:
    cards = {card.brin6: card for card in state[3]}
    for row in rows_of(state):
        card = cards[row["vestigingscode"]]
        known = {"soort": KINDS[card.kind], "postcode": card.postcode, "plaats": card.place, "bestuur": card.board}
        yield from (offer | row | known for offer in row["ondersteuningsaanbod"])


def forget() -> None:
    """Keep nothing any more: for a test with a database of its own."""
    rows_of.cache_clear()
    file_of.cache_clear()
