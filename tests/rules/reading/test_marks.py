"""Are marks, boxes and written answers told from ordinary words?"""

from __future__ import annotations

import pytest

from dekkend.reading.rules.boxes import ticked
from dekkend.reading.rules.marks import find_marks, find_yes_no
from dekkend.reading.words.result import Certainty

ORDER = ("structural", "regular", "incidental")


@pytest.mark.parametrize("mark", ["X", "x", "✓", "✔", "☒", "☑", "●", "√"])
def test_a_lone_sign_is_a_mark(mark: str) -> None:
    assert [found.char for found in find_marks(f"Strandwacht  {mark}   ")] == [mark]


@pytest.mark.parametrize("text", ["2 x per week", "Max", "X-ray", "taxi", "extra", "☐", "x-as"])
def test_a_sign_inside_words_or_a_count_is_no_mark(text: str) -> None:
    assert find_marks(text) == []


def test_two_marks_in_a_row_are_both_found() -> None:
    assert len(find_marks("Strandwacht X X  ")) == 2


@pytest.mark.parametrize(
    ("text", "said"), [("Ja  4 uur", "Ja"), ("nee", "nee"), ("NEE ", "NEE"), ("Ja, op maandag", "Ja"), ("Januari", None), ("Jaap", None)]
)
def test_yes_and_no_are_words_of_their_own(text: str, said: str | None) -> None:
    found = find_yes_no(text)
    assert (found.group() if found else None) == said


def test_the_order_of_the_boxes_tells_the_column() -> None:
    assert ticked(["  ☐ ☒ ☐"], ORDER) == ("regular", Certainty.CERTAIN, "")


def test_boxes_without_a_tick_are_no_answer_and_that_is_certain() -> None:
    assert ticked(["☐ ☐ ☐"], ORDER) == (None, Certainty.CERTAIN, "")


def test_two_ticked_boxes_are_no_answer() -> None:
    choice, certainty, _ = ticked(["☒ ☐ ☒"], ORDER) or ("", None, "")
    assert (choice, certainty) == (None, Certainty.UNSURE)


def test_boxes_behind_other_words_belong_to_another_row() -> None:
    assert ticked(["", "Duinwacht ☒ ☐ ☐"], ORDER) is None


def test_fewer_boxes_than_columns_say_nothing() -> None:
    assert ticked(["☐ ☒"], ORDER) is None
