"""What is stored about who has which role where, from when until when?"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dekkend.organisations.models.places import Board, Partnership, Site
from dekkend.organisations.models.scoping import ScopedManager
from dekkend.organisations.words import LEVEL_OF, Level, Role, Scope


def roles_at(level: Level) -> list[str]:
    return [role.value for role, at in LEVEL_OF.items() if at is level]


def only(level: Level) -> Q:
    """Exactly the place of this level is filled in, with a role that belongs there."""
    places = {f"{other.value}__isnull": other is not level for other in Level}
    return Q(role__in=roles_at(level), **places)


def reachable(scope: Scope) -> Q:
    """Roles at the own sites, at the own boards and their sites, and at everything in the own regions."""
    regions, boards = scope.ids(Level.PARTNERSHIP), scope.ids(Level.BOARD)
    of_region = Site.anywhere.filter(partnership_id__in=regions).values("board_id")
    return (
        Q(partnership_id__in=regions)
        | Q(site__partnership_id__in=regions)
        | Q(board_id__in=of_region)
        | Q(board_id__in=boards)
        | Q(site__board_id__in=boards)
        | Q(site_id__in=scope.ids(Level.SITE))
    )


class RoleAtPlace(models.Model):
    """What a membership and an invitation have in common: a role at one place. The role decides which of the three is filled in."""

    role = models.CharField("rol", max_length=30, choices=Role.choices())
    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, blank=True, related_name="%(class)ss")
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="%(class)ss")
    site = models.ForeignKey(Site, models.CASCADE, null=True, blank=True, related_name="%(class)ss")

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(condition=only(Level.SITE) | only(Level.BOARD) | only(Level.PARTNERSHIP), name="%(class)s_at_its_level"),
        )

    def __str__(self) -> str:
        return f"{Role(self.role).label}, {self.place}"

    @property
    def place(self) -> Site | Board | Partnership:
        """The one place; the constraint sees to it that there is exactly one."""
        place = self.site or self.board or self.partnership
        assert place is not None  # noqa: S101
        return place


def once_standing(level: Level) -> models.UniqueConstraint:
    fields = ("user", "role", level.value)
    return models.UniqueConstraint(fields=fields, condition=Q(ended_at__isnull=True), name=f"one_standing_role_per_{level.value}")


class MembershipManager(ScopedManager["Membership"]):
    def condition(self, scope: Scope) -> Q:
        return reachable(scope)


class Membership(RoleAtPlace):
    """One person, one role, one place, from `starts_on` until `ends_on`, both included; nothing there is no bound.

    `ended_at` is filled when someone ended it by hand; the row stays, so that it can be undone and read back later.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    starts_on = models.DateField("vanaf", null=True, blank=True)
    ends_on = models.DateField("tot en met", null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField("beëindigd op", null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    anywhere = models.Manager()
    objects = MembershipManager()

    class Meta(RoleAtPlace.Meta):
        constraints = (
            *RoleAtPlace.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="role_ends_after_it_starts",
            ),
            *(once_standing(level) for level in Level),
        )
