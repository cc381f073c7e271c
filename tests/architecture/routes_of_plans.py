"""Which role gets which answer from the screens about the best plan? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import REGION, Table, only_post, posted

NOT_ELSEWHERE = REGION | {"elsewhere": 404}
ONE = {"plan_id": "plan"}
SENT = posted(NOT_ELSEWHERE, 302)

PLANS: Table = {
    "planning:plans": ({}, REGION),
    "planning:ask": ({}, REGION, posted(REGION, 422)),
    "planning:plan": (ONE, NOT_ELSEWHERE, posted(REGION, 405)),
    "planning:plan_map": (ONE, NOT_ELSEWHERE, posted(REGION, 405)),
    "planning:again": (ONE, only_post(REGION), SENT),  # refused with a sentence: the world of this test has no register
    "planning:remove_plan": (ONE, only_post(REGION), NOT_ELSEWHERE),
    "planning:restore_plan": (ONE, only_post(REGION), SENT),
    "planning:scenario_of_plan": (ONE, only_post(REGION), SENT),
    "planning:plan_file": (ONE | {"suffix": "plan_suffix"}, NOT_ELSEWHERE, posted(REGION, 405)),
}
