"""Who reaches a need card: only those who look after support at one of the schools it concerns, whatever else their roles reach."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from dekkend.needcards.words.cards import SCHOOL
from dekkend.organisations.models import ScopedManager
from dekkend.organisations.words import Level, Scope


class SchoolManager(ScopedManager[Any]):
    """Of the own school, by the role of coordinator or director. A board, a region and an administrator reach nothing."""

    def condition(self, scope: Scope) -> Q:
        return Q(**{f"{self.path}site_id__in": scope.only(*SCHOOL).ids(Level.SITE)})
