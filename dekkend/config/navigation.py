"""Which entries does the menu show to this person? What someone cannot open does not stand there."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_noop
from rules.predicates import Predicate, always_allow

from dekkend.adoption.permissions import may_see as may_see_adoption
from dekkend.audit.permissions import administers_somewhere
from dekkend.coverage.permissions import may_see as may_see_coverage
from dekkend.demo.queries import bar
from dekkend.needcards.permissions import may_ask
from dekkend.offers.permissions import may_see as may_see_offers
from dekkend.organisations.permissions import may_see_people
from dekkend.profiles.permissions import looks_after_drafts, writes_for_own_school
from dekkend.reading.permissions import may_hand_in
from dekkend.register.permissions import may_look as may_look_at_register
from dekkend.signals.permissions import may_see as may_see_signals
from dekkend.work.permissions import may_look_after_work

Listed = tuple[tuple[str, str, Predicate], ...]
FOR_ROLES: Listed = (
    (gettext_noop("Mijn dag"), "home:my_day", always_allow),
    (gettext_noop("Ons aanbod"), "profiles:offers", writes_for_own_school),
    (gettext_noop("Concepten"), "profiles:drafts", looks_after_drafts),
    (gettext_noop("Vaststellen"), "adoption:overview", may_see_adoption),
    (gettext_noop("Aanbod nu"), "offers:overview", may_see_offers),
    (gettext_noop("Dekking"), "coverage:board", may_see_coverage),
    (gettext_noop("Rondvragen"), "needcards:received", may_ask),
    (gettext_noop("Signalen"), "signals:inbox", may_see_signals),
    (gettext_noop("Documenten"), "reading:documents", may_hand_in),
    (gettext_noop("Mensen"), "organisations:people", may_see_people),
)
# What keeps the place running. Who has many of these finds them under one entry, so that the menu stays on one line.
UPKEEP: Listed = (
    (gettext_noop("Register"), "register:overview", may_look_at_register),
    (gettext_noop("Taken"), "work:work", may_look_after_work),
    (gettext_noop("Berichten"), "notices:mails", administers_somewhere),
    (gettext_noop("Logboek"), "audit:log", administers_somewhere),
)
FEW = 2


@dataclass(frozen=True)
class Entry:
    """One entry of the menu. `below` are the screens that it stands for, shown as a second row while one of them is open."""

    label: str
    address: str
    current: bool
    below: tuple[Entry, ...] = ()


def navigation(request: HttpRequest) -> dict[str, object]:
    """The context processor of every page."""
    shown = {"navigation": entries(request), "languages": other_languages(), "unchecked": language_now() in unchecked_languages()}
    return shown | {"demo": settings.DEMO, "banner": bar(request) if settings.DEMO else None}


def other_languages() -> list[tuple[str, str, bool]]:
    """The languages to change to: code, own name, and whether nobody of flesh and blood checked the translation yet."""
    unchecked = unchecked_languages()
    return [(code, name, code in unchecked) for code, name in settings.LANGUAGES if code != language_now()]


def unchecked_languages() -> set[str]:
    return {code for code, _ in settings.LANGUAGES} - {*settings.CHECKED_LANGUAGES, settings.LANGUAGE_CODE}


def language_now() -> str:
    return get_language() or settings.LANGUAGE_CODE


def entries(request: HttpRequest) -> list[Entry]:
    start = _entry(request, gettext_noop("Zoek een school"), "home:start")
    # A request that was refused at the door, for a wrong host name, has no user yet.
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return [start]
    upkeep = _open_to(request, UPKEEP)
    if len(upkeep) > FEW:
        upkeep = [Entry(gettext_noop("Beheer"), upkeep[0].address, any(entry.current for entry in upkeep), tuple(upkeep))]
    return [start, *_open_to(request, FOR_ROLES), *upkeep]


def _open_to(request: HttpRequest, listed: Listed) -> list[Entry]:
    return [_entry(request, label, name) for label, name, may in listed if may.test(request.scope, None)]  # type: ignore[attr-defined]


def _entry(request: HttpRequest, label: str, name: str) -> Entry:
    address = reverse(name)
    return Entry(label, address, is_here(request.path, address))


def is_here(path: str, address: str) -> bool:
    """The start is only itself; another entry also stands for the screens below it."""
    return path == address if address == "/" else path.startswith(address)
