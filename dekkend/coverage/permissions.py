"""Who may see how a region is covered, choose how it is counted, and lay down what support costs and which norm counts?"""

from __future__ import annotations

from dekkend.coverage.words.question import Question
from dekkend.coverage.words.reach import PAYERS, REGION, VIEWERS
from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Level, Role, Scope

# Whoever has a role; which region and which boards those are is decided by the functions below.
may_see = has_role(*VIEWERS)
may_set = has_role(*REGION)
may_see_money = has_role(*REGION)
may_set_money = has_role(*PAYERS)


def may_see_region(scope: Scope, partnership_id: int) -> bool:
    """Everything about this region: for who works for it."""
    return partnership_id in scope.only(*REGION).ids(Level.PARTNERSHIP)


def may_set_region(scope: Scope, partnership_id: int) -> bool:
    return may_see_region(scope, partnership_id)


def may_set_money_of(scope: Scope, partnership_id: int) -> bool:
    return partnership_id in scope.only(*PAYERS).ids(Level.PARTNERSHIP)


def may_ask_report(scope: Scope, partnership_id: int, question: Question) -> bool:
    """For who works for the region; a board for its own schools."""
    if may_see_region(scope, partnership_id):
        return True
    return bool(question.own_boards) and scope.only(Role.BOARD).ids(Level.BOARD).issuperset(question.own_boards)
