"""How is a backup made? The database at one moment, the files that it names, and a list of everything with fingerprints."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.apps import apps
from django.core.files.storage import Storage
from django.db import connection
from django.db.models import FileField

from dekkend import __version__
from dekkend.config.backup import postgresql, sqlite
from dekkend.config.backup.archive import Writer, new_archive
from dekkend.config.backup.words import DATABASE, PRIVATE, BackupRefused, Manifest


class Moment(Protocol):
    """The database as it was at one moment."""

    @property
    def dump(self) -> Path: ...

    def ask(self, query: str) -> list[tuple]: ...


def make_backup(path: Path, *, now: datetime) -> Manifest:
    """Write the backup to `path`, which must not exist. Raises BackupRefused."""
    if path.exists():
        raise BackupRefused(f"Het bestand {path} bestaat al. Kies een andere naam; wij schrijven nooit over een kopie heen.")
    if not path.absolute().parent.is_dir():
        raise BackupRefused(f"De map {path.absolute().parent} is er niet. Maak haar, of kies een andere.")
    engine = connection.vendor
    with (
        tempfile.TemporaryDirectory(dir=path.absolute().parent) as place,
        moment_of(engine, Path(place)) as moment,
        new_archive(path) as archive,
    ):
        with moment.dump.open("rb") as dump:
            archive.add(DATABASE[engine], dump, moment.dump.stat().st_size)
        missing = add_files(archive, moment)
        manifest = describe(moment, archive, engine=engine, missing=missing, now=now)
        archive.close_with(manifest)
    return manifest


def moment_of(engine: str, place: Path) -> AbstractContextManager[Moment]:
    return postgresql.snapshot(place) if engine == "postgresql" else sqlite.snapshot(place)


def describe(moment: Moment, archive: Writer, *, engine: str, missing: tuple[str, ...], now: datetime) -> Manifest:
    migrations = moment.ask("SELECT app, name FROM django_migrations ORDER BY app, name")
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
    rows = {table: moment.ask(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")[0][0] for table in tables}  # noqa: S608
    return Manifest(__version__, now.isoformat(), engine, tuple(f"{app}.{name}" for app, name in migrations), rows, archive.files, missing)


def add_files(archive: Writer, moment: Moment) -> tuple[str, ...]:
    """Add every file that the database names; those that are gone by now (destroyed a moment ago) are returned."""
    missing = []
    for storage, name in named_files(moment):
        try:
            with storage.open(name) as file:
                archive.add(f"{PRIVATE}{name}", file, file.size)
        except FileNotFoundError:
            missing.append(name)
    return tuple(missing)


def named_files(moment: Moment) -> Iterator[tuple[Storage, str]]:
    """Whatever stands in any file field of any table."""
    quote = connection.ops.quote_name
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                column, table = quote(str(field.column)), quote(model._meta.db_table)
                query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> '' ORDER BY 1"  # noqa: S608  (our own names)
                for (name,) in moment.ask(query):
                    yield field.storage, name
