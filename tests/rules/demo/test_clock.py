"""Which day is it in the demo, just before, in and just after the story?"""

from datetime import date, timedelta

import pytest

from dekkend.demo.rules.clock import FIRST, LAST, STORY_DAY, day_in_demo

IN_STORY = date(2026, 11, 21)
ONE = timedelta(days=1)


@pytest.mark.parametrize("chosen", [FIRST, date(2025, 8, 1), LAST])
def test_a_chosen_day_of_the_story_holds(chosen):
    assert day_in_demo(chosen.isoformat(), real=IN_STORY) == chosen


@pytest.mark.parametrize("chosen", ["", "gisteren", (FIRST - ONE).isoformat(), (LAST + ONE).isoformat(), "2026-02-30"])
def test_anything_else_leaves_the_real_day(chosen):
    assert day_in_demo(chosen, real=IN_STORY) == IN_STORY


@pytest.mark.parametrize(("real", "expected"), [(FIRST - ONE, STORY_DAY), (FIRST, FIRST), (LAST, LAST), (LAST + ONE, STORY_DAY)])
def test_after_the_story_it_is_the_day_on_which_most_is_going_on(real, expected):
    assert day_in_demo("", real=real) == expected
