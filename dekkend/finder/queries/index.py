"""What is searched in: every site of the country with what it offers, as arrays in this process.

They depend on the register, on the revision of each region's offers and on the day, and are made anew when one of these changes: in a
thread of their own, while visitors get what was made before. Of a region whose offers did not change nothing is asked again. A request
costs the few queries that tell whether anything did.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from time import monotonic

from django.conf import settings
from django.db import connections
from django.db.models import Q

from dekkend.finder.rules.indexing import OfSite, best_by_code, made
from dekkend.finder.words.results import Contact, Index
from dekkend.offers.queries import counting, known_in, revisions
from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.models import RegisterSite
from dekkend.register.queries import geography_of_country, revision_of_register

CONTACT = ("values__school__phone", "values__school__email")


@dataclass(frozen=True, slots=True)
class Block:
    """What the sites of one region offer, by the key of the site: the school year, and per code its state and what stands behind it."""

    name: tuple[int, date]
    offers: Mapping[int, OfSite]
    contacts: Mapping[int, tuple[str, str]]


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
    """What this process made last, of which state, when it looked (seconds of a clock that only runs forward), and what is being made."""

    index: Index | None = None
    state: State | None = None
    looked: float = 0.0
    making: Future[Index] | None = None


_kept = Kept()
_blocks: dict[int, Block] = {}
_lock = threading.Lock()  # one index is made at a time
_begin = threading.Lock()  # held for a moment, to see whether one is being made
_maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="finder")


def index_on(today: date) -> Index:
    """What is searched in on this day. Only who comes before anything was made waits for it; anyone else FINDER_WAITS seconds at most."""
    before = _kept.index
    if before is not None and _is_of(today) and monotonic() - _kept.looked < settings.FINDER_LOOKS_AGAIN:
        return before
    state = State(revision_of_register(), tuple(sorted(revisions().items())), today)
    if before is not None and _kept.state == state:
        _kept.looked = monotonic()
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


def make_ready(today: date) -> Future[Index]:
    """Begin to make it before anyone asks."""
    return _maker.submit(_apart, today, None)


def forget() -> None:
    """Let go of everything that was kept in this process: for tests, in which databases come and go."""
    with _lock:
        _blocks.clear()
        _kept.index = _kept.state = _kept.making = None


def _is_of(today: date) -> bool:
    return _kept.state is not None and _kept.state.today == today


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
        return _renewed(state or State(revision_of_register(), tuple(sorted(revisions().items())), today))
    finally:
        connections.close_all()


def _renewed(state: State) -> Index:
    with _lock:
        if _kept.index is None or _kept.state != state:
            _kept.index, _kept.state = _made(state), state
        _kept.looked = monotonic()
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
    codes = tuple(item.code for item in load_catalogue().items)
    regions = tuple(sorted(partnership.name for partnership in partnerships))
    return made(geography_of_country(), codes, every, _contacts(contacts), fingerprint=str(state), regions=regions)


def _block(partnership: Partnership, name: tuple[int, date], today: date) -> Block:
    return Block(name, best_by_code(*known_in(partnership, today=today), today), dict(_spoken_for(partnership, today)))


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
