"""How is one school or region kept from seeing another? A query that does not say for whom it asks raises."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models
from django.db.models import Q, QuerySet

from dekkend.organisations.words import Level, Scope

Record = TypeVar("Record", bound=models.Model)


class UnscopedQuery(Exception):
    """Someone asked for records of all regions at once. Say `.within(scope)`, or `.anywhere` where that is meant."""


def within(scope: Scope, path: str = "") -> Q:
    """The condition that a site, reached through `path` ("" or "site__"), lies within the scope."""
    return (
        Q(**{f"{path}partnership_id__in": scope.ids(Level.PARTNERSHIP)})
        | Q(**{f"{path}board_id__in": scope.ids(Level.BOARD)})
        | Q(**{f"{path}pk__in": scope.ids(Level.SITE)})
    )


class ScopedManager(models.Manager[Record]):
    """`Site.objects.within(scope)` works, `Site.objects.all()` raises.

    A model puts `anywhere = models.Manager()` before it: Django's own machinery uses the first manager. A test lists
    the modules that say so with `anywhere`.
    """

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self.path = path

    def get_queryset(self) -> QuerySet[Record]:
        raise UnscopedQuery(f"{self.model.__name__}.objects needs .within(scope)")

    def within(self, scope: Scope) -> QuerySet[Record]:
        return QuerySet(self.model, using=self._db).filter(self.condition(scope))

    def condition(self, scope: Scope) -> Q:
        return within(scope, self.path)

    def get_or_create(self, defaults: Any = None, **fields: Any) -> tuple[Record, bool]:
        return QuerySet(self.model, using=self._db).get_or_create(defaults, **fields)

    def create(self, **fields: Any) -> Record:
        return QuerySet(self.model, using=self._db).create(**fields)


class RegionManager(ScopedManager[Any]):
    """For rows that belong to a region itself: only whoever has a role there reaches them."""

    def condition(self, scope: Scope) -> Q:
        return Q(partnership_id__in=scope.ids(Level.PARTNERSHIP))
