"""Which questions about roles and reach can other features put together?"""

from __future__ import annotations

from typing import Any

from rules.predicates import Predicate, predicate

from dekkend.organisations.words import Level, Role, Scope


def has_role(*wanted: Role) -> Predicate:
    """The person has one of these roles, wherever."""

    def test(scope: Scope, about: Any = None) -> bool:
        return bool(scope.roles() & set(wanted))

    return predicate(test, name=f"has_role_{'_'.join(role.value for role in wanted)}")


@predicate
def reaches_site(scope: Scope, site: Any) -> bool:
    """The site lies within the person's reach."""
    return (
        site.pk in scope.ids(Level.SITE) or site.board_id in scope.ids(Level.BOARD) or site.partnership_id in scope.ids(Level.PARTNERSHIP)
    )
