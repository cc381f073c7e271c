"""Which kinds of the register are schools for children of 4 to 11?"""

from __future__ import annotations

import pytest

from dekkend.organisations.words import FOR_CHILDREN, Kind
from dekkend.publishing.words.open_data import KINDS
from dekkend.register.rules.kinds import OUR_KIND, register_kind


@pytest.mark.parametrize(
    ("written", "ours", "for_children"),
    [
        ("BAO", Kind.REGULAR, True),
        ("SBAO", Kind.SPECIAL_PRIMARY, True),
        ("SO", Kind.SPECIAL, True),
        ("(V)SO", Kind.SPECIAL, True),
        ("VSO", Kind.SECONDARY_SPECIAL, False),
    ],
)
def test_only_a_school_with_nothing_but_secondary_special_education_is_not_for_children(written, ours, for_children):
    kind = register_kind(written)
    assert kind is not None
    assert OUR_KIND[kind.value] is ours
    assert (ours in FOR_CHILDREN) is for_children


def test_every_kind_has_a_word_in_the_open_data():
    assert set(KINDS) == {kind.value for kind in Kind}
