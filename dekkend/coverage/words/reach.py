"""Which roles look at the coverage of a region, and which of them fill in what support costs?"""

from dekkend.organisations.words import Role

REGION = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
VIEWERS = (*REGION, Role.BOARD)
PAYERS = (Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
