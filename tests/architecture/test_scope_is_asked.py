"""Which few modules may look beyond the scope of one person, and why?"""

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "dekkend"

# Module: the reason why it may use `.anywhere`.
ALLOWED = {
    "organisations/models/scoping.py": "explains it",
    "organisations/queries.py": "finds the region of a person, and the sites of that region to match a document with",
    "demo/actions.py": "fills an empty database",
}


def test_only_these_modules_ask_without_a_scope():
    users = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "migrations" not in path.parts and re.search(r"\.anywhere\b", path.read_text(encoding="utf-8"))
    }
    assert users == set(ALLOWED)
