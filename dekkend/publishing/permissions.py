"""Who may look after what a region publishes?"""

from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Level, Scope
from dekkend.profiles.words.roles import REGION

may_look_after = has_role(*REGION)


def may_look_after_region(scope: Scope, partnership_id: int) -> bool:
    return partnership_id in scope.only(*REGION).ids(Level.PARTNERSHIP)
