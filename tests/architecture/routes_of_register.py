"""Which role gets which answer from the addresses of the register? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from dekkend.organisations.words import Role
from tests.architecture.answers import REGION, Table, only_post, posted

NOT_ELSEWHERE = {"elsewhere": 404}
KEEPER = REGION | {Role.PARTNERSHIP_DIRECTOR: 403}

REGISTER: Table = {
    "register:overview": ({}, REGION, posted(KEEPER, 422)),
    "register:read_folder": ({}, only_post(KEEPER), posted(KEEPER, 302)),
    "register:import": ({"import_id": "register_import"}, REGION | NOT_ELSEWHERE, posted(REGION, 405)),
    "register:files": ({"import_id": "register_import"}, REGION | NOT_ELSEWHERE, posted(REGION, 405)),
    "register:refused": ({"import_id": "register_import"}, REGION | NOT_ELSEWHERE, posted(REGION, 405)),
    "register:decide": ({"import_id": "register_import"}, only_post(KEEPER), posted(KEEPER, 302) | NOT_ELSEWHERE),
    "register:sites": ({}, REGION),
    "register:site": ({"register_code": "register_code"}, REGION | NOT_ELSEWHERE, posted(REGION, 405)),
}
