"""Who may look at the register of a region, and who may bring it up to date?"""

from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Level, Role, Scope

LOOKERS = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
KEEPERS = (Role.ADVISER, Role.ADMINISTRATOR)

may_look = has_role(*LOOKERS)
may_keep = has_role(*KEEPERS)


def may_keep_of(scope: Scope, partnership_id: int | None) -> bool:
    """This person may take over differences for this region."""
    return partnership_id in scope.only(*KEEPERS).ids(Level.PARTNERSHIP)
