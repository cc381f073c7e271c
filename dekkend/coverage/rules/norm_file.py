"""Is this a norm: what every school must have, in a form that can be checked? And if not, what is wrong with it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dekkend.coverage.words.settings import Refused
from dekkend.kernel.sentences import say
from dekkend.offers.words import Norm, NormItem
from dekkend.profiles.rules.cleaning import clean_line
from dekkend.profiles.words.catalogue import Catalogue

MOST_ITEMS = 100
MOST_NUMBER = 10**9  # a larger number in a file means nothing here, and Python refuses to write the largest out
MOST_QUOTED = 60  # signs of what stands in the file that are said again
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,49}")
LONGEST = {"version": 20, "title": 200, "source": 300}


def norm_from(raw: Any, catalogue: Catalogue) -> Norm:
    """Whatever was in a file as a norm. Raises Refused with the first thing that is wrong, where it stands and what it should be."""
    if not isinstance(raw, Mapping):
        raise Refused(say("Dit bestand is geen norm. Het begint met een naam, een versie en een titel; zie het voorbeeld."))
    name = _line(raw.get("name"))
    if not NAME.fullmatch(name):
        raise Refused(say("De korte naam van de norm ontbreekt of is niet goed. Gebruik kleine letters, cijfers en streepjes."))
    texts = {key: _text(raw, key) for key in LONGEST}
    if type(raw.get("valid_from")) is not date:  # a moment is a day too for Python, but cannot be compared with one
        raise Refused(say("Er staat niet vanaf welke dag de norm geldt. Schrijf valid_from: 2026-08-01, zonder aanhalingstekens."))
    rows = raw.get("items")
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_ITEMS:
        raise Refused(say("De norm heeft geen onderdelen, of meer dan {most}. Zet ze onder items.", most=MOST_ITEMS))
    items = tuple(_item(row, number, catalogue) for number, row in enumerate(rows, 1))
    return Norm(name=name, valid_from=raw["valid_from"], items=items, **texts)


def _line(value: Any) -> str:
    """A text, a short number or a day as one clean line; anything else, as a list, is no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return ""
    if isinstance(value, int) and abs(value) >= MOST_NUMBER:
        return ""
    return clean_line(str(value)) or ""


def _text(raw: Mapping[str, Any], key: str) -> str:
    text = _line(raw.get(key))
    if not text or len(text) > LONGEST[key]:
        raise Refused(say("Bij {key} staat geen tekst, of meer dan {most} tekens.", key=key, most=LONGEST[key]))
    return text


def _item(row: Any, number: int, catalogue: Catalogue) -> NormItem:
    if not isinstance(row, Mapping) or not _line(row.get("label")):
        raise Refused(say("Onderdeel {number} heeft geen label: waar het om gaat, in gewone woorden.", number=number))
    codes = row.get("one_of")
    if not isinstance(codes, list) or not codes:
        raise Refused(say("Onderdeel {number} noemt geen soorten hulp. Zet de codes onder one_of.", number=number))
    level = row.get("level", 1)
    if type(level) is not int or abs(level) >= MOST_NUMBER:
        raise Refused(
            say("Onderdeel {number} vraagt een niveau dat niet kan. Schrijf een geheel getal, bijvoorbeeld level: 2.", number=number)
        )
    for code in map(_line, codes):
        _check_code(code, level, number, catalogue)
    return NormItem(_line(row["label"])[:200], tuple(map(_line, codes)), level, _line(row.get("why"))[:300])


def _check_code(code: str, level: int, number: int, catalogue: Catalogue) -> None:
    item = catalogue.item(code)
    if item is None:
        named = {"number": number, "code": code[:MOST_QUOTED] or "?"}
        raise Refused(say("Onderdeel {number} noemt {code}. Die soort staat niet in de catalogus.", **named))
    if level not in {each for each in catalogue.blocks[item.block].levels.values() if each}:
        given = {"number": number, "level": level, "code": code}
        raise Refused(say("Onderdeel {number} vraagt niveau {level}. Dat bestaat niet voor {code}.", **given))


def as_rows(norm: Norm) -> list[dict[str, Any]]:
    """The items of a norm as they are stored; `norm_from` reads them again."""
    return [{"label": item.label, "one_of": list(item.one_of), "level": item.level, "why": item.why} for item in norm.items]


def norm_of(name: str, version: str, title: str, source: str, valid_from: date, rows: list[dict[str, Any]]) -> Norm:
    """A norm from its stored parts, which were checked when they were stored."""
    items = tuple(NormItem(row["label"], tuple(row["one_of"]), row["level"], row["why"]) for row in rows)
    return Norm(name, version, title, source, valid_from, items)
