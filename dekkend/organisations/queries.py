"""How far does a person reach, which sites are that, and which people have a role there?"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from dekkend.accounts.models import Employment
from dekkend.audit.words import NOWHERE, Area
from dekkend.notices.words import Recipient
from dekkend.organisations.models import Board, Invitation, Membership, Partnership, Site
from dekkend.organisations.rules.granting import grantable, overseeing
from dekkend.organisations.rules.invitations import hash_of
from dekkend.organisations.words import LEVEL_OF, NOBODY, Grant, Level, Role, Scope, Target


def scope_of(user: Any, today: date) -> Scope:
    """All roles that this person has on this day, in one query. A role counts on its first and its last day."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    memberships = standing_on(today).filter(user=user).select_related("partnership", "board", "site").order_by("pk")
    return Scope(user.pk, tuple(grant_of(membership) for membership in memberships))


def standing_on(today: date) -> QuerySet[Membership]:
    """Every role that runs on this day; of everyone, so narrow it down."""
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=today)
    not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    return Membership.anywhere.filter(begun, not_over, ended_at__isnull=True)


def people_at(site: Site, roles: tuple[Role, ...], today: date) -> list[Recipient]:
    """Everyone who has one of these roles at this site, its board or its region today, and who can be mailed."""
    at_place = Q(site=site) | Q(board=site.board_id) | Q(partnership=site.partnership_id)
    found = standing_on(today).filter(at_place, role__in=[role.value for role in roles], user__is_active=True).select_related("user")
    people = {membership.user_id: membership.user for membership in found.order_by("pk")}
    return [Recipient(person.email, person.name, person.pk) for person in people.values() if person.email]


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


def areas_of_person(person: Any, today: date) -> tuple[Area, ...]:
    """Where a person belongs, for the log: once per region. Roles that are over count only when there is no other; then the last one does.

    Someone without any role belongs where a school login proved to work; else nowhere.
    """
    roles = list(Membership.anywhere.filter(user_id=person.pk).select_related("site").order_by("pk"))
    standing = [role for role in roles if role.ended_at is None and (role.ends_on is None or role.ends_on >= today)]
    counted = standing or sorted(roles, key=last_day)[-1:]
    areas = [area for role in counted for area in areas_of_role(role)] or [area_of_site(site) for site in workplaces(person)]
    once = {area.partnership_id: area for area in reversed(areas)}
    return tuple(once.values()) or (NOWHERE,)


def last_day(role: Membership) -> tuple[date, int]:
    """Until when a role ran, whether it expired or was ended by hand."""
    ends = [role.ends_on or date.max, timezone.localdate(role.ended_at) if role.ended_at else date.max]
    return min(ends), role.pk


def areas_of_role(record: Membership | Invitation) -> list[Area]:
    """Where a role lies; a board may have sites in several regions."""
    if not record.board_id:
        return [area_of_role(record)]
    regions = sorted(board_regions([record.board_id])[record.board_id])
    return [Area(region, record.board_id) for region in regions] or [Area(None, record.board_id)]


def workplaces(person: Any) -> QuerySet[Site]:
    """The sites of the schools that a school login confirmed."""
    brins = list(Employment.objects.filter(user_id=person.pk).values_list("brin", flat=True))
    confirmed = [Q(brin6__startswith=brin) for brin in brins]
    return Site.anywhere.filter(reduce(or_, confirmed)).order_by("pk") if confirmed else Site.anywhere.none()


def area_of_site(site: Site) -> Area:
    return Area(site.partnership_id, site.board_id, site.pk)


def sites_within(scope: Scope) -> QuerySet[Site]:
    return Site.objects.within(scope).select_related("board", "partnership")


def region_within(scope: Scope) -> Partnership | None:
    """The region that this person works for by a role in the region itself; of who works for several, the first by name."""
    return Partnership.objects.filter(pk__in=scope.ids(Level.PARTNERSHIP)).order_by("name", "pk").first()


def people_within(scope: Scope) -> QuerySet[Membership]:
    """The roles at all places that this person oversees, also those that are over."""
    memberships = Membership.objects.within(overseeing(scope))
    return memberships.select_related("user", "site__board", "board", "partnership").order_by("user__name", "pk")


def invitations_within(scope: Scope) -> QuerySet[Invitation]:
    """Invitations at the overseen places that nobody has accepted or revoked, the newest first."""
    invitations = Invitation.objects.within(overseeing(scope)).filter(accepted_at__isnull=True, revoked_at__isnull=True)
    return invitations.select_related("site", "board", "partnership", "invited_by").order_by("-invited_at", "-pk")


def target_of(record: Membership | Invitation) -> Target:
    """Where this role lies, for the question who may give it."""
    if record.site:
        return site_target(record.site)
    if record.board:
        return board_target(record.board)
    return Target(Level.PARTNERSHIP, record.place.pk, frozenset({record.place.pk}))


def site_target(site: Site) -> Target:
    return Target(Level.SITE, site.pk, frozenset({site.partnership_id}), site.board_id)


def board_target(board: Board) -> Target:
    return Target(Level.BOARD, board.pk, board_regions([board.pk])[board.pk], board.pk)


