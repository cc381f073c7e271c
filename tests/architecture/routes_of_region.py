"""Which role gets which answer from the form and the round of a region? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import DRAFT, EDITOR, REGION, WRITER, Table, only_post, posted

OF_SITE = REGION | {"elsewhere": 404}
SECTION = {"school_year": "draft_year", "section": "part"}

REGIONS: Table = {
    "adoption:campaign": ({}, REGION),
    "adoption:set_round": ({}, REGION, posted(REGION, 422)),
    "adoption:remind": ({}, posted(REGION, 302), posted(REGION, 302)),  # no school was chosen
    "profiles:fixed_texts": ({}, REGION),
    "profiles:fixed_text": ({**SECTION}, REGION, posted(REGION, 422)),
    "profiles:region_form": ({"school_year": "this_year", "kind": "all_kinds"}, REGION, posted(REGION, 302)),
    "profiles:own_wordings": ({}, REGION),
    "profiles:judge_wording": ({"wording_id": "wording"}, OF_SITE, posted(OF_SITE, 422)),
    "profiles:own_wording": ({**DRAFT, "section": "part"}, WRITER, posted(WRITER, 422)),
    "profiles:questions": ({}, EDITOR),
    "profiles:question": ({"question_id": "question"}, WRITER, posted(WRITER, 422)),
    "profiles:close_question": ({"question_id": "question"}, only_post(REGION), posted(OF_SITE, 302)),
    "profiles:ask": ({**DRAFT}, OF_SITE, posted(OF_SITE, 422)),
}
