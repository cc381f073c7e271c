"""How is a SQLite database copied while people work in it, and put back in one step?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connections
from django.db.backends.sqlite3._functions import register as register_functions

from dekkend.config.backup.words import NO_BACKUP, BackupRefused

SIDECARS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A whole copy of the database as it was at one moment, in a file of its own."""

    dump: Path
    connection: sqlite3.Connection

    def ask(self, query: str) -> list[tuple]:
        return self.connection.execute(query).fetchall()


@contextmanager
def snapshot(place: Path) -> Iterator[Snapshot]:
    """Copy with SQLite's own backup: consistent, and nobody has to wait."""
    copy = place / "database.sqlite3"
    own = connections["default"]
    own.ensure_connection()
    with closing(sqlite3.connect(copy)) as target:
        own.connection.backup(target)
        # One file without a journal beside it.
        target.execute("PRAGMA journal_mode=DELETE")
        yield Snapshot(copy, target)


def is_empty(database: Path) -> bool:
    if not database.exists():
        return True
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1").fetchone()


def put_back(dump: Path, database: Path, *, now: datetime) -> Path | None:
    """Make `dump` the database, after looking whether it is sound. The database that was there is kept beside it: its path."""
    if not is_sound(dump):
        raise BackupRefused(NO_BACKUP)
    connections.close_all()
    before = set_aside(database, now) if database.exists() else None
    database.parent.mkdir(parents=True, exist_ok=True)
    dump.replace(database)
    return before


def is_sound(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as connection:
            register_functions(connection)  # our constraints use Django's own, such as REGEXP
            return bool(connection.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def set_aside(database: Path, now: datetime) -> Path:
    """Fold the journal into the file, then give it another name."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = database.with_name(f"{database.name}.before-{now:%Y%m%d-%H%M%S}")
    database.rename(before)
    for ending in SIDECARS:
        database.with_name(database.name + ending).unlink(missing_ok=True)
    return before
