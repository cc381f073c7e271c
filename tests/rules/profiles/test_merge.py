"""Does a merge keep every word that either added, in order, and say when it cannot?"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dekkend.profiles.rules.merge import merge_list, merge_record, merge_text

SOME_WORDS = st.lists(st.sampled_from(["een", "twee", "drie", "vier", "\n\n", "vijf,", "zes."]), max_size=12)


def text_of(words: list[str]) -> str:
    return "\n\n".join(" ".join(part.split()) for part in " ".join(words).split("\n\n") if part.split())


TEXTS = SOME_WORDS.map(text_of)


def added(base: str, changed: str) -> list[str]:
    old, new = base.split(), changed.split()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [word for step, _, _, start, end in steps if step in ("insert", "replace") for word in new[start:end]]


def stands_in_order(words: list[str], text: str) -> bool:
    left = iter(text.split())
    return all(word in left for word in words)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("Wij lezen samen.", "Wij lezen elke dag samen.", "Wij lezen samen. Ook thuis.", "Wij lezen elke dag samen. Ook thuis."),
        ("Een.", "Een. Twee.", "Een. Drie.", "Een. Drie. Twee."),
        ("Een.", "Een. Twee.", "Een. Twee.", "Een. Twee."),
        ("Een.", "Een. Twee.", "Een. Twee. Drie.", "Een. Twee. Drie."),
        ("Een.\n\nTwee.", "Een.\n\nTwee en drie.", "Nul.\n\nEen.\n\nTwee.", "Nul.\n\nEen.\n\nTwee en drie."),
        ("Een twee drie", "Een drie", "Een twee drie vier", "Een drie vier"),
        (None, "Mijn zin.", "Hun zin.", "Hun zin. Mijn zin."),
        ("Een twee drie", "Een acht drie", "Een negen drie", None),
        ("Een twee drie", "", "Een twee drie vier", None),
    ],
)
def test_two_changes_of_one_text(base, mine, theirs, merged):
    assert merge_text(base, mine, theirs) == merged


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS)
@example(base="een drie", mine="drie", theirs="een twee een drie")  # which of two equal words is the new one, nobody can say
def test_no_word_that_either_added_is_dropped(base, mine, theirs):
    merged = merge_text(base, mine, theirs)
    if merged is None:
        return
    for changed in (mine, theirs):
        words = changed.split()
        assert Counter(words) - Counter(base.split()) <= Counter(merged.split())
        if len(set(words)) == len(words):
            assert stands_in_order(added(base, changed), merged)


@given(base=TEXTS, mine=TEXTS)
def test_one_change_alone_counts_and_equal_changes_stand_once(base, mine):
    assert merge_text(base, mine, base) == mine
    assert merge_text(base, base, mine) == mine
    assert merge_text(base, mine, mine) == mine


def test_a_very_long_text_is_merged_quickly():
    base = " ".join(f"woord{at % 50}" for at in range(20_000))
    assert merge_text(base, f"{base} slot", f"begin {base}") == f"begin {base} slot"


def a(text: str) -> dict[str, str]:
    return {"text": text}


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ([a("1"), a("2")], [a("1"), a("2"), a("3")], [a("0"), a("1"), a("2")], [a("0"), a("1"), a("2"), a("3")]),
        ([a("1"), a("2")], [a("2")], [a("1"), a("2 erbij")], [a("2 erbij")]),
        ([a("Wij gaan")], [a("Wij gaan ver")], [a("Nu Wij gaan")], [a("Nu Wij gaan ver")]),
        ([a("1")], [a("2")], [a("3")], None),
    ],
)
def test_two_changes_of_one_list(base, mine, theirs, merged):
    assert merge_list(base, mine, theirs) == merged


def test_two_choices_clash_and_a_choice_beside_a_note_does_not():
    base = {"choice": None, "note": "2 uur"}
    assert merge_record(base, {**base, "choice": "yes"}, {**base, "choice": "no"}) is None
    assert merge_record(base, {**base, "choice": "yes"}, {**base, "note": "2 uur per week"}) == {"choice": "yes", "note": "2 uur per week"}
