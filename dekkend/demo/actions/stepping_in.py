"""What is written down when a visitor of the demo steps into a role?"""

from __future__ import annotations

from datetime import datetime

from dekkend.accounts.models import User
from dekkend.audit.actions import record_of_person
from dekkend.audit.words import Event


def note_stepping_in(person: User, *, now: datetime) -> None:
    """The visitor has no name; so nobody did it, to this made-up person."""
    record_of_person(Event.STEPPED_IN, person, actor=None, now=now)
