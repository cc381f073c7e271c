"""Which role gets which answer from the screens about scenarios? A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import REGION, Table, only_post, posted

NOT_ELSEWHERE = REGION | {"elsewhere": 404}
ONE = {"scenario_id": "scenario"}
SENT = posted(NOT_ELSEWHERE, 302)

SCENARIOS: Table = {
    "planning:scenarios": ({}, REGION),
    "planning:make_scenario": ({}, REGION, posted(REGION, 422)),
    "planning:what_if": ({}, only_post(REGION), posted(REGION, 404)),  # about a school that is not there
    "planning:choose_scenarios": ({}, posted(REGION, 302), posted(REGION, 405)),
    "planning:compare": ({"keys": "scenario"}, NOT_ELSEWHERE, posted(REGION, 405)),
    "planning:compare_file": ({"keys": "scenario", "suffix": "scenario_suffix"}, NOT_ELSEWHERE, posted(REGION, 405)),
    "planning:scenario": (ONE, NOT_ELSEWHERE, posted(REGION, 405)),
    "planning:describe_scenario": (ONE, NOT_ELSEWHERE, posted(REGION, 422) | {"elsewhere": 404}),
    "planning:copy_scenario": (ONE, only_post(REGION), SENT),
    "planning:remove_scenario": (ONE, only_post(REGION), NOT_ELSEWHERE),
    "planning:bring_scenario_back": (ONE, only_post(REGION), posted(REGION, 404)),  # it was not removed
    "planning:scenario_places": (ONE, NOT_ELSEWHERE, posted(REGION, 405)),
    "planning:add_change": (ONE | {"way": "scenario_way"}, NOT_ELSEWHERE, posted(REGION, 422) | {"elsewhere": 404}),
    "planning:take_change_out": (ONE, only_post(REGION), SENT),
    "planning:put_change_back": (ONE, only_post(REGION), SENT),
}
