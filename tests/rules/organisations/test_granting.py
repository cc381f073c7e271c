"""Can nobody give a role above or outside the own reach? The whole table of giver x role, written out by hand."""

import pytest

from dekkend.organisations.rules.granting import MAY_GRANT, grantable, may_grant, overseeing
from dekkend.organisations.words import LEVEL_OF, NOBODY, Grant, Level, Role, Scope, Target

HERE = {
    Level.SITE: Target(Level.SITE, 11, frozenset({1}), 5),
    Level.BOARD: Target(Level.BOARD, 5, frozenset({1}), 5),
    Level.PARTNERSHIP: Target(Level.PARTNERSHIP, 1, frozenset({1})),
}
OWN_ID = {Level.SITE: 11, Level.BOARD: 5, Level.PARTNERSHIP: 1}
ORDER = ["coordinator", "director", "teacher", "council", "board", "adviser", "partnership_director", "administrator"]

# Giver: x where the role in that column may be given at the own place, . where not.
TABLE = {
    "coordinator": "........",
    "director": "x.xx....",
    "teacher": "........",
    "council": "........",
    "board": "xxxxx...",
    "adviser": "........",
    "partnership_director": "xxxxxxxx",
    "administrator": "xxxxxxxx",
}


def scope_with(role: Role) -> Scope:
    return Scope(1, (Grant(role, OWN_ID[LEVEL_OF[role]], "hier", 1),))


@pytest.mark.parametrize("giver", ORDER)
@pytest.mark.parametrize("given", ORDER)
def test_the_table_holds_within_the_own_reach(giver, given):
    expected = TABLE[giver][ORDER.index(given)] == "x"
    assert may_grant(scope_with(Role(giver)), Role(given), HERE[LEVEL_OF[Role(given)]]) is expected


@pytest.mark.parametrize("giver", MAY_GRANT)
@pytest.mark.parametrize(
    "elsewhere",
    [
        Target(Level.SITE, 99, frozenset({2}), 6),
        Target(Level.BOARD, 6, frozenset({2}), 6),
        Target(Level.PARTNERSHIP, 2, frozenset({2})),
        Target(Level.SITE, 5, frozenset({2}), 11),  # the same numbers at another level are other places
        Target(Level.BOARD, 7, frozenset(), 7),  # a board without schools lies in no region
    ],
)
def test_nothing_can_be_given_elsewhere(giver, elsewhere):
    assert grantable(scope_with(giver), elsewhere) == frozenset()


def test_a_director_gives_nothing_at_another_school_of_the_same_board():
    assert grantable(scope_with(Role.DIRECTOR), Target(Level.SITE, 12, frozenset({1}), 5)) == frozenset()


def test_a_region_gives_no_role_at_a_board_that_reaches_into_another_region():
    across = Target(Level.BOARD, 5, frozenset({1, 2}), 5)
    assert grantable(scope_with(Role.ADMINISTRATOR), across) == frozenset()
    assert Role.BOARD in grantable(scope_with(Role.BOARD), across)


def test_a_role_is_given_only_at_its_own_level():
    assert grantable(scope_with(Role.ADMINISTRATOR), HERE[Level.PARTNERSHIP]) == {
        Role.ADVISER,
        Role.PARTNERSHIP_DIRECTOR,
        Role.ADMINISTRATOR,
    }


def test_a_visitor_gives_nothing():
    assert grantable(NOBODY, HERE[Level.SITE]) == frozenset()


def test_a_director_who_teaches_elsewhere_oversees_only_the_own_school():
    own, other = Grant(Role.DIRECTOR, 11, "hier", 1), Grant(Role.TEACHER, 12, "daar", 1)
    assert overseeing(Scope(1, (own, other))).ids(Level.SITE) == {11}
