"""Who may teach the finder a word?"""

from dekkend.organisations.permissions import has_role
from dekkend.organisations.words import Role

TEACHERS = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)

may_teach = has_role(*TEACHERS)
