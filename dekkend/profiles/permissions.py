"""Who may see and change a profile that is not public yet?"""

from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Role

EDITORS = (Role.COORDINATOR, Role.DIRECTOR, Role.BOARD, Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)

# Whoever reaches the site; which drafts that are is decided by the scope of the query.
may_see_drafts = has_role(*Role)
may_edit = has_role(*EDITORS)
