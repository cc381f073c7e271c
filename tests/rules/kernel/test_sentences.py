"""Is what a rule says plain text with its blanks filled?"""

import pytest

from dekkend.kernel.sentences import say


def test_a_sentence_is_plain_text_with_its_blanks_filled():
    assert say("De school werkt samen met {name}.", name="een logopedist") == "De school werkt samen met een logopedist."
    assert type(say("Er is een lift.")) is str


def test_braces_in_what_is_filled_in_are_kept():
    assert say("De school schrijft: {words}", words="{dit}") == "De school schrijft: {dit}"


def test_a_blank_that_is_not_filled_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        say("De school werkt samen met {name}.", place="Zeedorp")
