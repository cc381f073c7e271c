"""Which cards did a school send, which reached it, and what happened to one of them?

A card is found in one of two ways: as what the own school asked, or as what it was asked. There is no third.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from dekkend.kernel.private_text import Remark, warned_in
from dekkend.needcards.models import CardStep, Inquiry, NeedCard
from dekkend.needcards.words.cards import SCHOOL, Happened, State
from dekkend.needcards.words.facts import Facts
from dekkend.needcards.words.replies import GIVEN, Reply
from dekkend.organisations.models import Site
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Level, Scope
from dekkend.register.queries.closures import closed_sites, still_open

SEEN_BY_ALL = (Happened.CLOSED, Happened.WITHDRAWN, Happened.REOPENED, Happened.LAPSED)


def own_sites(scope: Scope) -> QuerySet[Site]:
    """The schools for which this person may ask and answer."""
    return sites_within(scope).filter(pk__in=scope.only(*SCHOOL).ids(Level.SITE))


def sites_to_ask_for(scope: Scope) -> QuerySet[Site]:
    """Of these the ones that are open: a school that closed has no children to ask for."""
    return still_open(own_sites(scope))


def sent_by(scope: Scope) -> QuerySet[NeedCard]:
    """What the own schools ask or asked, concepts too, the newest first; with how many schools are asked and answered."""
    counted = {"schools": Count("inquiries"), "answered": Count("inquiries", filter=Q(inquiries__reply__gt=Reply.NONE.value))}
    return NeedCard.objects.within(scope).select_related("site").annotate(**counted).order_by("-made_at", "-pk")


def card_of(scope: Scope, card_id: int) -> NeedCard | None:
    """One card of the own school."""
    return NeedCard.objects.within(scope).select_related("site__partnership", "site__board", "outcome_site").filter(pk=card_id).first()


def asked_with(card: NeedCard) -> list[Inquiry]:
    """Every school that is asked or chosen with a card of the own school, those who answered first."""
    found = Inquiry.anywhere.filter(card=card).select_related("site", "replied_by")
    order = (*GIVEN, Reply.NONE)
    return sorted(found, key=lambda each: (order.index(Reply(each.reply)), each.site.name, each.pk))


def sites_asked(card: NeedCard) -> QuerySet[Site]:
    """The schools that know of the question."""
    asked = Inquiry.anywhere.filter(card=card, sent_at__isnull=False)
    return Site.anywhere.filter(pk__in=asked.values("site_id")).order_by("name", "pk")


def received_by(scope: Scope) -> QuerySet[Inquiry]:
    """What the own schools were asked, the newest first; what was chosen and not sent yet is not there."""
    return Inquiry.objects.within(scope).filter(sent_at__isnull=False).select_related("card__site", "site").order_by("-sent_at", "-pk")


def inquiry_of(scope: Scope, inquiry_id: int) -> Inquiry | None:
    """One question that reached the own school."""
    return received_by(scope).select_related("card__site__partnership", "site__partnership").filter(pk=inquiry_id).first()


def steps_of(card: NeedCard) -> QuerySet[CardStep]:
    """For the sender: all that happened, the last thing first."""
    return CardStep.anywhere.filter(card=card).select_related("site", "by").order_by("-at", "-pk")


def steps_for(inquiry: Inquiry) -> QuerySet[CardStep]:
    """For a school that was asked: what it did itself, and what became of the card. Nothing of other schools."""
    whole = Q(kind__in=[kind.value for kind in SEEN_BY_ALL])
    return steps_of(inquiry.card).filter(whole | Q(site=inquiry.site))


def facts_of(card: NeedCard, *, today: date, warnings: Iterable[Remark] = ()) -> Facts:
    """What the rules look at. `warnings` are the remarks on the text that nobody decided about."""
    chosen = Inquiry.anywhere.filter(card=card).exclude(sent_at__isnull=True, site_id__in=closed_sites()).count()
    return Facts(
        state=State(card.state),
        codes=len(card.codes),
        schools=chosen,
        days_left=(card.answer_by - today).days,
        warnings=len(tuple(warnings)),
        settled=card.settled_at is not None,
    )


def warnings_of(card: NeedCard, today: date) -> tuple[Remark, ...]:
    """What in the text of a card may be a name."""
    return warned_in(card.text, today=today)
