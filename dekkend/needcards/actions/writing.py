"""How does a school write a card, choose whom to ask, and throw a concept away? Nobody else sees any of it yet."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.sentences import say
from dekkend.needcards.actions.doing import Who, held, log, refuse_closed, refuse_private, refuse_strangers, refuse_when_not_possible
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.queries.schools import reachable, some_sites
from dekkend.needcards.rules.days import wrong_day
from dekkend.needcards.words.cards import LONGEST_CONTACT, LONGEST_TEXT, MOST_CODES, MOST_SCHOOLS, Kind, State
from dekkend.needcards.words.facts import Written
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.queries.small_areas import area_problem

ALREADY_SENT = say("De vraag is al gesteld, dus de tekst verandert niet meer. Trek de vraag in en stel een nieuwe.")


@transaction.atomic
def write(site: Site, given: Written, who: Who) -> NeedCard:
    """A new concept. Raises PermissionDenied for someone else's school, Refused for what may not be stored."""
    refuse_strangers(site, who)
    refuse_closed(site)
    refuse_written(given, who)
    card = NeedCard(site=site, made_by=who.user, made_at=who.now)
    lay_down(card, given)
    log(Event.CARD_WRITTEN, card, site, who)
    return card


@transaction.atomic
def rewrite(card: NeedCard, given: Written, who: Who) -> NeedCard:
    """Change a concept. What was sent stays as it was read."""
    refuse_strangers(card.site, who)
    card = held(card)
    if card.state != State.DRAFT.value:
        raise Refused(ALREADY_SENT)
    refuse_closed(card.site)
    refuse_written(given, who)
    lay_down(card, given)
    log(Event.CARD_WRITTEN, card, card.site, who)
    return card


def refuse_written(given: Written, who: Who) -> None:
    small = area_problem(given.area) if given.area else ""
    if why := wrong_day(given.answer_by, today=who.today) or small:
        raise Refused(why)
    known = load_catalogue()
    if not 0 < len(given.codes) <= MOST_CODES or any(known.item(code) is None for code in given.codes):
        raise Refused(say("Kies één tot {most} soorten ondersteuning uit de lijst.", most=MOST_CODES))
    if len(given.text) > LONGEST_TEXT or len(given.contact) > LONGEST_CONTACT:
        raise Refused(say("De tekst is te lang. Maak haar korter."))
    refuse_private(given.text, today=who.today)
    if any(find_bsn(given.contact)):
        raise Refused(say("Hier staat een nummer dat een burgerservicenummer kan zijn. Dat mogen wij niet bewaren. Haal het weg."))


def lay_down(card: NeedCard, given: Written) -> None:
    card.asked, card.age, card.codes = given.asked.value, given.age, list(dict.fromkeys(given.codes))
    card.text, card.area, card.from_day = given.text.strip(), given.area, given.from_day
    card.answer_by, card.contact = given.answer_by, given.contact.strip()
    card.save()


@transaction.atomic
def choose(card: NeedCard, shown: Collection[int], ticked: Collection[int], who: Who) -> int:
    """Of the schools that were `shown` ask those that are `ticked`; what is asked already stays asked. Returns how many are chosen now."""
    refuse_strangers(card.site, who)
    card = held(card)
    if card.state not in (State.DRAFT.value, State.OPEN.value):
        raise Refused(say("Deze vraag is afgesloten. Zet haar eerst weer open."))
    refuse_closed(card.site)
    chosen = set(Inquiry.anywhere.filter(card=card).values_list("site_id", flat=True))
    wanted = (chosen - set(shown)) | set(ticked)
    if len(wanted | asked_already(card)) > MOST_SCHOOLS:
        raise Refused(say("Kies hoogstens {most} scholen. Hoe minder scholen dit lezen, hoe beter.", most=MOST_SCHOOLS))
    new = some_sites(wanted - chosen, but=card.site_id)
    refuse_unreachable(new, who)
    Inquiry.anywhere.filter(card=card, sent_at__isnull=True).exclude(site_id__in=wanted).delete()
    for site in new:
        Inquiry.objects.create(card=card, site=site)
    return Inquiry.anywhere.filter(card=card).count()


def asked_already(card: NeedCard) -> set[int]:
    return set(Inquiry.anywhere.filter(card=card, sent_at__isnull=False).values_list("site_id", flat=True))


def refuse_unreachable(sites: Collection[Site], who: Who) -> None:
    people = reachable([site.pk for site in sites], who.today)
    alone = [site.name for site in sites if site.pk not in people]
    if alone:
        raise Refused(say("Bij {school} kan nog niemand in Dekkend antwoorden. Bel of mail die school zelf.", school=alone[0]))


@transaction.atomic
def discard(card: NeedCard, who: Who) -> None:
    """Throw a concept away: nobody else ever saw it, so nothing of it is kept."""
    refuse_strangers(card.site, who)
    card = held(card)
    refuse_when_not_possible(Kind.DISCARD, card, today=who.today)
    log(Event.CARD_DISCARDED, card, card.site, who)
    card.delete()
