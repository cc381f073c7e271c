"""What does the environment say? The only place where settings read it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from dekkend.kernel.settings import WrongSetting

PROJECT = Path(__file__).resolve().parents[3]
PACKAGE = PROJECT / "dekkend"


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def words(name: str, default: str = "") -> list[str]:
    """A comma separated list: `a.nl, b.nl`."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    given = text(name)
    try:
        return int(given or default)
    except ValueError:
        raise WrongSetting(f"{name} moet een heel getal zijn, niet '{given}'.") from None


# Everything that a running installation keeps: database, uploaded files, secret key of a demo.
VAR = Path(text("DEKKEND_VAR") or PROJECT / "var")


# What may stand behind the ? of DATABASE_URL: the options of libpq about safety and the connection, by their own names.
LIBPQ = frozenset(
    {
        *("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "sslcrldir", "sslnegotiation", "sslsni"),
        *("ssl_min_protocol_version", "ssl_max_protocol_version", "channel_binding", "require_auth", "gssencmode", "krbsrvname"),
        *("connect_timeout", "tcp_user_timeout", "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count"),
        *("target_session_attrs", "load_balance_hosts", "hostaddr", "passfile", "service", "application_name", "options"),
    }
)


def libpq_options(query: str) -> dict[str, str]:
    """The options behind the ? of the address. One that is not known raises: left out, the connection could be less safe than asked."""
    given = parse_qsl(query, keep_blank_values=True)
    unknown = sorted({name for name, _ in given} - LIBPQ)
    if unknown:
        raise WrongSetting(f"DATABASE_URL heeft onbekende opties: {', '.join(unknown)}. Bekend zijn: {', '.join(sorted(LIBPQ))}.")
    return dict(given)


def postgresql(url: str) -> dict[str, Any]:
    """Django's settings for `postgresql://user:password@host:port/name`, with a pool of connections.

    Options of libpq go on to the driver: `?sslmode=verify-full&sslrootcert=/path/root.crt`. Raises WrongSetting on one that is not known.

    The pool matters: without it every request opens a new connection, about ten times slower.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise WrongSetting("DATABASE_URL moet met postgresql:// beginnen.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": libpq_options(parts.query) | {"pool": {"min_size": 1, "max_size": number("DEKKEND_POOL", 8)}},
    }