def board_regions(board_ids: Any) -> dict[int, frozenset[int]]:
    """Per board all regions in which it has sites, also those that nobody here oversees."""
    regions: dict[int, set[int]] = defaultdict(set)
    for board_id, region_id in Site.anywhere.filter(board_id__in=board_ids).values_list("board_id", "partnership_id").distinct():
        regions[board_id].add(region_id)
    return defaultdict(frozenset, {board_id: frozenset(found) for board_id, found in regions.items()})


def targets_of(records: list[Membership]) -> dict[int, Target]:
    """`target_of` for many at once, by key; the number of queries does not grow with them."""
    regions = board_regions({record.board_id for record in records if record.board_id})
    of_board = {
        record.pk: Target(Level.BOARD, record.board_id, regions[record.board_id], record.board_id) for record in records if record.board_id
    }
    return {record.pk: of_board.get(record.pk) or target_of(record) for record in records}


def open_sites(sites: QuerySet[Site]) -> QuerySet[Site]:
    """Those that did not close. The register above this room knows which; the setting OPEN_SITES names its query."""
    found: QuerySet[Site] = import_string(settings.OPEN_SITES)(sites)
    return found


def places_to_grant(scope: Scope) -> list[tuple[Target, str, frozenset[Role]]]:
    """Every place where this person may give a role: the place, its name, and which roles. Nobody begins at a school that closed."""
    sites = list(sites_within(scope))
    opened = set(open_sites(sites_within(scope)).values_list("pk", flat=True))
    boards = Board.objects.filter(pk__in={site.board_id for site in sites}).order_by("name", "pk")
    regions = board_regions({site.board_id for site in sites})
    places = [
        *(
            (Target(Level.PARTNERSHIP, each.pk, frozenset({each.pk})), each.name)
            for each in Partnership.objects.filter(pk__in=scope.ids(Level.PARTNERSHIP))
        ),
        *((Target(Level.BOARD, each.pk, regions[each.pk], each.pk), each.name) for each in boards),
        *((site_target(each), f"{each.name}, {each.place}") for each in sites if each.pk in opened),
    ]
    found = ((target, name, grantable(scope, target)) for target, name in places)
    return [(target, name, roles) for target, name, roles in found if roles]


def last_administrator(membership: Membership, today: date) -> bool:
    """This is the only administrator's role of the region that runs."""
    if membership.role != Role.ADMINISTRATOR.value:
        return False
    return not administrators_of(membership.place.pk, today).exclude(pk=membership.pk).exists()


def administrators_of(partnership_id: int, today: date) -> QuerySet[Membership]:
    """The administrator's roles of this region that run today, of people who may log in."""
    running = standing_on(today).filter(role=Role.ADMINISTRATOR.value, partnership=partnership_id, user__is_active=True)
    return running.select_related("user").order_by("user__name", "pk")


def regions_by_care(today: date) -> list[tuple[Partnership, int, date | None]]:
    """Each region with how many administrators it has today, and the last day of the one who stays longest (None: no end). One query."""
    begun = Q(memberships__starts_on__isnull=True) | Q(memberships__starts_on__lte=today)
    not_over = Q(memberships__ends_on__isnull=True) | Q(memberships__ends_on__gte=today)
    runs = begun & not_over & Q(memberships__ended_at__isnull=True, memberships__user__is_active=True)
    theirs = runs & Q(memberships__role=Role.ADMINISTRATOR.value)
    counted = Partnership.objects.annotate(
        many=Count("memberships", theirs, distinct=True),
        endless=Count("memberships", theirs & Q(memberships__ends_on__isnull=True), distinct=True),
        last=Max("memberships__ends_on", filter=theirs),
    )
    return [(each, each.many, None if each.endless else each.last) for each in counted.order_by("name", "pk")]


def same_role(user_id: int, role: Role, target: Target) -> Membership | None:
    """The role that this person has there already and that nobody ended, whether it runs or expired."""
    place = {f"{LEVEL_OF[role].value}_id": target.place_id}
    return Membership.anywhere.filter(user_id=user_id, role=role.value, ended_at__isnull=True, **place).first()


def area_of_role(record: Membership | Invitation) -> Area:
    """Where a role lies, for the log."""
    if record.site:
        return area_of_site(record.site)
    if record.board_id:
        return Area(next(iter(sorted(board_regions([record.board_id])[record.board_id])), None), record.board_id)
    return Area(record.partnership_id)


def has_role_at(email: str, role: Role, target: Target, today: date) -> bool:
    place = {f"{target.level.value}_id": target.place_id}
    return standing_on(today).filter(user__email__iexact=email, role=role.value, **place).exists()


def open_invitation(email: str, role: Role, target: Target, now: datetime) -> bool:
    place = {f"{target.level.value}_id": target.place_id}
    still = Invitation.anywhere.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)
    return still.filter(email=email, role=role.value, **place).exists()


def invitation_of(secret: str) -> Invitation | None:
    """The invitation that this link belongs to. Whoever has the link may see it: it was mailed to one address."""
    invitations = Invitation.anywhere.select_related("site", "board", "partnership", "invited_by")
    return invitations.filter(secret_hash=hash_of(secret)).first()


def administrators_invited(now: datetime) -> dict[int, datetime]:
    """Each region, by key, that invited an administrator who did not answer yet, and until when that is possible. One query."""
    standing = Q(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now, role=Role.ADMINISTRATOR.value)
    found = Invitation.anywhere.filter(standing).order_by().values_list("partnership_id").annotate(until=Max("expires_at"))
    return dict(found)
