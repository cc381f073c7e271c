"""What is searched in: every site of the country with what it offers, as arrays in this process.

They depend on the register, on the revision of each region's offers and on the day, and are made anew when one of these changes: in a
thread of their own, while visitors get what was made before and are told so. Of a region whose offers did not change nothing is asked
again. A request costs one small query that tells whether any offer changed; the register is looked at once a second.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import monotonic

from django.conf import settings
from django.db import connections
from django.db.models import Q

from dekkend.finder.rules.indexing import OfSite, best_by_code, made
from dekkend.finder.words.results import Contact, Index
from dekkend.offers.queries import counting, known_in, revisions
from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import is_known, load_template
from dekkend.register.models import RegisterSite
from dekkend.register.queries import geography_of_country, revision_of_register

log = logging.getLogger("dekkend.finder")

CONTACT = ("values__school__phone", "values__school__email")


@dataclass(frozen=True, slots=True)
class Block:
    """What the sites of one region offer, by the key of the site: the school year, and per code its state and what stands behind it.

    `not_asked` are the kinds for which the form of its profile has no question.
    """

    name: tuple[int, date]
    offers: Mapping[int, OfSite]
    contacts: Mapping[int, tuple[str, str]]
    not_asked: Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class State:
    """All that an index depends on: the register, the revision of each region's offers by its key, and the day."""

    register: str
    offers: tuple[tuple[int, int], ...]
    today: date

    def __str__(self) -> str:
        return f"{self.register} {self.offers} {self.today}"


@dataclass(slots=True)
class Kept:
    """What this process made last, of which state, and what is being made.

    `seen` is the state that it saw last, `looked` when it looked at the register (seconds of a clock that only runs forward).
    """

    index: Index | None = None
    state: State | None = None
    seen: State | None = None
    looked: float = 0.0
    making: Future[Index] | None = None


_kept = Kept()
_blocks: dict[int, Block] = {}
_lock = threading.Lock()  # one index is made at a time
_begin = threading.Lock()  # held for a moment, to see whether one is being made
_maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="finder")


def index_on(today: date) -> Index:
    """What is searched in on this day. Only who comes before anything was made waits for it; anyone else FINDER_WAITS seconds at most."""
    before, state = _kept.index, _state_of(today)
    if before is not None and _kept.state == state:
        return before
    if not settings.FINDER_IN_BACKGROUND:
        return _renewed(state)
    making, own = _in_background(state)
    if before is None:
        return making.result()
    try:
        return making.result(settings.FINDER_WAITS) if own else before
    except TimeoutError:
        return before
    except Exception:
        log.exception("finder not renewed")
        return before


def is_behind(index: Index) -> bool:
    """Something changed since this was made, and what is new is not ready yet."""
    return _kept.seen is not None and index.fingerprint != str(_kept.seen)


def make_ready(today: date) -> Future[Index]:
    """Begin to make it before anyone asks."""
    return _maker.submit(_apart, today, None)


def forget() -> None:
    """Let go of everything that was kept in this process: for tests, in which databases come and go."""
    with _lock:
        _blocks.clear()
        _kept.index = _kept.state = _kept.seen = _kept.making = None


def _state_of(today: date) -> State:
    """How things stand now. One query; of the register, that seldom changes, a few more once in FINDER_LOOKS_AGAIN seconds."""
    seen, now = _kept.seen, monotonic()
    register = seen.register if seen is not None and now - _kept.looked < settings.FINDER_LOOKS_AGAIN else ""
    if not register:
        register, _kept.looked = revision_of_register(), now
    _kept.seen = State(register, tuple(sorted(revisions().items())), today)
    return _kept.seen


def _in_background(state: State) -> tuple[Future[Index], bool]:
    """What is being made, and whether this visitor began it."""
    with _begin:
        running = _kept.making
        if running is not None and not running.done():
            return running, False
        _kept.making = _maker.submit(_apart, state.today, state)
        return _kept.making, True


def _apart(today: date, state: State | None) -> Index:
    """In a thread of its own, with a connection to the database of its own, that is let go of afterwards."""
    try:
        return _renewed(state or _state_of(today))
    finally:
        connections.close_all()


def _renewed(state: State) -> Index:
    with _lock:
        if _kept.index is None or _kept.state != state:
            _kept.index, _kept.state = _made(state), state
        return _kept.index


def _made(state: State) -> Index:
    known, today = dict(state.offers), state.today
    partnerships = list(Partnership.objects.order_by("pk"))
    for partnership in partnerships:
        name = (known.get(partnership.pk, 0), today)
        if partnership.pk not in _blocks or _blocks[partnership.pk].name != name or not known.get(partnership.pk):
            _blocks[partnership.pk] = _block(partnership, name, today)
    every = {site: found for block in _blocks.values() for site, found in block.offers.items()}
    contacts = {site: found for block in _blocks.values() for site, found in block.contacts.items()}
    not_asked = {site: found for block in _blocks.values() for site, found in block.not_asked.items()}
    codes = tuple(item.code for item in load_catalogue().items)
    regions = tuple(sorted(partnership.name for partnership in partnerships))
    ground, reached = geography_of_country(), _contacts(contacts)
    return made(ground, codes, every, reached, fingerprint=str(state), regions=regions, not_asked=not_asked)


def _block(partnership: Partnership, name: tuple[int, date], today: date) -> Block:
    offers = best_by_code(*known_in(partnership, today=today), today)
    return Block(name, offers, dict(_spoken_for(partnership, today)), dict(_not_asked_of(partnership, today)))


def _not_asked_of(partnership: Partnership, today: date) -> Iterable[tuple[int, frozenset[str]]]:
    """By site the kinds of support that its form does not ask; what nobody asked, no school forgot to answer. One query."""
    rows = counting(Q(site__partnership_id=partnership.pk), today).values_list("site_id", "template")
    return ((site, _not_asked_on(template)) for site, template in rows)


@lru_cache(maxsize=64)
def _not_asked_on(template: str) -> frozenset[str]:
    """A form that is not installed any more asks we do not know what."""
    if not is_known(template):
        return frozenset()
    asked = {f"{block.id}.{row.code}" for block in load_template(template).blocks() for row in block.rows}
    return frozenset(item.code for item in load_catalogue().items) - asked


def _spoken_for(partnership: Partnership, today: date) -> Iterable[tuple[int, tuple[str, str]]]:
    """Telephone and mail that stand in public profiles; not of a version of which something about the school was left out."""
    counts = counting(Q(site__partnership_id=partnership.pk), today)
    rows = counts.exclude(redactions__path__startswith="school").values_list("site_id", *CONTACT)
    return ((site, (phone or "", email or "")) for site, phone, email in rows)


def _contacts(spoken: Mapping[int, tuple[str, str]]) -> dict[str, Contact]:
    """By brin6. The register knows denominations and websites; a school that takes part may say another website."""
    rows = RegisterSite.objects.values_list("brin6", "website", "denomination")
    told = {brin6: (website, denomination) for brin6, website, denomination in rows}
    of_sites = Site.anywhere.values_list("pk", "brin6", "website", "street", "house_number", "postcode")
    own = {brin6: (pk, website, f"{street} {number}, {code}") for pk, brin6, website, street, number, code in of_sites}
    found = {}
    for brin6 in told.keys() | own.keys():
        website, denomination = told.get(brin6, ("", ""))
        key, own_website, address = own.get(brin6, (0, "", ""))
        phone, email = spoken.get(key, ("", ""))
        found[brin6] = Contact(phone, email, own_website or website, denomination, address)
    return found
