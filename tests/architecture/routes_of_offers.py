"""Which role gets which answer from the addresses of offers? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from dekkend.organisations.words import Role
from tests.architecture.answers import CHOOSER, NOT_FOUND, REGION, SCHOOL, SIGNED_IN, Table, only_post, posted

OFFERS: Table = {
    "offers:overview": (
        {},
        {who: 302 if status == 403 else status for who, status in REGION.items()},
        posted(SIGNED_IN, 405),
    ),  # one school: straight to it
    "offers:kinds": ({}, REGION),
    "offers:words": ({}, REGION, posted(REGION, 302) | dict.fromkeys((Role.COORDINATOR, Role.DIRECTOR), 403)),
    "offers:norm": ({}, REGION),
    "offers:choices": ({}, CHOOSER, posted(CHOOSER, 422)),
    "offers:answer": ({"token": "draft_year"}, NOT_FOUND),  # opened by a signed link that was mailed, whoever opens it
    "offers:site": ({"brin6": "brin6"}, SIGNED_IN | {"elsewhere": 404}, posted(SIGNED_IN, 405)),
    "offers:say": ({"brin6": "brin6", "offer_key": "offer"}, SCHOOL, posted(SCHOOL, 422)),
    "offers:confirm": ({"brin6": "brin6", "offer_key": "offer"}, only_post(SCHOOL), posted(SCHOOL, 302)),
    "offers:pause": ({"brin6": "brin6", "offer_key": "offer"}, only_post(SCHOOL), posted(SCHOOL, 302)),
    "offers:undo": ({"brin6": "brin6", "offer_key": "offer"}, only_post(SCHOOL), posted(SCHOOL, 302)),
}
