"""What is stored about who has which role where?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models.places import Board, Partnership, Site
from dekkend.organisations.words import LEVEL_OF, Level, Role


def roles_at(level: Level) -> list[str]:
    return [role.value for role, at in LEVEL_OF.items() if at is level]


def only(level: Level) -> Q:
    """Exactly the place of this level is filled in, with a role that belongs there."""
    places = {f"{other.value}__isnull": other is not level for other in Level}
    return Q(role__in=roles_at(level), **places)


class Membership(models.Model):
    """One person, one role, one place. The role decides which of the three places is filled in."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField("rol", max_length=30, choices=Role.choices())
    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, blank=True, related_name="memberships")
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="memberships")
    site = models.ForeignKey(Site, models.CASCADE, null=True, blank=True, related_name="memberships")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=only(Level.SITE) | only(Level.BOARD) | only(Level.PARTNERSHIP), name="membership_at_its_level"
            ),
        )

    def __str__(self) -> str:
        return f"{Role(self.role).label}, {self.place}"

    @property
    def place(self) -> Site | Board | Partnership:
        """The place of this membership; the constraint sees to it that there is exactly one."""
        place = self.site or self.board or self.partnership
        assert place is not None  # noqa: S101
        return place
