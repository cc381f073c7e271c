"""Which places and schools may someone mean who typed a name that we do not know? Offered to choose from, never taken for sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dekkend.finder.rules.places import key_of, readable
from dekkend.finder.rules.spelling import distance
from dekkend.finder.rules.tokens import words_in
from dekkend.finder.rules.vocabulary import SHORTEST, faults_allowed
from dekkend.finder.words.results import Index
from dekkend.organisations.rules.admission import condition_of

MOST = 5  # of each that are offered
MOST_TOGETHER = 3  # words of a name within a longer text
KEPT = 20_000  # names without blanks that are remembered: every school is compared with every run
MOST_RUNS = 12  # that are looked at: each costs a walk along all schools
SIGN = re.compile(r"[.,;:!?\n()+&/]")
ARTICLES = frozenset({"de", "het", "een", "t", "d", "s", "school", "basisschool", "obs", "cbs", "rkbs", "pcb", "sbo", "so"})


@dataclass(frozen=True, slots=True)
class Called:
    """A school by its name; `has_page` when it made an offer public; `condition` is a sentence to know before a child can go there."""

    brin6: str
    name: str
    place: str
    postcode: str
    has_page: bool
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """What is offered to choose from; all are empty when nothing looks like what was typed. `words` are those that name it, as typed."""

    places: tuple[str, ...] = ()
    schools: tuple[Called, ...] = ()
    words: tuple[str, ...] = ()


def meant_by(typed: str, index: Index) -> Meant:
    """Places and schools whose name was typed, whole or with few faults, the best first."""
    exactly = tuple(place.label for place in index.places.get(key_of(typed), ()))
    wanted = bare(typed)
    if len(wanted) < SHORTEST:
        return Meant(places=exactly)
    near = [(found, many) for key, found in index.places.items() if (many := faults(wanted, bare(key))) is not None]
    places = {place.label: many for found, many in near for place in found}
    schools = {at: many for at, site in enumerate(index.sites) if (many := faults(wanted, bare(site.name), within=wanted)) is not None}
    return Meant(
        places=exactly or tuple(sorted(places, key=lambda label: (places[label], label))[:MOST]),
        schools=tuple(called(index, at) for at in sorted(schools, key=lambda at: (schools[at], index.names[at]))[:MOST]),
    )


def meant_in(text: str, unknown: Sequence[str], index: Index) -> Meant:
    """Places and schools that are named in a longer text, by words that we did not understand: "de zilvertoren autisme"."""
    places: dict[str, None] = {}
    schools: dict[str, Called] = {}
    words: dict[str, None] = {}
    for run in runs_with(text, set(unknown)):
        meant = meant_by(" ".join(run), index)
        places |= dict.fromkeys(meant.places)
        schools |= {school.brin6: school for school in meant.schools}
        if meant.places or meant.schools:
            words |= dict.fromkeys(word for word in run if word in unknown)
    return Meant(tuple(places)[:MOST], tuple(schools.values())[:MOST], tuple(words))


def runs_with(text: str, unknown: set[str]) -> list[tuple[str, ...]]:
    """One to MOST_TOGETHER words next to each other with an unknown word among them, the longest first; a sign ends a run."""
    parts = [part.split() for part in SIGN.split(" ".join(words_in(text)))]
    found = [part[at : at + many] for many in range(MOST_TOGETHER, 0, -1) for part in parts for at in range(len(part) - many + 1)]
    return [tuple(run) for run in found if not unknown.isdisjoint(run)][:MOST_RUNS]


def faults(wanted: str, known: str, *, within: str = "") -> int | None:
    """How many faults lie between them; None for too many. A first letter is seldom wrong. `within`: a longer text that may hold it."""
    if len(known) < SHORTEST:
        return None
    if known in within:
        return 0
    most = min(faults_allowed(wanted), faults_allowed(known))
    if known[0] != wanted[0] or abs(len(known) - len(wanted)) > most:
        return None
    many = distance(wanted, known)
    return many if many <= most else None


@lru_cache(maxsize=KEPT)
def bare(name: str) -> str:
    """Without blanks and articles: "schelp haven" is Schelphaven."""
    words = key_of(name).split()
    return "".join(word for word in words if word not in ARTICLES) or "".join(words)


def called(index: Index, at: int) -> Called:
    site = index.sites[at]
    return Called(site.brin6, site.name, readable(site.place), site.postcode, bool(index.years[at]), condition_of(site.kind).sentence)
