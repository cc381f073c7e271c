"""How is it said to parents that something is different today from what the profile says?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.offers.rules.standing import is_stale
from dekkend.offers.words import Availability, SiteOffer
from dekkend.profiles.words.school_page import Now


def now_line(offer: SiteOffer, today: date) -> Now:
    """One row of the public page as it stands today. The note is told as long as there is something to tell about it."""
    sentence = different(offer, today)
    note = offer.said.note_for_parents if sentence else ""
    stale = is_stale(offer.confirmed_on, today)
    kind, day, hours = kind_of(offer, today) if sentence else ("", None, "")
    return Now(offer.claim.path, offer.claim.label, sentence, note, offer.confirmed_on, stale, kind, day, hours)


def kind_of(offer: SiteOffer, today: date) -> tuple[str, date | None, str]:
    """What `different` says of an offer of which it says something: its kind, the day and the hours in it."""
    said = offer.said
    if offer.state is not Availability.AVAILABLE:
        return offer.state.value, said.until if offer.state is Availability.PAUSED else said.from_day, ""
    if said.state is Availability.PAUSED and said.from_day is not None and said.from_day > today:
        return "soon", said.from_day, ""
    return "hours", None, in_dutch(said.hours)


def different(offer: SiteOffer, today: date) -> str:
    """One B1 sentence, or "" when it is as the profile says."""
    said = offer.said
    if offer.state is Availability.PAUSED:
        return paused(said.until)
    if offer.state is Availability.PLANNED:
        if said.from_day is None:
            return say("Dit komt er nog. Vanaf wanneer is niet bekend.")
        return say("Dit komt er vanaf {day}.", day=say_date(said.from_day.isoformat()))
    if offer.state is Availability.GONE:
        return say("De school geeft dit niet meer. In het vastgestelde aanbod staat het nog wel.")
    if said.state is Availability.PAUSED and said.from_day is not None and said.from_day > today:
        return say("Dit kan vanaf {day} een tijd niet.", day=say_date(said.from_day.isoformat()))
    if said.hours is not None and said.hours != offer.claim.hours:
        return say("Nu is er {hours} uur per week.", hours=in_dutch(said.hours))
    return ""


def in_dutch(hours: Decimal | None) -> str:
    return "" if hours is None else f"{hours.normalize():f}".replace(".", ",")


def paused(until: date | None) -> str:
    if until is None:
        return say("Dit kan nu even niet. Tot wanneer is niet bekend.")
    return say("Dit kan nu even niet, tot en met {day}.", day=say_date(until.isoformat()))
