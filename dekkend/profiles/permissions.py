"""Who may see and change a profile that is not public yet?"""

from django.db.models import QuerySet

from dekkend.organisations.models import Site
from dekkend.organisations.permissions import has_role
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Role, Scope

EDITORS = (Role.COORDINATOR, Role.DIRECTOR, Role.BOARD, Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)

# Whoever reaches the site; which drafts that are is decided by the scope of the query.
may_see_drafts = has_role(*Role)
may_edit = has_role(*EDITORS)


def sites_to_fill(scope: Scope) -> QuerySet[Site]:
    """The sites for which this person may make a draft."""
    return sites_within(scope.only(*EDITORS))
