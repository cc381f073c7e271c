"""How is a difference told to a person: what it was and what it becomes, and what became of a site over the years?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Kind
from dekkend.register.rules.children import FEWEST, children_of_4_to_11, is_small, whole
from dekkend.register.words.changes import ChangeKind

Values = Mapping[str, Any]
# What is told of a difference beside the address, in this order.
FIELDS = ("name", "kind", "municipality", "province", "denomination", "website", "board_name", "region")
ADDRESS = ("street", "house_number", "postcode", "place")
# Our own schools hold the code of their kind; the register writes it as DUO does, and that is left as it is.
KINDS = {kind.value: kind.label for kind in Kind}


def told(kind: str, values: Values) -> str:
    """The values of one side of a difference as a person reads them; "" when there is nothing to tell."""
    if kind == ChangeKind.PUPILS:
        return _count(values)
    if "closed_on" in values:
        return say_date(values["closed_on"]) if values["closed_on"] else say("open")
    if "children" in values:
        return _children(values)
    if "points" in values:
        return say("{points} punten", points=values["points"])
    address = " ".join(str(values[name]) for name in ADDRESS if values.get(name))
    others = [KINDS.get(str(values[name]), str(values[name])) for name in FIELDS if values.get(name)]
    if kind in (ChangeKind.NEW, ChangeKind.RENAMED, ChangeKind.DETAILS, ChangeKind.KIND, ChangeKind.REGION):
        return ", ".join([*others, address] if address else others)
    return address or ", ".join(others)


def _count(values: Values) -> str:
    if not values:
        return ""
    low, high, day = values["low"], values["high"], say_date(values["counted_on"])
    if low > 0 and high < FEWEST:
        return say("minder dan 5 leerlingen op {day}", day=day)
    if low == high:
        return say("{count} leerlingen op {day}", count=low, day=day)
    return say("{low} tot {high} leerlingen op {day}", low=low, high=high, day=day)


def _children(values: Values) -> str:
    number = children_of_4_to_11(values["children"] or {})
    if number is None:
        told = say("aantal kinderen niet bekend")
    elif is_small(number):
        told = say("minder dan 5 kinderen van 4 tot en met 11 jaar")
    else:
        told = say("{number} kinderen van 4 tot en met 11 jaar", number=whole(number))
    return ", ".join(part for part in (str(values.get("name", "")), told) if part)


def plain(values: Values) -> dict[str, Any]:
    """One side of a difference for a program, without numbers under 5 and without the age groups that would tell them."""
    given = dict(values)
    if "children" in given:
        number = children_of_4_to_11(given.pop("children") or {})
        given["children_of_4_to_11"] = "<5" if is_small(number) else None if number is None else whole(number)
    if isinstance(given.get("pupils"), Mapping):
        given["pupils"] = _masked(given["pupils"])
    return _masked(given)


def _masked(values: Values) -> dict[str, Any]:
    few = values.get("low", 0) > 0 and values.get("high", FEWEST) < FEWEST
    return {**values, "low": 1, "high": FEWEST - 1} if few else dict(values)


def history_line(kind: str, before: Values, after: Values, day: str) -> str:
    """One sentence about what was taken over of a site; `day` is that of the list in which it was noticed, "" when it had none."""
    sentence = _LINES.get(ChangeKind(kind), _details)
    return sentence(before, after, day[:4] or "?", say_date(day) if day else "?")


def _new(before: Values, after: Values, year: str, day: str) -> str:
    return say("Staat in het register sinds de lijst van {day}, als {name}.", day=day, name=after.get("name", ""))


def _renamed(before: Values, after: Values, year: str, day: str) -> str:
    return say("Heette tot {year} {name}.", year=year, name=before.get("name", ""))


def _moved(before: Values, after: Values, year: str, day: str) -> str:
    address = told(ChangeKind.MOVED, before) or say("een adres vlakbij")
    return say("Zat tot {year} op {address}.", year=year, address=address)


def _closed(before: Values, after: Values, year: str, day: str) -> str:
    return say("Staat niet meer in de lijst van {day}.", day=day)


def _merged(before: Values, after: Values, year: str, day: str) -> str:
    return say("Ging in {year} waarschijnlijk samen met {into}; zeker is dat niet.", year=year, into=after.get("into", ""))


def _reopened(before: Values, after: Values, year: str, day: str) -> str:
    return say("Staat weer in de lijst van {day}.", day=day)


def _kind(before: Values, after: Values, year: str, day: str) -> str:
    return say("Was tot {year} {kind}.", year=year, kind=KINDS.get(before.get("kind", ""), before.get("kind", "")))


def _region(before: Values, after: Values, year: str, day: str) -> str:
    region = before.get("region") or say("een onbekend samenwerkingsverband")
    return say("Hoorde tot {year} bij {region}.", year=year, region=region)


def _details(before: Values, after: Values, year: str, day: str) -> str:
    return say("Andere gegevens in de lijst van {day}: {what}.", day=day, what=told(ChangeKind.DETAILS, after) or say("de ligging"))


_LINES: dict[ChangeKind, Callable[[Values, Values, str, str], str]] = {
    ChangeKind.NEW: _new,
    ChangeKind.RENAMED: _renamed,
    ChangeKind.MOVED: _moved,
    ChangeKind.CLOSED: _closed,
    ChangeKind.MERGED: _merged,
    ChangeKind.REOPENED: _reopened,
    ChangeKind.KIND: _kind,
    ChangeKind.REGION: _region,
}
