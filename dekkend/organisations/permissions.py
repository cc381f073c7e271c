"""Which questions about roles and reach can other features put together?"""

from __future__ import annotations

from typing import Any

from rules.predicates import Predicate, predicate

from dekkend.organisations.rules.granting import MAY_GRANT, OVERSEERS
from dekkend.organisations.rules.granting import may_grant as rule_may_grant
from dekkend.organisations.words import Level, Role, Scope, Target


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


# Which people and which places these are is decided by the scope of the query and by the table of who may give what.
may_see_people = has_role(*sorted(OVERSEERS))
may_give_roles = has_role(*MAY_GRANT)


@predicate
def may_grant(scope: Scope, about: tuple[Role, Target]) -> bool:
    """This role may be given, renewed and ended by this person at this place."""
    role, target = about
    return rule_may_grant(scope, role, target)
