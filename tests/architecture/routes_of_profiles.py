"""Which role gets which answer from the addresses of writing and showing an offer? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import (
    DRAFT,
    EDITOR,
    EVERYONE,
    NO_POST,
    REDACTOR,
    SIGNED_IN,
    SITE,
    VERSION,
    WRITER,
    Table,
    only_post,
    posted,
)

PROFILES: Table = {
    "profiles:drafts": ({}, SIGNED_IN),
    "profiles:offers": ({}, EDITOR),
    "profiles:offer": ({"brin6": "brin6"}, WRITER, only_post(EDITOR)),
    "profiles:begin": ({**DRAFT}, only_post(EDITOR), posted(EDITOR, 404)),  # that year is long past
    "profiles:edit": ({**DRAFT}, WRITER, only_post(EDITOR)),
    "profiles:edit_part": ({**DRAFT, "part": "part"}, WRITER, posted(WRITER, 302)),
    "profiles:save_field": ({**DRAFT}, only_post(EDITOR), posted(EDITOR, 404)),
    "profiles:here": ({**DRAFT}, WRITER, only_post(EDITOR)),
    "profiles:picture": ({**DRAFT, "block": "figure"}, posted(WRITER, 404), posted(WRITER, 302)),  # there is none yet
    "profiles:moments": ({**DRAFT}, WRITER, posted(WRITER, 404)),
    "profiles:sheet": ({**DRAFT}, WRITER, only_post(EDITOR)),
    "profiles:import": ({}, EDITOR, posted(EDITOR, 422)),
    "profiles:school": ({"brin6": "brin6"}, EVERYONE),
    "profiles:school_year": ({"brin6": "brin6", "school_year": "draft_year"}, SITE, NO_POST),
    "profiles:profile_data": ({"brin6": "brin6", "school_year": "draft_year"}, SITE, NO_POST),
    "profiles:changes": ({"brin6": "brin6"}, EVERYONE, NO_POST),
    "profiles:version": ({**VERSION}, EVERYONE, NO_POST),
    "profiles:version_data": ({**VERSION}, EVERYONE, NO_POST),
    "profiles:cited": ({"fingerprint": "fingerprint"}, dict.fromkeys(EVERYONE, 302), NO_POST),
    "profiles:leave_out": ({**VERSION}, REDACTOR, posted(REDACTOR, 422)),
    "profiles:show_again": ({**VERSION, "redaction_id": "session"}, only_post(REDACTOR), posted(REDACTOR, 404)),
}
