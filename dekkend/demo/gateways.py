"""What stands in the demo's own files?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


def region() -> dict[str, Any]:
    """The made-up region: partnership, boards, sites, people."""
    return yaml.safe_load((DATA / "region.yaml").read_text(encoding="utf-8"))
