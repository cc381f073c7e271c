"""Who may hand in documents, check a reading and accept it?"""

from dekkend.organisations.permissions import has_role
from dekkend.profiles.words.roles import EDITORS

may_hand_in = has_role(*EDITORS)
may_check = has_role(*EDITORS)
