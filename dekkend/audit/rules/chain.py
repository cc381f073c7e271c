"""Does the chain of entries still hold: is each what it was when it was written, and is none missing?

Each entry holds the SHA-256 of its own content together with the hash before it. Entries whose term was over are gone; an
anchor keeps the first and last number of such a run and the hash on both sides. Anchors are sealed by an entry in the chain itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from dekkend.audit.words import NO_HASH


@dataclass(frozen=True, slots=True)
class Link:
    """One entry in its chain: `recomputed` is the hash that its content has now, `seal` the one it carries when it removed others."""

    number: int
    previous: str
    hash: str
    recomputed: str
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A run of entries that was removed, both numbers included; `signed_by` is the number of the entry that says so."""

    first: int
    last: int
    previous: str
    hash: str
    signed_by: int


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain, as it is kept apart from the chain."""

    number: int = 0
    hash: str = NO_HASH


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold, and what that means, in Dutch."""

    number: int
    why: str


def canonical(content: Mapping[str, object]) -> str:
    """The one way to write down the content of an entry."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(content: Mapping[str, object], previous: str) -> str:
    """SHA-256, in hexadecimal, of the hash before and the content."""
    return hashlib.sha256(f"{previous}\n{canonical(content)}".encode()).hexdigest()


def seal_of(anchors: Iterable[Anchor]) -> str:
    """The fingerprint of all anchors of one clean-up; the entry that signs them carries it."""
    lines = [canonical({name: value for name, value in asdict(anchor).items() if name != "signed_by"}) for anchor in anchors]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def breaks(links: Iterable[Link], anchors: Sequence[Anchor], head: Head) -> Iterator[Break]:
    """Every place where one chain does not hold. `links` and `anchors` come in order of number."""
    at, before, seals = 0, NO_HASH, dict[int, str]()
    for piece in _in_order(links, anchors):
        first = piece.number if isinstance(piece, Link) else piece.first
        if first != at + 1:
            yield Break(first, _gap(at + 1, first - 1))
        elif piece.previous != before:
            yield Break(first, f"Regel {first} sluit niet aan op regel {at}: een van de twee is veranderd.")
        if isinstance(piece, Link):
            if piece.recomputed != piece.hash:
                yield Break(first, f"Regel {first} is veranderd nadat zij geschreven is.")
            if piece.seal:
                seals[first] = piece.seal
        at, before = (piece.number if isinstance(piece, Link) else piece.last), piece.hash
    yield from _broken_end(at, before, head)
    yield from _unsigned(anchors, seals)


def _in_order(links: Iterable[Link], anchors: Sequence[Anchor]) -> Iterator[Link | Anchor]:
    """Links and anchors together in order of number, without holding all links at once."""
    waiting = list(reversed(anchors))
    for link in links:
        while waiting and waiting[-1].first <= link.number:
            yield waiting.pop()
        yield link
    yield from reversed(waiting)


def _gap(first: int, last: int) -> str:
    if last < first:
        return f"Regel {last + 1} staat er dubbel, of staat ook als verwijderd genoteerd."
    if first == last:
        return f"Regel {first} ontbreekt."
    return f"De regels {first} tot en met {last} ontbreken."


def _broken_end(at: int, last_hash: str, head: Head) -> Iterator[Break]:
    if at < head.number:
        yield Break(at + 1, _gap(at + 1, head.number))
    elif at > head.number:
        yield Break(head.number + 1, f"Na regel {head.number} staan regels die niet door Dekkend geschreven zijn.")
    elif last_hash != head.hash:
        yield Break(at, f"Regel {at} is niet de regel die het laatst geschreven is.")


def _unsigned(anchors: Sequence[Anchor], seals: Mapping[int, str]) -> Iterator[Break]:
    runs: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        runs.setdefault(anchor.signed_by, []).append(anchor)
    for number, run in runs.items():
        if seals.get(number) != seal_of(run):
            yield Break(run[0].first, _gap(run[0].first, run[-1].last) + " Geen opruimregel staat daarvoor in.")
