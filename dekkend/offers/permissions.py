"""Who may see how offers stand, say how they stand, and look after the catalogue and the norm of a region?"""

from dekkend.organisations.models import Site
from dekkend.organisations.permissions import has_role, reaches_site
from dekkend.organisations.words import Level, Role, Scope

KEEPERS = (Role.COORDINATOR, Role.DIRECTOR)
OVERSEERS = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
CHOOSERS = (Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)

# Whoever has a role; which sites those are is decided by the scope of the query.
may_see = has_role(*Role)
may_say = has_role(*KEEPERS)
may_oversee = has_role(*OVERSEERS)
may_choose = has_role(*CHOOSERS)


def may_say_at(scope: Scope, site: Site) -> bool:
    """This person may say how the offer of this site stands: the school itself does, nobody else."""
    return reaches_site.test(scope.only(*KEEPERS), site)


def may_oversee_region(scope: Scope, partnership_id: int) -> bool:
    return partnership_id in scope.only(*OVERSEERS).ids(Level.PARTNERSHIP)


def may_choose_for(scope: Scope, partnership_id: int) -> bool:
    return partnership_id in scope.only(*CHOOSERS).ids(Level.PARTNERSHIP)
