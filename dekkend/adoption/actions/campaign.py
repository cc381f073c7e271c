"""How does a region choose the days of its yearly round, and remind schools of their offer?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from dekkend.adoption.actions.taking import Who
from dekkend.adoption.models import Campaign, Reminder
from dekkend.adoption.queries.campaign import places_of
from dekkend.adoption.queries.rounds import round_of
from dekkend.adoption.rules.campaign import WHO_IS_MAILED, why_not
from dekkend.adoption.words.campaign import Place, Round
from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice
from dekkend.organisations.models import Partnership
from dekkend.organisations.queries import area_of_site, people_at
from dekkend.organisations.words import Level, Refused
from dekkend.profiles.actions import about
from dekkend.profiles.words.roles import REGION


@transaction.atomic
def set_round(region: Partnership, school_year: str, opens_on: date, deadline: date, who: Who) -> Campaign:
    """Choose from when the region asks, and by when it wants the offers of this year. Raises Refused when the days are turned round."""
    refuse_unless_own(region, who)
    if deadline < opens_on:
        raise Refused(say("De laatste dag hoort na de eerste te liggen."))
    days = {"opens_on": opens_on, "deadline": deadline}
    made, _ = Campaign.anywhere.update_or_create(partnership=region, school_year=school_year, defaults=days)
    details = {"year": school_year, "opens": say_date(opens_on.isoformat()), "deadline": say_date(deadline.isoformat())}
    subject = Subject(SubjectKind.REGION, str(region.pk), region.name)
    record(Event.CAMPAIGN_SET, actor=who.user, subject=subject, area=Area(region.pk), now=who.now, details=details)
    return made


@transaction.atomic
def remind_schools(region: Partnership, school_year: str, site_ids: Iterable[int], who: Who) -> list[Place]:
    """Mail these schools that their offer is awaited; whoever may not be reminded now is passed over. Returns whom it went to."""
    refuse_unless_own(region, who)
    Partnership.objects.select_for_update().get(pk=region.pk)  # so that two people at once remind a school once
    wanted, round_ = set(site_ids), round_of(region, school_year)
    places = [each for each in places_of(who.scope, region, school_year, today=who.today) if each.pk in wanted]
    return [each for each in places if not why_not(each, round_, now=who.now, today=who.today) and remind(each, round_, who)]


def remind(place: Place, round_: Round, who: Who) -> bool:
    """False when nobody there can be mailed."""
    site, year = place.site, round_.school_year
    people = people_at(site, WHO_IS_MAILED[place.stage], who.today)
    if not people:
        return False
    made = Reminder.objects.create(site=site, school_year=year, by=who.user, at=who.now)
    link = reverse("adoption:case", args=[site.brin6, year])
    values = letter_values(place, round_)
    tell(Notice.OFFER_AWAITED, people, about=f"reminder-{made.pk}", now=who.now, link=link, values=values, area=area_of_site(site))
    record(Event.SCHOOL_REMINDED, actor=who.user, subject=about(site), area=area_of_site(site), now=who.now, details={"year": year})
    return True


def letter_values(place: Place, round_: Round) -> dict[str, str]:
    return {"school": place.site.name, "year": round_.school_year, "day": say_date(round_.deadline.isoformat())}


def refuse_unless_own(region: Partnership, who: Who) -> None:
    if region.pk not in who.scope.only(*REGION).ids(Level.PARTNERSHIP):
        raise PermissionDenied(say("Alleen uw eigen samenwerkingsverband kan dit."))
