"""Which answer does each role get to a kind of screen? The words in which the table of routes is written."""

from __future__ import annotations

from dekkend.organisations.words import Role

# Route: (arguments by name, who gets which answer to GET, and to POST with nothing filled in).
Table = dict[str, tuple[dict[str, str], dict] | tuple[dict[str, str], dict, dict]]

EVERYONE = dict.fromkeys(Role, 200) | {"visitor": 200, "elsewhere": 200}
SIGNED_IN = EVERYONE | {"visitor": 302}
ADMINISTRATOR = dict.fromkeys(EVERYONE, 403) | {"visitor": 302, Role.ADMINISTRATOR: 200}
NOT_FOUND = dict.fromkeys(EVERYONE, 404)
DOOR = dict.fromkeys(EVERYONE, 302) | {"visitor": 200}  # whoever is in already goes on
EDITOR = SIGNED_IN | {Role.TEACHER: 403, Role.COUNCIL: 403}
# The document was handed in by the adviser for the region and is not matched to a site yet.
DOCUMENT = EDITOR | {Role.COORDINATOR: 404, Role.DIRECTOR: 404, Role.BOARD: 404, "elsewhere": 404}
OVERSEER = SIGNED_IN | dict.fromkeys((Role.COORDINATOR, Role.TEACHER, Role.COUNCIL), 403)
GIVER = OVERSEER | {Role.ADVISER: 403, "elsewhere": 403}  # the one elsewhere is an adviser too
VERSION = {"brin6": "brin6", "school_year": "public_year", "number": "number"}
REDACTOR = dict.fromkeys(EVERYONE, 403) | {"visitor": 302, Role.DIRECTOR: 200, Role.BOARD: 200}
SITE = EVERYONE | {"visitor": 404, "elsewhere": 404}
OWN = dict.fromkeys(EVERYONE, 404) | {"visitor": 302, Role.ADMINISTRATOR: 200}  # what is about the administrator

SCHOOL = dict.fromkeys(EVERYONE, 403) | {"visitor": 302, Role.COORDINATOR: 200, Role.DIRECTOR: 200}  # says how its own offer stands
REGION = SCHOOL | dict.fromkeys((Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR, "elsewhere"), 200)
REGION |= dict.fromkeys((Role.COORDINATOR, Role.DIRECTOR), 403)
CHOOSER = REGION | dict.fromkeys((Role.ADVISER, "elsewhere"), 403)


def only_post(expected: dict) -> dict:
    """Asked with GET: those who get in are told that the address takes POST only; the others get their usual answer."""
    return {who: 405 if status == 200 else status for who, status in expected.items()}


def posted(expected: dict, answer: int) -> dict:
    """Sent with POST and nothing filled in: those who get in get this answer, the others their usual one."""
    return {who: answer if status == 200 else status for who, status in expected.items()}


NO_POST = dict.fromkeys(EVERYONE, 405)
WRITER = EDITOR | {"elsewhere": 404}
DRAFT = {"brin6": "brin6", "school_year": "draft_year"}
