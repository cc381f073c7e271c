"""Who may give, renew or end which role, and where? Never a role above the own one, never outside the own reach."""

from __future__ import annotations

from dekkend.organisations.words import LEVEL_OF, Grant, Level, Role, Scope, Target

AT_SCHOOL = frozenset({Role.COORDINATOR, Role.TEACHER, Role.COUNCIL})
OF_BOARD = AT_SCHOOL | {Role.DIRECTOR, Role.BOARD}
OF_PARTNERSHIP = OF_BOARD | {Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR}

# Who has the role on the left may give those on the right, within reach. Who does not stand here gives none.
MAY_GRANT: dict[Role, frozenset[Role]] = {
    Role.DIRECTOR: AT_SCHOOL,
    Role.BOARD: OF_BOARD,
    Role.PARTNERSHIP_DIRECTOR: OF_PARTNERSHIP,
    Role.ADMINISTRATOR: OF_PARTNERSHIP,
}
# Who may see which people have a role within reach: those who give roles, and the advisers of the partnership.
OVERSEERS = frozenset(MAY_GRANT) | {Role.ADVISER}


def overseeing(scope: Scope) -> Scope:
    """Where someone may see who has which role. A director who also teaches elsewhere sees only the own school."""
    return scope.only(*OVERSEERS)


def grantable(scope: Scope, target: Target) -> frozenset[Role]:
    """The roles that this person may give at this place."""
    given = (MAY_GRANT.get(grant.role, frozenset()) for grant in scope.grants if covers(grant, target))
    return frozenset(role for roles in given for role in roles if LEVEL_OF[role] is target.level)


def may_grant(scope: Scope, role: Role, target: Target) -> bool:
    return role in grantable(scope, target)


def covers(grant: Grant, target: Target) -> bool:
    """The whole place lies within this grant. A board with sites in two regions is covered by neither region: giving a role
    there would reach into the other one."""
    if grant.level is Level.PARTNERSHIP:
        return target.partnership_ids == {grant.place_id}
    if grant.level is Level.BOARD:
        return target.level is not Level.PARTNERSHIP and target.board_id == grant.place_id
    return target.level is Level.SITE and target.place_id == grant.place_id
