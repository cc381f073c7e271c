"""What do the claims of a school login say: who is this, in which capacity, of which school?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.accounts.words.school_login import Refusal, SchoolLogin

# A school (BRIN, 4 signs) or one of its sites (6 signs).
BRIN = re.compile(r"\d{2}[A-Z]{2}(\d{2})?")
# eduPersonAffiliation: people who work at the school. A pupil is `student` and never gets in, whatever else is said.
STAFF = frozenset({"employee", "staff", "faculty"})
PUPIL = "student"
LONGEST_NAME = 200


def school_login(claims: Mapping[str, Any], names: Mapping[str, str]) -> SchoolLogin:
    """The claims in our own words. `names` says which claim holds what (see SCHOOL_LOGIN_CLAIMS)."""
    brin = first(claims.get(names["brin"])).upper()
    return SchoolLogin(
        name=full_name(*(first(claims.get(names[part])) for part in ("given_name", "infix", "family_name"))),
        email=first(claims.get(names["email"])).lower(),
        affiliations=frozenset(value.lower() for value in texts(claims.get(names["affiliation"]))),
        brin=brin if BRIN.fullmatch(brin) else "",
    )


def refusal(login: SchoolLogin, schools: Iterable[str]) -> Refusal | None:
    """Why this login does not lead in, or None. `schools` are the names of the sites that we know by this BRIN."""
    if PUPIL in login.affiliations or not login.affiliations & STAFF:
        return Refusal.NOT_STAFF
    if not login.brin:
        return Refusal.NO_SCHOOL
    if not any(schools):
        return Refusal.UNKNOWN_SCHOOL
    return None


def full_name(*parts: str) -> str:
    return " ".join(part for part in parts if part)[:LONGEST_NAME] or "Medewerker"


def texts(value: Any) -> list[str]:
    """One claim may come as a text, as a list of texts, or not at all."""
    values = value if isinstance(value, list) else [value]
    return [text.strip() for text in values if isinstance(text, str) and text.strip()]


def first(value: Any) -> str:
    return next(iter(texts(value)), "")
