"""Where does a document hold a number that may not be stored?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dekkend.kernel.bsn import find_bsn


def private_places(lines: Iterable[tuple[int, int, str]], profile: dict[str, Any]) -> list[dict[str, object]]:
    """Each place as {"page", "line", "kind"}; the numbers themselves are not in it. `lines` are (number, page, text).

    The values are looked at too: there a number that the page breaks over two lines is whole again, and so is the text of a picture.
    """
    on_lines = [{"page": page, "line": line, "kind": found.kind} for line, page, text in lines for found in find_bsn(text)]
    in_values = find_bsn("\n".join(_texts(profile)))
    return on_lines or [{"page": None, "line": None, "kind": found.kind} for found in in_values]


def say_places(places: Iterable[dict[str, object]]) -> str:
    """The places as people say them: "bladzijde 2, regel 40; bladzijde 3, regel 81"."""
    told = [f"bladzijde {place['page']}, regel {place['line']}" for place in places if place["page"] is not None]
    return "; ".join(told[:5]) + (f" en nog {len(told) - 5}" if len(told) > 5 else "") if told else "in de tekst"


def _texts(value: object) -> Iterator[str]:
    """Every text in JSON values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
