"""What does a school login tell about a person, and why may it be refused?"""

from __future__ import annotations

import enum
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SchoolLogin:
    """What we keep of the claims of a school login. `brin` is a school (4 signs) or a site (6 signs), or ""."""

    name: str
    email: str
    affiliations: frozenset[str]
    brin: str


class Refusal(enum.StrEnum):
    """Why a school login does not lead in. The screen of that name says it to the person."""

    NOT_STAFF = "not_staff"
    NO_SCHOOL = "no_school"
    UNKNOWN_SCHOOL = "unknown_school"
    EMAIL_TAKEN = "email_taken"
    NOT_ACTIVE = "not_active"
