"""Which role gets which answer from the documents of schools and of a region? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import EVERYONE, NO_POST, REGION, VERSION, Table, posted

FILE = {"document": "document_code", "suffix": "suffix"}
OF_REGION = REGION | {"elsewhere": 404}

PUBLISHING: Table = {
    "publishing:document": ({"brin6": "brin6", "school_year": "public_year", **FILE}, EVERYONE, NO_POST),
    "publishing:version_document": ({**VERSION, **FILE}, EVERYONE, NO_POST),
    "publishing:guide": ({"brin6": "brin6", "school_year": "public_year"}, EVERYONE),
    "publishing:guide_of_many": ({"code": "board_number", "school_year": "public_year", "suffix": "suffix"}, EVERYONE),
    "publishing:preview": ({"brin6": "brin6"}, EVERYONE, NO_POST),
    "publishing:sitemap": ({}, EVERYONE),
    "publishing:publications": ({}, REGION, posted(REGION, 302)),
    "publishing:support_point": ({}, REGION, posted(REGION, 422)),
    "publishing:bundle": ({"bundle_id": "bundle"}, OF_REGION, posted(REGION, 405)),
    "publishing:bundle_file": ({"bundle_id": "bundle"}, OF_REGION, posted(REGION, 405)),
}
