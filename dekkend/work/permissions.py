"""Who may look after the work in the background?"""

from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Role

may_look_after_work = has_role(Role.ADMINISTRATOR)
