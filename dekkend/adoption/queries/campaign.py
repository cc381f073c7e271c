"""How far is every school of a region in the yearly round?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Max, Q

from dekkend.adoption.models import Adoption, Reminder
from dekkend.adoption.queries.overview import Stand, stands_of
from dekkend.adoption.rules.campaign import WHO_IS_MAILED
from dekkend.adoption.words.campaign import Place
from dekkend.organisations.models import Invitation, Membership, Partnership, Site
from dekkend.organisations.queries import sites_within, standing_on
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries.fixed_text import open_wordings
from dekkend.profiles.queries.questions import open_questions
from dekkend.profiles.rules.parts import states
from dekkend.profiles.words.roles import REGION
from dekkend.register.queries.closures import still_open


def places_of(scope: Scope, region: Partnership, school_year: str, *, today: date) -> list[Place]:
    """Every open school of the region, the late ones first; the number of queries does not grow with them. Without `done` and `total`."""
    sites = list(still_open(sites_within(scope.only(*REGION)).filter(partnership=region)).order_by("name", "brin6"))
    stands = stands_of(sites, school_year, today=today)
    reminded = last_reminded(sites, school_year)
    asked, wordings = open_questions(scope, sites, school_year), open_wordings(sites, school_year)
    joined = taking_part(sites)
    made = (place_of(site, stands[site.pk], joined) for site in sites)
    known = [
        replace(each, reminded_at=reminded.get(each.pk), asked=asked.get(each.pk, 0), wordings=wordings.get(each.pk, 0)) for each in made
    ]
    return sorted(known, key=lambda each: (not each.late, each.order))


def place_of(site: Site, stand: Stand, joined: set[int]) -> Place:
    return Place(site, stand.stage, stand.until, joined=site.pk in joined)


def taking_part(sites: Sequence[Site]) -> set[int]:
    """The keys of the schools where someone ever had a role or an invitation, there or at the board, or where anything was written."""
    keys, boards = [site.pk for site in sites], {site.board_id for site in sites if site.board_id}
    found: set[int] = set()
    for model in (ProfileDraft, ProfileVersion, Adoption):
        found |= set(model.anywhere.filter(site__in=keys).values_list("site_id", flat=True).distinct())
    asked: set[int] = set()
    for role in (Membership, Invitation):
        places = role.anywhere.filter(Q(site__in=keys) | Q(board__in=boards)).values_list("site_id", "board_id").distinct()
        for site_id, board_id in places:
            found.add(site_id)
            asked.add(board_id)
    return {site.pk for site in sites if site.pk in found or (site.board_id and site.board_id in asked)}


def last_reminded(sites: Iterable[Site], school_year: str) -> dict[int, datetime]:
    found = Reminder.anywhere.filter(site__in=list(sites), school_year=school_year).values("site_id").annotate(last=Max("at"))
    return {each["site_id"]: each["last"] for each in found}


def within_reach(places: Iterable[Place], today: date) -> set[int]:
    """The keys of the schools where at least one person can be mailed."""
    places = list(places)
    sites, boards = [each.pk for each in places], [each.site.board_id for each in places]
    running = standing_on(today).filter(Q(site__in=sites) | Q(board__in=boards), user__is_active=True).exclude(user__email="")
    there = {(role, site_id, board_id) for role, site_id, board_id in running.values_list("role", "site_id", "board_id")}
    return {
        each.pk
        for each in places
        for role in WHO_IS_MAILED[each.stage]
        if (role.value, each.pk, None) in there or (role.value, None, each.site.board_id) in there
    }


def with_parts(places: Sequence[Place], school_year: str) -> list[Place]:
    """The same with how many parts of the draft are done. It reads whole drafts: ask it for what is shown."""
    of_year = ProfileDraft.anywhere.filter(site__in=[each.site for each in places], school_year=school_year, closed_at__isnull=True)
    known = {draft.site_id: states(load_template(draft.template), draft.values, draft.standing) for draft in of_year}
    return [
        replace(each, done=sum(state.done for state in known[each.pk]), total=len(known[each.pk])) if each.pk in known else each
        for each in places
    ]
