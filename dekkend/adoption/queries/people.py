"""Which roles reach a site, who stands in there, and who is to be told?"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from dekkend.adoption.models import StandIn
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.permissions import reaches_site
from dekkend.organisations.queries import standing_on
from dekkend.organisations.words import Role, Scope


def roles_at(scope: Scope, site: Site) -> frozenset[Role]:
    """The roles of this person that reach this site."""
    return frozenset(role for role in scope.roles() if reaches_site.test(scope.only(role), site))


def named_for(scope: Scope, site: Site, today: date) -> frozenset[Role]:
    """The roles that this person was named to stand in for at this site today."""
    standing = StandIn.objects.within(scope).filter(site=site, person_id=scope.user_id, ended_at__isnull=True)
    return frozenset(Role(role) for role in standing.filter(first__lte=today, last__gte=today).values_list("role", flat=True))


def stand_ins_within(scope: Scope) -> QuerySet[StandIn]:
    """Who stands in for whom at the sites of the own boards; those that run or come first."""
    found = StandIn.objects.within(scope.only(Role.BOARD)).select_related("site", "person", "named_by")
    return found.order_by("ended_at", "-last", "pk")


def can_stand_in(site: Site, today: date) -> list[Membership]:
    """Who works at this site or for its board today: one row per person."""
    found = standing_on(today).filter(Q(site=site) | Q(board=site.board_id), user__is_active=True).exclude(role=Role.COUNCIL.value)
    people = {membership.user_id: membership for membership in found.select_related("user").order_by("-pk")}
    return sorted(people.values(), key=lambda membership: (membership.user.name, membership.pk))


def can_stand_in_anywhere(sites: QuerySet[Site], today: date) -> list[Membership]:
    """Who works at one of these sites or for their boards today: one row per person."""
    at_place = Q(site__in=sites.values("pk")) | Q(board__in=sites.values("board_id"))
    found = standing_on(today).filter(at_place, user__is_active=True).exclude(role=Role.COUNCIL.value).select_related("user")
    return list({membership.user_id: membership for membership in found.order_by("-pk")}.values())
