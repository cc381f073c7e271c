"""Which region does this person look at, which boards are their own, and is this norm of that region?"""

from __future__ import annotations

from dekkend.coverage.models import OwnNorm
from dekkend.coverage.words.reach import REGION
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import region_within
from dekkend.organisations.words import Level, Role, Scope


def region_seen(scope: Scope) -> Partnership | None:
    """The region that this person works for; for a board the region of its first school."""
    if found := region_within(scope.only(*REGION)):
        return found
    boards = scope.only(Role.BOARD).ids(Level.BOARD)
    site = Site.anywhere.filter(board_id__in=boards).select_related("partnership").order_by("partnership__name", "pk").first()
    return site.partnership if site else None


def boards_of(scope: Scope) -> frozenset[int]:
    """The boards that this person works for; none for who works for a region, and so sees every board of it."""
    if region_within(scope.only(*REGION)):
        return frozenset()
    return frozenset(scope.only(Role.BOARD).ids(Level.BOARD))


def has_norm(region: Partnership, norm_id: int) -> bool:
    """This region has, or had, a norm of its own with this key."""
    return OwnNorm.anywhere.filter(partnership=region, pk=norm_id).exists()
