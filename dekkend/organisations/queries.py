"""How far does a person reach, and which sites are that?"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from dekkend.audit.words import NOWHERE, Area
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.words import NOBODY, Grant, Role, Scope


def scope_of(user: Any) -> Scope:
    """All roles of this person, in one query."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    memberships = Membership.objects.filter(user=user).select_related("partnership", "board", "site").order_by("pk")
    return Scope(user.pk, tuple(grant_of(membership) for membership in memberships))


def grant_of(membership: Membership) -> Grant:
    role = Role(membership.role)
    return Grant(role, membership.place.pk, str(membership.place), region_of(membership))


def region_of(membership: Membership) -> int | None:
    """The region of a membership. A board may have sites in several regions; then the region of its first site counts."""
    if membership.partnership_id:
        return membership.partnership_id
    if membership.site:
        return membership.site.partnership_id
    return Site.anywhere.filter(board=membership.board_id).values_list("partnership_id", flat=True).first()


def area_of_person(person: Any) -> Area:
    """Where a person belongs, for the log: the place of the first role; nowhere without a role."""
    membership = Membership.objects.filter(user_id=person.pk).select_related("site").order_by("pk").first()
    if membership is None:
        return NOWHERE
    if membership.site:
        return area_of_site(membership.site)
    return Area(partnership_id=region_of(membership), board_id=membership.board_id)


def area_of_site(site: Site) -> Area:
    return Area(site.partnership_id, site.board_id, site.pk)


def sites_within(scope: Scope) -> QuerySet[Site]:
    return Site.objects.within(scope).select_related("board", "partnership")
