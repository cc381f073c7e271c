"""Are days counted, answers judged and schools ordered as the screens say?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.finder.words.results import DETOUR
from dekkend.needcards.rules.candidates import best_of, found_by, in_order, metres
from dekkend.needcards.rules.days import final_on, lapses_on, reminder, usual_day, wiped_on, wrong_day
from dekkend.needcards.rules.replying import incomplete, tally, tidy
from dekkend.needcards.words.cards import Reminder
from dekkend.needcards.words.facts import Answered, Candidate, Has
from dekkend.needcards.words.replies import Reply

TODAY = date(2026, 10, 5)  # a Monday


def test_five_working_days_are_left_to_answer():
    assert usual_day(TODAY) == date(2026, 10, 12)
    assert usual_day(date(2026, 12, 22)) == date(2026, 12, 30)  # both days of Christmas do not count


@pytest.mark.parametrize(("days", "wrong"), [(-1, True), (0, True), (1, False), (42, False), (43, True)])
def test_a_day_to_answer_lies_after_today_and_within_six_weeks(days, wrong):
    assert bool(wrong_day(TODAY + timedelta(days), today=TODAY)) == wrong


@pytest.mark.parametrize(("days", "due"), [(2, None), (1, Reminder.DUE), (0, None), (-1, Reminder.LATE), (-9, Reminder.LATE)])
def test_a_reminder_is_due_the_day_before_and_from_the_day_after(days, due):
    assert reminder(TODAY + timedelta(days), today=TODAY) is due


def test_a_text_is_never_wiped_before_closing_is_final():
    assert final_on(TODAY) == TODAY + timedelta(7)
    assert wiped_on(TODAY, weeks=0) == final_on(TODAY)
    assert wiped_on(TODAY, weeks=4) == lapses_on(TODAY, weeks=4) == TODAY + timedelta(28)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Answered(""), "reply"),
        (Answered("no"), "reasons"),
        (Answered("no", reasons=("other",)), "text"),
        (Answered("yes_if", " "), "text"),
        (Answered("question"), "text"),
    ],
)
def test_an_answer_says_what_it_lacks(given, field):
    assert list(incomplete(given)) == [field]


@pytest.mark.parametrize(
    "whole", [Answered("yes"), Answered("no", reasons=("full",)), Answered("yes_if", "na mei"), Answered("question", "Hoeveel dagen?")]
)
def test_a_whole_answer_lacks_nothing(whole):
    assert incomplete(whole) == {}


def test_reasons_belong_to_no_alone():
    assert tidy(Answered("yes", " Welkom. ", ("full",))) == Answered("yes", "Welkom.")
    assert tidy(Answered("no", "", ("full", "full"))).reasons == ("full",)


@given(st.lists(st.sampled_from([reply.value for reply in Reply])))
def test_no_answer_is_counted_as_itself_and_never_as_no(replies):
    counted = tally(replies)
    assert counted.asked == len(replies)
    assert counted.of("no") == replies.count("no")
    assert counted.of("") == replies.count("")


def a_school(name: str, *has: Has, distance: float | None = None, reachable: bool = True) -> Candidate:
    signs = {str(number): sign for number, sign in enumerate(has)}
    return Candidate(len(name), "99ZZ00", name, "Zilverduin", "SWV Zilverkust", 1, distance, signs, reachable)


def test_who_has_most_comes_first_then_who_may_have_it_then_the_nearest():
    schools = [
        a_school("geen", Has.NO, Has.NO, distance=100),
        a_school("ver", Has.YES, Has.YES, distance=9000),
        a_school("dichtbij", Has.YES, Has.YES, distance=500),
        a_school("onbekend", Has.UNKNOWN, Has.UNKNOWN, distance=100),
        a_school("half", Has.YES, Has.NO, distance=100),
        a_school("niemand", Has.YES, Has.YES, distance=1, reachable=False),
        a_school("nergens", Has.YES, Has.YES),
    ]
    names = [each.name for each in in_order(schools)]
    assert names == ["dichtbij", "ver", "nergens", "half", "onbekend", "geen", "niemand"]


def test_the_best_of_several_rows_counts_and_none_is_unknown():
    assert best_of([Has.NO, Has.YES]) is Has.YES
    assert best_of([Has.NO, Has.UNKNOWN]) is Has.UNKNOWN
    assert best_of([]) is Has.UNKNOWN


def test_schools_are_found_by_every_word_and_far_is_unknown_without_a_point():
    schools = [a_school("De Oude Haven"), a_school("De Zeevonkel")]
    assert [each.name for each in found_by(schools, "haven zilver")] == ["De Oude Haven"]
    assert len(found_by(schools, "")) == 2
    assert metres((0.0, 0.0), (3000.0, 4000.0)) == 5000.0 * DETOUR
    assert metres(None, (1.0, 1.0)) is None
    assert a_school("x", distance=1234.0).kilometres == 1.2
