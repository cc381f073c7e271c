"""Who may see how an offer stands, and who may take which step?"""

from __future__ import annotations

from datetime import date

from dekkend.adoption.queries.people import named_for, roles_at
from dekkend.adoption.rules.acting import acting
from dekkend.adoption.words.facts import Acting
from dekkend.adoption.words.procedure import Kind
from dekkend.organisations.models import Site
from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Role, Scope

# Whoever reaches the site may see how far its offer is; what they can do there depends on the step.
may_see = has_role(*Role)
may_advise = has_role(Role.COUNCIL)
may_name_stand_ins = has_role(Role.BOARD)
may_set_terms = has_role(Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
may_decide_on_details = has_role(Role.DIRECTOR, Role.COORDINATOR, Role.BOARD)


def acting_at(scope: Scope, site: Site, kind: Kind, *, today: date) -> Acting | None:
    """As what this person would take this step at this site; None when they may not."""
    return acting(kind, roles_at(scope, site), named_for(scope, site, today))


def all_acting(scope: Scope, site: Site, *, today: date) -> dict[Kind, Acting]:
    """Of every step that this person may take here, as what."""
    roles, names = roles_at(scope, site), named_for(scope, site, today)
    found = {kind: acting(kind, roles, names) for kind in Kind}
    return {kind: how for kind, how in found.items() if how is not None}
