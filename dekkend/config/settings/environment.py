"""What does the environment say? The only place where settings read it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

PROJECT = Path(__file__).resolve().parents[3]
PACKAGE = PROJECT / "dekkend"


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def words(name: str, default: str = "") -> list[str]:
    """A comma separated list: `a.nl, b.nl`."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    return int(text(name) or default)


# Everything that a running installation keeps: database, uploaded files, secret key of a demo.
VAR = Path(text("DEKKEND_VAR") or PROJECT / "var")


def postgresql(url: str) -> dict[str, object]:
    """Django's settings for `postgresql://user:password@host:port/name`, with a pool of connections.

    The pool matters: without it every request opens a new connection, about ten times slower.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("DATABASE_URL must start with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": number("DEKKEND_POOL", 8)}},
    }
