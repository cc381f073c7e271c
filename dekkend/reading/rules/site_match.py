"""Which school site is a document about? First street, number and place, then the name; a person confirms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from dekkend.kernel.sentences import say

# Words that many school names share and that tell no school from another.
COMMON = {"school", "basisschool", "de", "het", "een", "op", "van", "cbs", "obs", "rkbs", "pcbs", "kbs", "bs", "sbo", "so", "locatie"}
ADDRESS = re.compile(r"^\s*(?P<street>.+?)\s+(?P<number>\d+\s*[-/]?\s*[a-zA-Z]{0,3})(?:\b|$)")
POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
ALIKE = 0.82  # two names count as the same above this likeness


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site that a document may be about."""

    id: int
    name: str
    street: str
    house_number: str
    postcode: str
    place: str


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion with its strength between 0 and 1 and a Dutch sentence that says why."""

    id: int
    strength: float
    why: str


def suggest_sites(name: str | None, address: str | None, candidates: Iterable[Candidate]) -> list[Match]:
    """The sites that fit, best first, at most five. Two sites at one address both come; the person chooses."""
    matches = [match for candidate in candidates if (match := _match(name or "", address or "", candidate))]
    return sorted(matches, key=lambda match: -match.strength)[:5]


def _match(name: str, address: str, site: Candidate) -> Match | None:
    same_address, likeness = _same_address(address, site), name_likeness(name, site.name)
    place_named = bool(_plain(site.place)) and _plain(site.place) in _plain(address)
    if same_address and likeness >= ALIKE:
        return Match(site.id, 1.0, say("Adres en naam zijn gelijk."))
    if same_address:
        return Match(
            site.id, 0.9 if place_named else 0.8, say("Het adres is gelijk. In de gegevens heet de school {name}.", name=site.name)
        )
    if likeness >= ALIKE:
        return Match(
            site.id,
            0.3 + 0.4 * likeness,
            say("De naam lijkt. In de gegevens is het adres {address}.", address=f"{site.street} {site.house_number}"),
        )
    return None


def _same_address(address: str, site: Candidate) -> bool:
    found = ADDRESS.match(address)
    if found is None:
        return False
    postcode = POSTCODE.search(address)
    if postcode and "".join(postcode.groups()).upper() != site.postcode.replace(" ", "").upper():
        return False
    return _plain(found["street"]) == _plain(site.street) and _number(found["number"]) == _number(site.house_number)


def name_likeness(one: str, other: str) -> float:
    """How alike two school names are, 0 to 1, without the words that every school has."""
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second).ratio()


def _telling(name: str) -> str:
    words = [word for word in re.split(r"[^a-z0-9]+", _plain(name)) if word and word not in COMMON]
    return "".join(words).removesuffix("school")


def _number(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _plain(text: str) -> str:
    """Lower case, without accents; "str." as "straat"."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"str\.?(?=\s|$)", "straat", flat).split())
