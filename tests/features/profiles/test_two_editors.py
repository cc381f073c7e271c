"""Two people save in the same draft at the very same moment, on a real database: is every change there, each once, in one journal?"""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import pytest
from django.db import connection

from dekkend.organisations.words import Role
from dekkend.profiles.actions import save_field, undo
from dekkend.profiles.models import DraftChange
from dekkend.profiles.words.editing import Clash, Merged, Saved
from tests.features.profiles.drafting import a_draft, later, stored, type_in

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ("Anna", "Bram", "Chris", "Dirk")


def at_once(*deeds: Any) -> list[Any]:
    """Each in a thread with a connection of its own, begun at the same moment; what each gave, in order."""
    given: list[Any] = [None] * len(deeds)
    start = threading.Barrier(len(deeds))

    def one(number: int) -> None:
        start.wait()
        try:
            given[number] = deeds[number]()
        except Exception as fault:
            given[number] = fault
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def saving(draft: Any, path: str, value: str, by: Any, base: int = 0) -> Any:
    return partial(save_field, draft.pk, path, value, base=base, by=by, now=later(1))


@pytest.fixture
def people(person, site):
    return [person(Role.COORDINATOR, site) for _ in WORDS]


def test_four_who_add_to_one_text_all_find_their_words_in_it(site, people):
    draft = a_draft(site, vision="Begin.")
    outcomes = at_once(*(saving(draft, "vision", f"Begin. {word}.", who) for who, word in zip(people, WORDS, strict=True)))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Merged", "Merged", "Merged", "Saved"]
    text = stored(draft).values["vision"]
    assert sorted(text.split()) == ["Anna.", "Begin.", "Bram.", "Chris.", "Dirk."]
    assert list(DraftChange.anywhere.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]


def test_of_four_answers_to_one_question_one_stands_and_three_are_told(site, people):
    draft = a_draft(site)
    outcomes = at_once(*(saving(draft, "school.phone", word, who) for who, word in zip(people, WORDS, strict=True)))
    (winner,) = (outcome for outcome in outcomes if isinstance(outcome, Saved))
    clashes = [outcome for outcome in outcomes if isinstance(outcome, Clash)]
    assert len(clashes) == 3
    assert {clash.theirs for clash in clashes} == {winner.value} == {stored(draft).values["school"]["phone"]}


def test_four_fields_at_once_are_all_stored(site, people):
    draft = a_draft(site)
    paths = ("vision", "spending", "evaluation", "introduction")
    outcomes = at_once(*(saving(draft, path, "Nieuw.", who) for who, path in zip(people, paths, strict=True)))
    assert all(isinstance(outcome, Saved) for outcome in outcomes), outcomes
    assert {stored(draft).values[path] for path in paths} == {"Nieuw."}
    assert stored(draft).revision == 4


def test_undoing_while_another_types_loses_neither(site, people):
    anna, bram, *_ = people
    draft = a_draft(site, vision="Begin.")
    type_in(draft, "vision", "Begin. Van Anna.", by=anna)
    outcomes = at_once(
        partial(undo, draft, by=anna, now=later(1)),
        saving(draft, "vision", "Van Bram. Begin. Van Anna.", bram, base=1),
    )
    assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    assert isinstance(outcomes[1], Saved | Merged)
    assert stored(draft).values["vision"] == "Van Bram. Begin."
