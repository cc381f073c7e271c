"""When two people choose how it is counted from the same beginning: what becomes of both, and where did they choose differently?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dekkend.coverage.rules.kinds import as_data, from_data, items_of
from dekkend.coverage.words.settings import Settings
from dekkend.profiles.words.catalogue import Catalogue

Parts = dict[tuple[str, str], Any]


@dataclass(frozen=True, slots=True)
class Merged:
    """`settings`: theirs with all that was changed here. `clash`: theirs with only what both changed, as it was chosen here."""

    settings: Settings
    clash: Settings


def mark_of(settings: Settings) -> str:
    """A mark of a way of counting: equal marks, the same way. A form carries it to say what it was filled in upon."""
    usual = json.dumps(as_data(from_data(as_data(settings))), sort_keys=True)
    return hashlib.sha256(usual.encode("ascii")).hexdigest()[:16]


def merge(base: Settings, mine: Settings, theirs: Settings, catalogue: Catalogue) -> Merged:
    """Both changes since `base`, one distance, level, kind or norm at a time; where both changed the same, mine counts."""
    was, own, other = (_parts(each, catalogue) for each in (base, mine, theirs))
    changed = {key: own.get(key) for key in [*own, *was] if own.get(key) != was.get(key)}
    both = {key: value for key, value in changed.items() if other.get(key) not in (was.get(key), value)}
    together = other | changed
    if not any(value for (name, _), value in together.items() if name == "codes"):  # each took away what the other left
        together |= {key: value for key, value in own.items() if key[0] == "codes"}
    return Merged(_settings(together, catalogue), _settings(other | both, catalogue))


def _parts(settings: Settings, catalogue: Catalogue) -> Parts:
    """Every single choice in the settings by its name."""
    found: Parts = {}
    counted = replace(settings, codes=tuple(item.code for item in items_of(settings, catalogue)))
    for name, value in as_data(counted).items():
        if isinstance(value, dict):
            found |= {(name, key): each for key, each in value.items()}
        elif isinstance(value, list):
            found |= {(name, key): True for key in value}
        else:
            found[name, ""] = value
    return found


def _settings(parts: Mapping[tuple[str, str], Any], catalogue: Catalogue) -> Settings:
    data: dict[str, Any] = as_data(Settings(radii=(), levels=()))
    for (name, key), value in parts.items():
        if value is None:  # one of the two took it away
            continue
        if isinstance(data[name], dict):
            data[name][key] = value
        elif isinstance(data[name], list):
            data[name].append(key)
        else:
            data[name] = value
    settings = from_data(data)
    usual = {item.code for item in items_of(Settings(), catalogue)}
    return replace(settings, codes=()) if set(settings.codes) == usual else settings
