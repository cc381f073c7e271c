"""Which role gets which answer from the addresses of signals? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from dekkend.organisations.words import Role
from tests.architecture.answers import EVERYONE, REGION, SCHOOL, Table, only_post, posted

INBOX = SCHOOL | {Role.BOARD: 200} | dict.fromkeys((Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR, "elsewhere"), 302)
REPORT = SCHOOL | {Role.BOARD: 404}  # a board reads along only when the school was silent
LISTENERS = REGION | {Role.BOARD: 200}
BOARD = dict.fromkeys(EVERYONE, 403) | {"visitor": 302, Role.BOARD: 200}
OF_REGION = REGION | {"elsewhere": 404}

SIGNALS: Table = {
    "signals:report": ({"brin6": "brin6", "school_year": "public_year"}, EVERYONE, posted(EVERYONE, 422)),
    "signals:status": (
        {"token": "report_token"},
        EVERYONE,
        posted(EVERYONE, 302),
    ),  # opened by a link that its sender got, whoever opens it
    "signals:inbox": ({}, INBOX, {who: 405 if status in (200, 302) and who != "visitor" else status for who, status in INBOX.items()}),
    "signals:one": ({"signal_id": "report"}, REPORT, posted(REPORT, 422)),
    "signals:set_aside": ({"signal_id": "report"}, only_post(REPORT | {Role.BOARD: 200}), posted(REPORT, 302)),
    "signals:undo": ({"signal_id": "report"}, only_post(REPORT | {Role.BOARD: 200}), posted(REPORT, 302)),
    "signals:region": ({}, LISTENERS),
    "signals:write_note": ({}, REGION, posted(REGION, 422)),
    "signals:cluster": ({"support_code": "offer"}, LISTENERS, posted(LISTENERS, 403) | {Role.BOARD: 422}),
    "signals:others": ({}, LISTENERS),
    "signals:turn_note": ({"note_id": "note"}, only_post(REGION), posted(OF_REGION, 302)),
    "signals:undo_answer": ({"answer_id": "cluster_answer"}, only_post(BOARD), posted(BOARD, 302)),
}
PERSONAL = {"signals:one", "signals:set_aside", "signals:undo"}
