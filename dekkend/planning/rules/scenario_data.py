"""How are the changes of a scenario stored, and may they be like this?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from dekkend.coverage.words import Refused
from dekkend.kernel.sentences import say
from dekkend.planning.words.changes import (
    FEWEST_CHILDREN,
    LEAST_HOURS,
    LONGEST_REASON,
    MOST_CHANGES,
    MOST_CHILDREN,
    MOST_HOURS,
    AddOffer,
    Change,
    ChangeHours,
    CloseSite,
    EndOffer,
    Newcomers,
)
from dekkend.profiles.words.catalogue import Catalogue

BRIN6 = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}", re.ASCII)
POSTCODE = re.compile(r"[1-9][0-9]{3}(?:[A-Z]{2})?", re.ASCII)
UNKNOWN = say("Deze verandering kennen wij niet. Kies er een uit de lijst.")


def as_data(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes as they are stored and exported; hours are decimal texts ("12.5")."""
    return [one_as_data(change) for change in changes]


def one_as_data(change: Change) -> dict[str, Any]:
    values = {name: getattr(change, name) for name in change.__slots__}
    return {"what": change.what} | {name: str(value) if isinstance(value, Decimal) else value for name, value in values.items()}


def from_data(data: object) -> tuple[Change, ...]:
    """What `as_data` made. Raises Refused for anything else, whoever made it."""
    if not isinstance(data, list) or len(data) > MOST_CHANGES:
        raise Refused(say("Een scenario heeft hoogstens {most} veranderingen. Haal er eerst een weg.", most=MOST_CHANGES))
    return tuple(one_from_data(each) for each in data)


def one_from_data(data: object) -> Change:
    """Raises Refused with what is wrong and what is possible."""
    if not isinstance(data, Mapping) or not isinstance(data.get("what"), str) or data["what"] not in MAKERS:
        raise Refused(UNKNOWN)
    return MAKERS[data["what"]](data)


def checked(changes: Sequence[Change], catalogue: Catalogue) -> tuple[Change, ...]:
    """The same changes. Raises Refused for a kind that does not exist, for too many, and for two about the same thing."""
    if len(changes) > MOST_CHANGES:
        raise Refused(say("Een scenario heeft hoogstens {most} veranderingen. Haal er eerst een weg.", most=MOST_CHANGES))
    codes = {item.code for item in catalogue.items}
    if any(getattr(change, "code", "") not in {*codes, ""} for change in changes):
        raise Refused(say("Een soort hulp staat niet in de catalogus. Kies uit de lijst."))
    keys = [change.key for change in changes]
    if len(keys) != len(set(keys)):
        raise Refused(say("Deze verandering staat al in het scenario. Haal haar eerst weg als u iets anders wilt."))
    return tuple(from_data(as_data(changes)))


def _site(data: Mapping[str, Any]) -> str:
    brin6 = data.get("brin6")
    if not isinstance(brin6, str) or not BRIN6.fullmatch(brin6):
        raise Refused(say("Er staat geen school bij deze verandering. Kies een school uit de lijst."))
    return brin6


def _code(data: Mapping[str, Any]) -> str:
    code = data.get("code")
    if not isinstance(code, str) or not 0 < len(code) <= 100:
        raise Refused(say("Er staat geen soort hulp bij deze verandering. Kies uit de lijst."))
    return code


def _hours(data: Mapping[str, Any]) -> Decimal:
    try:
        hours = Decimal(str(data.get("hours")))
    except InvalidOperation:
        hours = Decimal(0)
    if not hours.is_finite() or not LEAST_HOURS <= hours <= MOST_HOURS or hours != hours.quantize(Decimal("0.01")):
        raise Refused(say("Dit aantal uren kan niet. Vul 0,25 tot 999 uur per week in, met hoogstens twee cijfers achter de komma."))
    return hours


def _perhaps_hours(data: Mapping[str, Any]) -> Decimal | None:
    return None if data.get("hours") in (None, "") else _hours(data)


def _newcomers(data: Mapping[str, Any]) -> Newcomers:
    postcode, children, reason = data.get("postcode"), data.get("children"), data.get("reason", "")
    if not isinstance(postcode, str) or not POSTCODE.fullmatch(postcode):
        raise Refused(say("Dit is geen postcode van een gebied. Schrijf vier cijfers, of vier cijfers en twee letters."))
    if not isinstance(children, int) or isinstance(children, bool) or not FEWEST_CHILDREN <= children <= MOST_CHILDREN:
        raise Refused(say("Dit aantal kinderen kan niet. Vul {least} tot {most} kinderen in.", least=FEWEST_CHILDREN, most=MOST_CHILDREN))
    if not isinstance(reason, str) or len(reason) > LONGEST_REASON:
        raise Refused(say("De reden is te lang. Gebruik hoogstens {most} tekens.", most=LONGEST_REASON))
    return Newcomers(postcode, children, " ".join(reason.split()))


MAKERS: Mapping[str, Callable[[Mapping[str, Any]], Change]] = {
    CloseSite.what: lambda data: CloseSite(_site(data)),
    AddOffer.what: lambda data: AddOffer(_site(data), _code(data), _perhaps_hours(data)),
    EndOffer.what: lambda data: EndOffer(_site(data), _code(data)),
    ChangeHours.what: lambda data: ChangeHours(_site(data), _code(data), _hours(data)),
    Newcomers.what: _newcomers,
}
