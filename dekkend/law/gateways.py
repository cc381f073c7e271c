"""What stands in our own files of legal values?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dekkend.law.words import Checked, Value

FOLDER = Path(__file__).parent / "values"


@cache
def every_value() -> tuple[Value, ...]:
    """All values of all files, in their order. Raises TypeError or ValueError when an entry is not well formed."""
    found: list[Value] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in data["values"]:
            found += [value_of(data["topic"], entry, span) for span in entry["spans"]]
    return tuple(found)


def value_of(topic: str, entry: dict[str, Any], span: dict[str, Any]) -> Value:
    return Value(
        code=entry["code"],
        title=entry["title"],
        topic=topic,
        first=span.get("from"),
        last=span.get("to"),
        value=span.get("value"),
        unit=span.get("unit", ""),
        article=span["article"],
        address=span["address"],
        note=" ".join(str(span.get("note", "")).split()),
        checked=Checked(span["checked"]),
        used=tuple(entry["used"]),
    )
