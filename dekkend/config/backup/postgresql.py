"""How is a PostgreSQL database copied while people work in it, and put back so that a failure leaves the old one?"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from dekkend.config.backup.words import BackupRefused
from dekkend.config.settings.environment import LIBPQ

ASIDE = "dekkend_before_restore"
NO_TOOL = (
    "Het programma {tool} is hier niet, en zonder kan een PostgreSQL-database niet veilig gekopieerd worden. "
    "Installeer het pakket postgresql-client, in dezelfde versie als de server of hoger."
)
TOOL_FAILED = "{tool} kon zijn werk niet doen: {why}. Er is niets veranderd. Los dit op en probeer het opnieuw."


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dump, and questions that are answered as of the very same moment."""

    dump: Path

    def ask(self, query: str) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return list(cursor.fetchall())


@contextmanager
def snapshot(place: Path) -> Iterator[Snapshot]:
    """pg_dump and our own counts share one exported snapshot."""
    tool("pg_dump")
    dump = place / "database.dump"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (moment,) = cursor.fetchone()
        run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={moment}", f"--file={dump}")
        yield Snapshot(dump)


def is_empty() -> bool:
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def put_back(dump: Path) -> None:
    """Put the tables of `dump` in a fresh schema; the old one goes only when all of them are there."""
    tool("pg_restore")
    listed = run("pg_restore", "--list", str(dump), connect=False)
    wanted = dump.with_name("wanted.list")
    wanted.write_text("\n".join(line for line in listed.splitlines() if " SCHEMA - public " not in line), encoding="utf-8")
    say("DROP SCHEMA IF EXISTS " + ASIDE + " CASCADE", "ALTER SCHEMA public RENAME TO " + ASIDE, "CREATE SCHEMA public")
    try:
        run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", f"--use-list={wanted}", str(dump))
    except BackupRefused:
        say("DROP SCHEMA public CASCADE", "ALTER SCHEMA " + ASIDE + " RENAME TO public")
        raise
    say("DROP SCHEMA " + ASIDE + " CASCADE")


@transaction.atomic
def say(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise BackupRefused(NO_TOOL.format(tool=name))
    return path


def run(name: str, *arguments: str, connect: bool = True) -> str:
    """Run a program of PostgreSQL on our database. The password goes by its environment: an argument can be seen by everybody."""
    own: dict[str, Any] = connection.settings_dict
    environment = os.environ | {"PGPASSWORD": own["PASSWORD"], "LC_ALL": "C"}
    command = [tool(name), *(_where(own) if connect else ()), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  (a fixed program)
    if done.returncode:
        raise BackupRefused(TOOL_FAILED.format(tool=name, why=(done.stderr.strip().splitlines() or ["onbekend"])[0]))
    return done.stdout


def _where(own: dict[str, Any]) -> list[str]:
    """The same connection as the application has, with the same demands about TLS."""
    from psycopg.conninfo import make_conninfo  # only where there is a PostgreSQL

    options = {option: value for option, value in own["OPTIONS"].items() if option in LIBPQ}
    named = {"--host": own["HOST"], "--port": own["PORT"], "--username": own["USER"]}
    named["--dbname"] = make_conninfo(dbname=own["NAME"], **options)
    return ["--no-password", *(f"{option}={value}" for option, value in named.items() if value)]
