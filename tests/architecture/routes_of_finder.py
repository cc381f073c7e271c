"""Which role gets which answer from the addresses of the finder? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import EVERYONE, NOT_FOUND, REGION, Table, only_post, posted

QUESTION = {"slot": "language"}  # a number that only the own browser can do something with

FINDER: Table = {
    "finder:ask": ({}, EVERYONE, posted(EVERYONE, 422)),
    "finder:results": (QUESTION, NOT_FOUND, posted(EVERYONE, 405)),
    "finder:meaning": (QUESTION, NOT_FOUND, posted(EVERYONE, 405)),
    "finder:compare": ({}, EVERYONE),
    "finder:forget": ({}, only_post(EVERYONE), posted(EVERYONE, 302)),
    "finder:words": ({}, REGION, posted(REGION, 302)),
    "finder:word_list": ({}, REGION),
}
