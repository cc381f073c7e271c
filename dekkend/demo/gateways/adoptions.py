"""What stands in our own file about schools that are on their way to an adopted offer?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dekkend.demo.words.adoptions import OnTheWay, TakenStep

FILE = Path(__file__).resolve().parents[1] / "data" / "adoptions.yaml"


@cache
def on_the_way() -> tuple[OnTheWay, ...]:
    """Raises TypeError when a school or step misses one of its parts."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))["schools"]
    return tuple(OnTheWay(row["school"], row["year"], tuple(map(step_of, row["steps"])), row.get("changes", {})) for row in rows)


def step_of(row: dict[str, Any]) -> TakenStep:
    lists = {name: tuple(tuple(pair) for pair in row.get(name, ())) for name in ("remarks", "answers")}
    return TakenStep(**row | lists)
