"""In which role does someone do a step, and in whose name?"""

from __future__ import annotations

from collections.abc import Collection

from dekkend.adoption.words.facts import Acting
from dekkend.adoption.words.procedure import ABOUT, STANDS_IN, Kind
from dekkend.organisations.words import Role


def acting(kind: Kind, roles: Collection[Role], named_for: Collection[Role] = ()) -> Acting | None:
    """None when this person may not. `roles` are those that reach the site, `named_for` those the person was named to stand in for."""
    wanted = ABOUT[kind].roles
    for role in wanted:
        if role in roles:
            return Acting(role)
    for role in wanted:
        if role in named_for:
            return Acting(own(roles, role), role)
    for role in wanted:
        standing_in = next((other for other in STANDS_IN.get(role, ()) if other in roles), None)
        if standing_in:
            return Acting(standing_in, role)
    return None


def own(roles: Collection[Role], otherwise: Role) -> Role:
    """The role a stand-in has here, the first in the order of all roles."""
    return next((role for role in Role if role in roles), otherwise)
