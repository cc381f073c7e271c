"""Does each term count its days right: the day before, on the day, and after; and is a wrong setting refused?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dekkend.kernel.settings import WrongSetting
from dekkend.signals.gateways.terms import terms_in_force
from dekkend.signals.rules.terms import answer_by, board_before, closed_before, lapsed_before, reminded_before
from dekkend.signals.words import Terms

DAY = date(2026, 10, 5)
TERMS = Terms(remind=7, board=14, kept=30, longest=365)


@pytest.mark.parametrize(
    ("rule", "days"),
    [(reminded_before, 7), (board_before, 14), (closed_before, 31), (lapsed_before, 366)],
)
def test_a_term_begins_on_its_day_and_not_one_earlier(rule, days):
    happened = DAY - timedelta(days=days)
    assert happened <= rule(DAY, TERMS)
    assert happened > rule(DAY - timedelta(days=1), TERMS)


def test_what_is_said_to_the_school_is_the_day_on_which_the_board_reads_along():
    made = DAY - timedelta(days=14)
    assert answer_by(made, TERMS) == DAY
    assert made <= board_before(DAY, TERMS)


def test_settings_are_followed_and_wrong_ones_refused():
    assert terms_in_force({}) == Terms()
    assert terms_in_force({"DEKKEND_SIGNALS_KEPT_DAYS": "60"}).kept == 60
    with pytest.raises(WrongSetting, match="BOARD_DAYS"):
        terms_in_force({"DEKKEND_SIGNALS_REMIND_DAYS": "20"})
    with pytest.raises(WrongSetting):
        terms_in_force({"DEKKEND_SIGNALS_LONGEST_DAYS": "0"})
