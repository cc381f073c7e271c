"""Does a person read words, and no codes, of what a difference was and becomes?"""

from __future__ import annotations

import pytest

from dekkend.register.rules.telling import history_line, told
from dekkend.register.words.changes import ChangeKind

SCHOOL = {
    "name": "De Verzonnen Zeester",
    "board_name": "Stichting Verzonnen Kust",
    "street": "Kade",
    "house_number": "1",
    "place": "Zeewijk",
}


@pytest.mark.parametrize(
    ("kind", "said"),
    [("regular", "Basisschool"), ("special_primary", "School voor speciaal basisonderwijs"), ("BAO", "BAO")],
)
def test_the_kind_of_a_school_is_said_in_words(kind, said):
    after = told(ChangeKind.NEW, SCHOOL | {"kind": kind})
    assert after == f"De Verzonnen Zeester, {said}, Stichting Verzonnen Kust, Kade 1 Zeewijk"


def test_its_history_says_it_in_words_too():
    assert history_line(ChangeKind.KIND, {"kind": "special"}, {}, "2024-10-01") == "Was tot 2024 School voor speciaal onderwijs."
