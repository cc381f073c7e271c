"""Which role gets which answer from the addresses of adopting? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from dekkend.organisations.words import Role
from tests.architecture.answers import DRAFT, EVERYONE, NO_POST, SIGNED_IN, Table, only_post, posted

NOBODY_IN = dict.fromkeys(EVERYONE, 403) | {"visitor": 302}
FOR_BOARD = NOBODY_IN | {Role.BOARD: 200}
FOR_COUNCIL = NOBODY_IN | {Role.COUNCIL: 200}
FOR_REGION = NOBODY_IN | dict.fromkeys((Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR), 200)
DECIDES = NOBODY_IN | dict.fromkeys((Role.DIRECTOR, Role.COORDINATOR, Role.BOARD), 200)

# The draft of 2024-2025 waits for its answers to be confirmed: a step leads back to the page that says why not.
ADOPTION: Table = {
    "adoption:overview": ({}, SIGNED_IN),
    "adoption:terms": ({}, FOR_REGION, posted(FOR_REGION, 422)),
    "adoption:stand_ins": ({}, FOR_BOARD, posted(FOR_BOARD, 422)),
    "adoption:end_stand_in": ({"stand_in_id": "membership"}, only_post(FOR_BOARD), posted(FOR_BOARD, 404)),
    "adoption:case": ({**DRAFT}, SIGNED_IN | {"elsewhere": 404}, posted(SIGNED_IN, 405)),
    "adoption:step": ({**DRAFT, "kind": "step"}, posted(DECIDES, 302) | {"elsewhere": 404}, posted(DECIDES, 422) | {"elsewhere": 404}),
    "adoption:advise": ({**DRAFT}, posted(FOR_COUNCIL, 302), posted(FOR_COUNCIL, 302)),
    "adoption:react": ({**DRAFT}, posted(FOR_BOARD, 302) | {"elsewhere": 404}, posted(FOR_BOARD, 302) | {"elsewhere": 404}),
    "adoption:details": ({**DRAFT}, DECIDES, posted(DECIDES, 422)),
    "adoption:attachment": ({**DRAFT, "attachment_id": "membership"}, posted(SIGNED_IN, 404), posted(SIGNED_IN, 405)),
    "adoption:record": ({**DRAFT}, dict.fromkeys(EVERYONE, 404), NO_POST),  # nothing of that year is public
}
