"""Which role gets which answer from the addresses of questions between schools? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import SCHOOL, Table, only_post, posted

CARD, CONCEPT = {"card_id": "card"}, {"card_id": "concept"}
# Only coordinators and directors of a school; a board, a region and an administrator never.
NEEDCARDS: Table = {
    "needcards:received": ({}, SCHOOL),
    "needcards:sent": ({}, SCHOOL),
    "needcards:new": ({}, SCHOOL, posted(SCHOOL, 422)),
    "needcards:reply": ({"inquiry_id": "inquiry"}, SCHOOL, posted(SCHOOL, 422)),
    "needcards:card": (CARD, SCHOOL),
    "needcards:write": (CONCEPT, SCHOOL, posted(SCHOOL, 422)),
    "needcards:schools": (CONCEPT, SCHOOL, posted(SCHOOL, 302)),
    "needcards:look_over": (CONCEPT, SCHOOL, posted(SCHOOL, 422)),  # no school is chosen yet
    "needcards:discard": (CONCEPT, only_post(SCHOOL), posted(SCHOOL, 302)),
    "needcards:answer": ({**CARD, "inquiry_id": "asked_back"}, SCHOOL, posted(SCHOOL, 422)),
    "needcards:close": (CARD, SCHOOL, posted(SCHOOL, 422)),
    "needcards:withdraw": (CARD, only_post(SCHOOL), posted(SCHOOL, 302)),
    "needcards:reopen": (CARD, only_post(SCHOOL), posted(SCHOOL, 302)),
}
