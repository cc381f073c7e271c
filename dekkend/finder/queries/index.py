"""What is searched in: every site of the country with what it offers, as arrays in this process.

They depend on the register, on the revision of each region's offers and on the day, and are made anew when one of these changes. Of a
region whose offers did not change nothing is asked again. A request costs the few queries that tell whether anything did.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import monotonic

from django.conf import settings
from django.db.models import Q

from dekkend.finder.rules.indexing import best_by_code, made
from dekkend.finder.words.results import Contact, Index, Reason
from dekkend.offers.queries import counting, offers_in, revisions
from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.models import RegisterSite
from dekkend.register.queries import geography_of_country, revision_of_register

CONTACT = ("values__school__phone", "values__school__email")


@dataclass(frozen=True, slots=True)
class Block:
    """What the sites of one region offer, by the key of the site: the school year, and per code its state and what stands behind it."""

    name: tuple[int, date]
    offers: Mapping[int, tuple[str, Mapping[str, tuple[int, Reason | None]]]]
    contacts: Mapping[int, tuple[str, str]]


_lock = threading.Lock()
_blocks: dict[int, Block] = {}


@dataclass(slots=True)
class Kept:
    """What this process made last, for which state of the database, and when (seconds of a clock that only runs forward) it looked."""

    index: Index | None = None
    today: date | None = None
    looked: float = 0.0


_kept = Kept()


def index_on(today: date) -> Index:
    """What is searched in on this day. Whoever asks while it is made anew gets what was made before; only the very first one waits."""
    if _kept.index is not None and _kept.today == today and monotonic() - _kept.looked < settings.FINDER_LOOKS_AGAIN:
        return _kept.index
    before = _kept.index
    if not _lock.acquire(blocking=before is None) and before is not None:
        return before
    try:
        index = _made(revision_of_register(), tuple(sorted(revisions().items())), today)
        _kept.index, _kept.today, _kept.looked = index, today, monotonic()
        return index
    finally:
        _lock.release()


def forget() -> None:
    """Let go of everything that was kept in this process: for tests, in which databases come and go."""
    with _lock:
        _blocks.clear()
        _kept.index = _kept.today = None
        _made.cache_clear()


@lru_cache(maxsize=1)
def _made(register: str, offers: tuple[tuple[int, int], ...], today: date) -> Index:
    known = dict(offers)
    for partnership in Partnership.objects.order_by("pk"):
        name = (known.get(partnership.pk, 0), today)
        if partnership.pk not in _blocks or _blocks[partnership.pk].name != name or not known.get(partnership.pk):
            _blocks[partnership.pk] = _block(partnership, name, today)
    every = {site: found for block in _blocks.values() for site, found in block.offers.items()}
    contacts = {site: found for block in _blocks.values() for site, found in block.contacts.items()}
    geography = geography_of_country()
    codes = tuple(item.code for item in load_catalogue().items)
    return made(geography, codes, every, _contacts(contacts), fingerprint=f"{register} {offers} {today}")


def _block(partnership: Partnership, name: tuple[int, date], today: date) -> Block:
    offers = best_by_code(offers_in(partnership, today=today), today)
    return Block(name, offers, dict(_spoken_for(partnership, today)))


def _spoken_for(partnership: Partnership, today: date) -> Iterable[tuple[int, tuple[str, str]]]:
    """Telephone and mail that stand in public profiles; not of a version of which something about the school was left out."""
    counts = counting(Q(site__partnership_id=partnership.pk), today)
    rows = counts.exclude(redactions__path__startswith="school").values_list("site_id", *CONTACT)
    return ((site, (phone or "", email or "")) for site, phone, email in rows)


def _contacts(spoken: Mapping[int, tuple[str, str]]) -> dict[str, Contact]:
    """By brin6. The register knows denominations and websites; a school that takes part may say another website."""
    rows = RegisterSite.objects.values_list("brin6", "website", "denomination")
    told = {brin6: (website, denomination) for brin6, website, denomination in rows}
    own = {brin6: (pk, website) for pk, brin6, website in Site.anywhere.values_list("pk", "brin6", "website")}
    found = {}
    for brin6 in told.keys() | own.keys():
        website, denomination = told.get(brin6, ("", ""))
        key, own_website = own.get(brin6, (0, ""))
        phone, email = spoken.get(key, ("", ""))
        found[brin6] = Contact(phone, email, own_website or website, denomination)
    return found
