"""Which role gets which answer from the screens about coverage? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from dekkend.organisations.words import Role
from tests.architecture.answers import CHOOSER, REGION, Table, only_post, posted

VIEWER = REGION | {Role.BOARD: 200}
NO_PLACE = {who: 404 if status == 200 else status for who, status in VIEWER.items()}  # the world of this test has no register
OF_REGION = REGION | {Role.BOARD: 404, "elsewhere": 404}  # made for the region: a board asks for its own
SENT = posted(REGION, 302)

COVERAGE: Table = {
    "coverage:board": ({}, VIEWER),
    "coverage:kinds": ({}, VIEWER),
    "coverage:kind": ({"code": "offer"}, VIEWER),
    "coverage:spots": ({}, VIEWER),
    "coverage:place": ({"postcode": "postcode"}, NO_PLACE, posted(VIEWER, 405)),
    "coverage:fragile": ({}, VIEWER),
    "coverage:trend": ({}, VIEWER),
    "coverage:norms": ({}, VIEWER),
    "coverage:amounts": ({}, VIEWER),
    "coverage:map": ({}, VIEWER),
    "coverage:workbook": ({}, VIEWER),
    "coverage:report": ({}, VIEWER, posted(VIEWER, 422)),
    "coverage:report_progress": ({"asked_id": "asked_report"}, OF_REGION, posted(VIEWER, 405)),
    "coverage:report_file": ({"asked_id": "asked_report", "suffix": "coverage_suffix"}, OF_REGION, posted(VIEWER, 405)),
    "coverage:settings": ({}, REGION, posted(REGION, 422)),
    "coverage:undo_settings": ({}, only_post(REGION), SENT),
    "coverage:save_view": ({}, REGION, posted(REGION, 422)),
    "coverage:remove_view": ({}, only_post(REGION), SENT),
    "coverage:restore_view": ({}, only_post(REGION), SENT),
    "coverage:rates": ({}, CHOOSER, posted(CHOOSER, 422)),
    "coverage:undo_rate": ({}, only_post(CHOOSER), posted(CHOOSER, 302)),
    "coverage:add_norm": ({}, only_post(REGION), SENT),
    "coverage:withdraw_norm": ({"norm_id": "no_mail"}, only_post(REGION), posted(REGION, 404)),
    "coverage:bring_norm_back": ({"norm_id": "no_mail"}, only_post(REGION), posted(REGION, 404)),
}
