"""Which value does a path of a profile name, and how is it replaced?

Paths: `block` (prose, figure), `block.field` (facts), `block.row` and `block.row.note` (the choice and the note of a grid row),
`block[0].column` (records), `block.own_rows[0].choice` (a row that the school added).
"""

from __future__ import annotations

import copy
import re
from typing import Any

PART = re.compile(r"([A-Za-z_]\w*)|\[(\d+)\]")


class UnknownPath(LookupError):
    """The path names nothing in these values."""


def parts_of(path: str) -> list[str | int]:
    """`limits[0].text` gives ["limits", 0, "text"]. Raises UnknownPath when it is no path."""
    if not re.fullmatch(r"[A-Za-z_]\w*(?:\[\d+\]|\.[A-Za-z_]\w*)*", path):
        raise UnknownPath(path)
    return [name or int(number) for name, number in PART.findall(path)]


def block_of(path: str) -> str:
    """The id of the block that a path lies in."""
    return str(parts_of(path)[0])


def get_value(values: dict[str, Any], path: str) -> Any:
    """The value at `path`; raises UnknownPath."""
    parts = _plain(values, path)
    here: Any = values
    for part in parts:
        here = _step(here, part, path)
    return here


def with_value(values: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of `values` with another value at `path`; raises UnknownPath when there is no such place."""
    changed = copy.deepcopy(values)
    *way, last = _plain(values, path)
    here: Any = changed
    for part in way:
        here = _step(here, part, path)
    _step(here, last, path)
    here[last] = value
    return changed


def _plain(values: dict[str, Any], path: str) -> list[str | int]:
    """The path as keys of the stored shape: a grid keeps its rows apart from the rows that a school added."""
    parts = parts_of(path)
    block = values.get(str(parts[0]))
    if not isinstance(block, dict) or "rows" not in block or len(parts) < 2 or parts[1] == "own_rows":
        return parts
    return [parts[0], "rows", parts[1], *(parts[2:] or ["choice"])]


def _step(here: Any, part: str | int, path: str) -> Any:
    if isinstance(here, dict) and part in here:
        return here[part]
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    raise UnknownPath(path)
