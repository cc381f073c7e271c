"""Is what was worked out kept for who asks the same, never for who asks something else, and never without end?"""

from __future__ import annotations

from dekkend.coverage.gateways.kept import Kept, forget


def test_the_same_question_is_worked_out_once():
    kept, made = Kept(2), []
    for _ in range(3):
        assert kept.get("a", lambda: made.append("a") or "answer") == "answer"
    assert made == ["a"]


def test_the_one_that_was_asked_longest_ago_goes_first():
    kept = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda key=key: key)
    assert list(kept.results) == ["a", "c"]


def test_nothing_is_kept_of_what_went_wrong():
    kept = Kept(2)
    for _ in range(2):
        try:
            kept.get("a", lambda: 1 / 0)
        except ZeroDivisionError:
            continue
    assert not kept.results


def test_everything_can_be_forgotten():
    kept = Kept(2)
    kept.get("a", lambda: 1)
    forget()
    assert not kept.results
