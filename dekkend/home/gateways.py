"""What stands in our own file on accessibility?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from dekkend.home.words import Finding, Statement

FILE = Path(__file__).parent / "data" / "accessibility.yaml"


@cache
def accessibility_statement() -> Statement:
    """Raises TypeError when a finding misses one of its parts."""
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    findings = tuple(Finding(**row) for row in data.pop("findings"))
    return Statement(**data | {"how": tuple(data["how"]), "findings": findings})
