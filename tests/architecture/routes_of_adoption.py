"""Which role gets which answer from the addresses of adopting? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from dekkend.organisations.words import Role

EVERYONE = dict.fromkeys(Role, 200) | {"visitor": 200, "elsewhere": 200}
SIGNED_IN = EVERYONE | {"visitor": 302}
NO_POST = dict.fromkeys(EVERYONE, 405)
DRAFT = {"brin6": "brin6", "school_year": "draft_year"}
NOBODY_IN = dict.fromkeys(EVERYONE, 403) | {"visitor": 302}
FOR_BOARD = NOBODY_IN | {Role.BOARD: 200}
FOR_COUNCIL = NOBODY_IN | {Role.COUNCIL: 200}
FOR_REGION = NOBODY_IN | dict.fromkeys((Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR), 200)
DECIDES = NOBODY_IN | dict.fromkeys((Role.DIRECTOR, Role.COORDINATOR, Role.BOARD), 200)


def only_post(expected: dict) -> dict:
    """Asked with GET: those who get in are told that the address takes POST only; the others get their usual answer."""
    return {who: 405 if status == 200 else status for who, status in expected.items()}


def posted(expected: dict, answer: int) -> dict:
    """Sent with POST and nothing filled in: those who get in get this answer, the others their usual one."""
    return {who: answer if status == 200 else status for who, status in expected.items()}


# The draft of 2024-2025 waits for its answers to be confirmed: a step leads back to the page that says why not.
ADOPTION = {
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
