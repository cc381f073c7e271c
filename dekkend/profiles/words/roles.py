"""Which roles write an offer, look after the form of a region, and leave a passage out? Named once, for queries and for who may."""

from __future__ import annotations

from dekkend.organisations.words import Role

# Who writes for a school of their own.
WRITERS = (Role.COORDINATOR, Role.DIRECTOR)
EDITORS = (*WRITERS, Role.BOARD, Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
REDACTORS = (Role.DIRECTOR, Role.BOARD)
# Who looks after the form of a region, its fixed text, and its questions to schools.
REGION = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)
