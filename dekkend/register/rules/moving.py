"""Did a school move, how sure is that, and does its point on the map go along?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.register.rules.writing import key_of
from dekkend.register.words.changes import ChangeKind
from dekkend.register.words.records import SiteRecord

ADDRESS = ("street", "house_number", "postcode", "place")
POINT = ("x", "y", "point_from")
SAME_PLACE = 50.0  # metres: a point that moves less was only measured again


@dataclass(frozen=True, slots=True)
class Move:
    """What of address and point differs. `held`: where the school lies now is not certain, so a person looks first."""

    kind: ChangeKind
    before: dict[str, Any]
    after: dict[str, Any]
    why: str = ""
    held: bool = False


def move_of(was: SiteRecord, record: SiteRecord) -> Move | None:
    """Another postcode or house number, 50 m away or more, is a move. The door beside or another spelling is a detail. None: the same."""
    before, after = differing(was, record, ADDRESS)
    elsewhere = address_key(was) != address_key(record)
    far = _distance(was, record)
    if far is not None and far < SAME_PLACE and not (was.point_from or record.point_from):
        return Move(ChangeKind.DETAILS, before, after) if after else None
    lost = record.x is None and was.x is not None and address_key(was)[0] != record.postcode
    if lost or record.x is not None:
        changed = [name for name in POINT if getattr(was, name) != getattr(record, name)]
        before |= {name: getattr(was, name) for name in changed}
        after |= {name: getattr(record, name) for name in changed}
    if not after:
        return None
    guessed = record.point_from if "x" in after else ""
    if not elsewhere:
        return Move(ChangeKind.DETAILS, before, after, where_about(guessed) if guessed else "")
    if lost or guessed:
        return Move(ChangeKind.MOVED, before, after, _lost(record.postcode) if lost else _guessed(guessed), held=True)
    return Move(ChangeKind.MOVED, before, after, _told(far) if far and not (was.point_from or record.point_from) else "")


def differing(was: SiteRecord, record: SiteRecord, names: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the record says otherwise; a value that it does not say is no difference."""
    differ = [name for name in names if getattr(record, name) not in ("", None) and getattr(record, name) != getattr(was, name)]
    return {name: getattr(was, name) for name in differ}, {name: getattr(record, name) for name in differ}


def where_about(postcode: str) -> str:
    """Why a point is an estimate."""
    return say("De lijst zegt niet waar dit adres ligt: het punt op de kaart is het midden van postcode {postcode}.", postcode=postcode)


def _guessed(postcode: str) -> str:
    return say(
        "De lijst zegt niet waar dit adres ligt: het punt op de kaart gaat mee naar het midden van postcode {postcode}.", postcode=postcode
    )


def _lost(postcode: str) -> str:
    return say(
        "De lijst zegt niet waar dit adres ligt, en postcode {postcode} kennen wij niet: de school staat dan niet meer op de kaart.",
        postcode=postcode,
    )


def _told(far: float) -> str:
    """Metres, from a kilometre on kilometres."""
    if far < 1000:
        return say("{far} m van het vorige adres.", far=round(far))
    return say("{far} km van het vorige adres.", far=f"{far / 1000:.1f}".replace(".", ","))


def address_key(site: SiteRecord) -> tuple[str, str]:
    return site.postcode.replace(" ", ""), key_of(site.house_number)


def _distance(was: SiteRecord, record: SiteRecord) -> float | None:
    if was.x is None or was.y is None or record.x is None or record.y is None:
        return None
    return math.dist((was.x, was.y), (record.x, record.y))
