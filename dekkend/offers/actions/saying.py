"""What can a school say of an offer between two adoptions, and how is that undone? The adopted text is never touched."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_noop

from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event, Subject, SubjectKind
from dekkend.offers.actions.projecting import raise_revision
from dekkend.offers.models import Ask, OfferState
from dekkend.offers.permissions import may_say_at
from dekkend.offers.queries import offers_of, open_drafts
from dekkend.offers.rules.claims import paths_in
from dekkend.offers.words import Availability, Refused, Said, SiteOffer
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Scope
from dekkend.profiles.actions.reopening import reopen

NOT_OFFERED = gettext_noop("Dit staat niet in het aanbod dat nu openbaar is. Laad de pagina opnieuw.")
NOTHING_TO_UNDO = gettext_noop("Er is hier niets om terug te zetten.")


@transaction.atomic
def declare(site: Site, key: str, said: Said, *, by: Any, scope: Scope, today: date, now: datetime) -> OfferState:
    """Lay down how an offer stands, in place of what was said before. Raises PermissionDenied or Refused."""
    require(scope, site)
    return lay_down(site, key, said, by=by, today=today, now=now, ask=None)


@transaction.atomic
def confirm(site: Site, key: str, *, by: Any, scope: Scope, today: date, now: datetime) -> OfferState:
    """It is still as it was said last."""
    require(scope, site)
    return lay_down(site, key, None, by=by, today=today, now=now, ask=None)


@transaction.atomic
def undo(site: Site, key: str, *, by: Any, scope: Scope, today: date, now: datetime) -> None:
    """Back to what stood before the last thing that was said."""
    require(scope, site)
    take_back(site, key, by=by, today=today, now=now, ask=None)


def lay_down(site: Site, key: str, said: Said | None, *, by: Any, today: date, now: datetime, ask: Ask | None) -> OfferState:
    """The new row, in a transaction of the caller, who asked whether this person may. `said` None: as it stands, confirmed again."""
    hold(site)
    offer = offered(site, key, today)
    before = OfferState.anywhere.filter(site=site, key=key, ended_at=None).first()
    told = said if said is not None else in_force(offer)
    if before:
        end(before, now)
    about = {"version_id": offer.version_id, "level": offer.level, "choice": offer.claim.choice}
    fields: dict[str, Any] = asdict(told) | about | {"state": told.state.value}
    state = OfferState.objects.create(  # type: ignore[misc]  # copied from what was said
        site=site, key=key, confirmed_on=today, confirmed_by=by, said_at=now, before=before, ask=ask, **fields
    )
    details = {"offer": offer.claim.label, "state": told.state.label.lower()}
    if told.state is Availability.GONE:
        reopen_in_drafts(site, offer, by=by, now=now)
    write_down(Event.OFFER_CONFIRMED if said is None else Event.OFFER_SAID, site, by=by, now=now, details=details)
    return state


def take_back(site: Site, key: str, *, by: Any, today: date, now: datetime, ask: Ask | None) -> None:
    """Through the link of a mail only what was said through that same link can be undone."""
    hold(site)
    state = OfferState.anywhere.select_related("before").filter(site=site, key=key, ended_at=None).first()
    if state is None or (ask is not None and state.ask_id != ask.pk):
        raise Refused(NOTHING_TO_UNDO)
    end(state, now, undone=True)
    earlier = state.before
    if earlier is not None:
        earlier.pk, earlier.ended_at, earlier.undone, earlier._state.adding = None, None, False, True
        earlier.save(force_insert=True)
    offer = next((offer for offer in offers_of(site, today=today) if offer.claim.key == key), None)
    write_down(Event.OFFER_UNDONE, site, by=by, now=now, details={"offer": offer.claim.label if offer else key})


def in_force(offer: SiteOffer) -> Said:
    """What is confirmed: what was said, without a pause or a plan whose time has passed."""
    said = offer.said
    return said if said.state is offer.state else replace(said, state=offer.state, from_day=None, until=None, note_for_parents="")


def reopen_in_drafts(site: Site, offer: SiteOffer, *, by: Any, now: datetime) -> None:
    """What no longer exists is an open point in the drafts of this year and later: someone decides there what the next text says."""
    for draft in open_drafts(site, offer.school_year):
        reopen(draft, paths_in(offer.claim, draft.values), by=by, now=now)


def offered(site: Site, key: str, today: date) -> SiteOffer:
    found = next((offer for offer in offers_of(site, today=today) if offer.claim.key == key and offer.offered), None)
    if found is None:
        raise Refused(NOT_OFFERED)
    return found


def require(scope: Scope, site: Site) -> None:
    if not may_say_at(scope, site):
        raise PermissionDenied(gettext_noop("Alleen de school zelf zegt hoe haar aanbod ervoor staat."))


def hold(site: Site) -> None:
    """Of two people who say something of the same school at once, one waits for the other."""
    Site.anywhere.select_for_update().get(pk=site.pk)


def end(state: OfferState, now: datetime, **more: bool) -> None:
    OfferState.anywhere.filter(pk=state.pk).update(ended_at=now, **more)


def write_down(event: Event, site: Site, *, by: Any, now: datetime, details: Details) -> None:
    subject = Subject(SubjectKind.SITE, str(site.pk), site.name)
    record(event, actor=by, subject=subject, area=area_of_site(site), now=now, details=details)
    raise_revision([site.partnership_id])
