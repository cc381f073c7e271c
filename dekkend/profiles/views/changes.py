"""Which screen shows what changed between two versions of a school?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from dekkend.organisations.permissions import reaches_site
from dekkend.profiles.gateways.comparing import compare_profiles
from dekkend.profiles.queries.comparing import Side, profile_at, sides, site_called
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class Changes(Screen):
    """Two versions or a draft of one school side by side: what came, what went, and what that means."""

    access = Access.PUBLIC
    template_name = "profiles/compare.html"

    def get(self, request: HttpRequest, brin6: str) -> HttpResponseBase:
        site = site_called(brin6)
        choices = sides(request.scope, site, today=request.today) if site else ()  # type: ignore[attr-defined]
        if site is None or not choices:
            raise Http404
        chosen = pair_of(choices, request.GET.get("van", ""), request.GET.get("naar", ""))
        return self.render(
            {
                "site": site,
                "sides": choices,
                "before": chosen[0] if chosen else None,
                "after": chosen[1] if chosen else None,
                "changes": self.compared(chosen) if chosen else None,
                "shows_public_only": not reaches_site.test(request.scope, site),  # type: ignore[attr-defined]
            }
        )

    def compared(self, chosen: tuple[Side, Side]) -> Any:
        before, after = (profile_at(self.request.scope, side) for side in chosen)  # type: ignore[attr-defined]
        return compare_profiles(before, after) if before["template"] == after["template"] else None


def pair_of(choices: Sequence[Side], before: str, after: str) -> tuple[Side, Side] | None:
    """The two that were asked for; what was not asked for, or is not there, is the newest and the one before it."""
    later = next((at for at, side in enumerate(choices) if side.key == after), 0)
    earlier = next((at for at, side in enumerate(choices) if side.key == before), later + 1)
    return (choices[earlier], choices[later]) if earlier < len(choices) else None
