"""What stands in the demo's own files?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


def sample_documents() -> list[Path]:
    """Made-up profiles as PDF, Word and text, and one scan that cannot be read."""
    return sorted((DATA / "documents").iterdir())


def region() -> dict[str, Any]:
    """The made-up region: partnership, boards, sites, people."""
    return yaml.safe_load((DATA / "region.yaml").read_text(encoding="utf-8"))
