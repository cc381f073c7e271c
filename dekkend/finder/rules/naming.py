"""Which places and schools may someone mean who typed a name that we do not know? Offered to choose from, never taken for sure."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.finder.rules.places import key_of, readable
from dekkend.finder.rules.spelling import distance
from dekkend.finder.rules.vocabulary import SHORTEST, faults_allowed
from dekkend.finder.words.results import Index
from dekkend.organisations.rules.admission import condition_of

MOST = 5  # of each that are offered
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
    """What is offered to choose from; both are empty when nothing looks like what was typed."""

    places: tuple[str, ...] = ()
    schools: tuple[Called, ...] = ()


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


def bare(name: str) -> str:
    """Without blanks and articles: "schelp haven" is Schelphaven."""
    words = key_of(name).split()
    return "".join(word for word in words if word not in ARTICLES) or "".join(words)


def called(index: Index, at: int) -> Called:
    site = index.sites[at]
    return Called(site.brin6, site.name, readable(site.place), site.postcode, bool(index.years[at]), condition_of(site.kind).sentence)
