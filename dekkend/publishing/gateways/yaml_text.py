"""How is a description written down for people who like YAML better than JSON?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


def as_yaml(document: Mapping[str, Any]) -> bytes:
    """The same as the JSON, in the same order, in UTF-8."""
    return yaml.safe_dump(dict(document), allow_unicode=True, sort_keys=False, width=120).encode()
