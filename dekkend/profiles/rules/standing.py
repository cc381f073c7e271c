"""Since when is each answer as it is, and when did a person last confirm it?

Per item one entry {"since": "2023-2024", "confirmed_on": "2026-05-12" or None, "open": bool}; `open` says that it still has to be
confirmed this year. An item in which nothing stands has no entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.items import Item, is_filled, items, value_of
from dekkend.profiles.words.template import Template

Entry = dict[str, Any]
Standing = dict[str, Entry]


def entry(since: str, *, confirmed_on: date | None = None) -> Entry:
    """An answer of school year `since`, confirmed on a day; without a day it is open."""
    return {"since": since, "confirmed_on": confirmed_on.isoformat() if confirmed_on else None, "open": confirmed_on is None}


def read_in(template: Template, values: dict[str, Any], school_year: str, earlier: dict[str, Any], known: Standing) -> Standing:
    """Answers from a document or a program are to be confirmed. The same answer in `earlier` values keeps its entry in `known`."""
    standing = {}
    for item in filled(template, values):
        same = earlier and value_of(earlier, item) == value_of(values, item)
        standing[item.path] = (known.get(item.path) if same else None) or entry(school_year)
    return standing


def copied(template: Template, values: dict[str, Any], standing: Standing, version_year: str) -> Standing:
    """Last year's answers, each to be confirmed; since when and the last day of confirming are kept."""
    return {item.path: {**standing.get(item.path, entry(version_year)), "open": True} for item in filled(template, values)}


def confirmed(standing: Standing, paths: Iterable[str], school_year: str, today: date) -> Standing:
    """The entries of these items once they are confirmed, and only those."""
    known = {path: standing.get(path, entry(school_year)) for path in paths}
    return {path: {**known[path], "confirmed_on": today.isoformat(), "open": False} for path in known}


def is_open(standing: Standing, path: str) -> bool:
    """Must this answer still be confirmed?"""
    return bool(standing.get(path, {}).get("open"))


def open_items(template: Template, values: dict[str, Any], standing: Standing) -> list[Item]:
    """What is still to be confirmed, in the order of the form."""
    return [item for item in filled(template, values) if is_open(standing, item.path)]


def filled(template: Template, values: dict[str, Any]) -> list[Item]:
    return [item for item in items(template, values) if is_filled(value_of(values, item))]


def say_standing(known: Entry | None) -> str:
    """ "Sinds 2023-2024, bevestigd op 12 mei 2026."; nothing when nothing is known."""
    if not known:
        return ""
    year, day = known["since"], known.get("confirmed_on")
    if known.get("open"):
        last = say("Sinds {year}, voor het laatst bevestigd op {day}.", year=year, day=say_date(day)) if day else ""
        return last or say("Sinds {year}, nog te bevestigen.", year=year)
    return say("Sinds {year}, bevestigd op {day}.", year=year, day=say_date(day)) if day else say("Sinds {year}.", year=year)
