"""Who may read the log? Administrators that of their region, everyone what is about the own account."""

from __future__ import annotations

from typing import Any

from rules.predicates import predicate

from dekkend.audit.words import Reach


@predicate
def administers_somewhere(reach: Reach, about: Any = None) -> bool:
    return bool(reach.administers())
