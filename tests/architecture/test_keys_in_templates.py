"""Is a key written into a page as it is? 1084 with a thousands separator is another key, and nobody sees it before there are a thousand."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "dekkend"
BARE_KEY = re.compile(r"\{\{\s*[\w.]+\.(?:pk|id|[a-z]+_id)\s*\}\}")


def test_no_template_writes_a_key_as_a_number_to_read() -> None:
    found = [
        f"{file.relative_to(PACKAGE)}: {match.group()}"
        for file in PACKAGE.rglob("*.html")
        for match in BARE_KEY.finditer(file.read_text("utf-8"))
        if "auto_id" not in match.group()
    ]
    assert not found, 'write it with |stringformat:"d": ' + ", ".join(found)
