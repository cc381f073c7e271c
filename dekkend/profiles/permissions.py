"""Who may see and change a profile that is not public yet?"""

from django.db.models import QuerySet

from dekkend.organisations.models import Site
from dekkend.organisations.permissions import has_role
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Role, Scope
from dekkend.profiles.words.roles import EDITORS, REDACTORS, REGION, WRITERS
from dekkend.register.queries.closures import still_open

# Whoever reaches the site; which drafts that are is decided by the scope of the query.
may_see_drafts = has_role(*Role)
may_edit = has_role(*EDITORS)
# Who has a school of their own to write for begins there; whoever looks after several begins with the list of drafts.
writes_for_own_school = has_role(*WRITERS)
looks_after_drafts = may_see_drafts & ~writes_for_own_school
# Which versions that are is decided by the scope of these roles alone.
may_leave_out = has_role(*REDACTORS)
may_look_after_form = has_role(*REGION)
# Whoever writes for a school answers; whoever looks after the region asks. Which schools is decided by the scope of the query.
may_see_questions = may_edit


def sites_to_fill(scope: Scope) -> QuerySet[Site]:
    """The sites for which this person may make a draft; not those that closed."""
    return still_open(own_sites(scope))


def own_sites(scope: Scope) -> QuerySet[Site]:
    """The sites for which this person writes or wrote, those that closed too."""
    return sites_within(scope.only(*EDITORS))
