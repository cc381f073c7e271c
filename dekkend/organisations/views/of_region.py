"""On what is every screen built that is about the region of the person who looks?"""

from __future__ import annotations

from functools import cached_property

from django.http import Http404

from dekkend.organisations.models import Partnership
from dekkend.organisations.queries import region_within
from dekkend.organisations.words import Role, Scope
from dekkend.ui.screens import Screen


class RegionScreen(Screen):
    """`region` is the one that this person works for by one of `roles`; for who has none this screen is not there."""

    roles: tuple[Role, ...] = (Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR)

    @cached_property
    def region(self) -> Partnership:
        found = self.find_region(self.request.scope)  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    def find_region(self, scope: Scope) -> Partnership | None:
        return region_within(scope.only(*self.roles))
