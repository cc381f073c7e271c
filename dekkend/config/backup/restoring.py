"""How does a backup come back? First everything is looked at, then the files are put in place, and the database comes last."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from dekkend import __version__
from dekkend.config.backup import postgresql, sqlite
from dekkend.config.backup.archive import copy_to, fingerprint, opened, verify
from dekkend.config.backup.words import NEWER, PRIVATE, BackupRefused, Kept, Manifest

NOT_EMPTY = (
    "Deze installatie is niet leeg: er zijn al tabellen. Er is niets teruggezet. Met --force komt de kopie in de plaats van wat er is."
)
OTHER_ENGINE = "Deze reservekopie is van {theirs} en deze installatie gebruikt {ours}. Zet DATABASE_URL zo dat ze gelijk zijn."
NO_ROOM = "Er is te weinig ruimte: nodig is {needed} MB, vrij is {free} MB. Er is niets teruggezet. Maak ruimte."


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back; `before` is where the database that was replaced still stands, if it does."""

    manifest: Manifest
    before: Path | None


def check_backup(path: Path) -> Manifest:
    """Look at a backup without putting it back: whole, unchanged, and of a version that this one understands."""
    manifest = verify(path)
    newer = sorted(set(manifest.migrations) - known_migrations())
    if as_numbers(manifest.version) > as_numbers(__version__) or newer:
        raise BackupRefused(NEWER.format(theirs=manifest.version, ours=__version__))
    if manifest.engine != connection.vendor:
        raise BackupRefused(OTHER_ENGINE.format(theirs=manifest.engine, ours=connection.vendor))
    return manifest


def restore_backup(path: Path, *, replace: bool, now: datetime) -> Restored:
    """Put a backup back. `replace`: also when there are tables already. Raises BackupRefused, and then nothing has changed."""
    manifest = check_backup(path)
    if not replace and not is_empty():
        raise BackupRefused(NOT_EMPTY)
    place = working_folder()
    refuse_without_room(manifest, place)
    with tempfile.TemporaryDirectory(dir=place) as folder:
        dump = Path(folder) / manifest.database
        put_files_back(path, manifest, dump)
        before = put_database_back(dump, now=now)
    return Restored(manifest, before)


def put_files_back(path: Path, manifest: Manifest, dump: Path) -> None:
    """Private files have names that are never used twice, so putting one back can harm no other."""
    storage = storages["default"]
    with opened(path) as files:
        for name, source, _ in files:
            if name == manifest.database:
                copy_to(dump, source, manifest.files[name])
            elif name.startswith(PRIVATE) and name in manifest.files:
                put_file_back(storage, name.removeprefix(PRIVATE), source, manifest.files[name], dump.with_name("file"))


def put_file_back(storage: Storage, name: str, source: IO[bytes], kept: Kept, between: Path) -> None:
    if storage.exists(name):
        with storage.open(name) as present:
            if fingerprint(present) == kept.sha256:
                return
        storage.delete(name)
    copy_to(between, source, kept)
    with between.open("rb") as file:
        if storage.save(name, File(file)) != name:
            raise BackupRefused(f"Het bestand {name} kon niet op zijn plaats gezet worden. Kijk of de opslag beschrijfbaar is.")


def put_database_back(dump: Path, *, now: datetime) -> Path | None:
    if connection.vendor == "postgresql":
        postgresql.put_back(dump)
        return None
    return sqlite.put_back(dump, sqlite_file(), now=now)


def is_empty() -> bool:
    return postgresql.is_empty() if connection.vendor == "postgresql" else sqlite.is_empty(sqlite_file())


def sqlite_file() -> Path:
    return Path(connection.settings_dict["NAME"])


def working_folder() -> Path:
    """Beside the database file, so that it can be put in place in one step; anywhere with PostgreSQL."""
    if connection.vendor == "postgresql":
        return Path(tempfile.gettempdir())
    sqlite_file().parent.mkdir(parents=True, exist_ok=True)
    return sqlite_file().parent


def refuse_without_room(manifest: Manifest, place: Path) -> None:
    needed = sum(kept.size for kept in manifest.files.values())
    free = shutil.disk_usage(place).free
    if needed > free:
        raise BackupRefused(NO_ROOM.format(needed=needed // 1_000_000 + 1, free=free // 1_000_000))


def known_migrations() -> set[str]:
    """Every change of tables that this version has, also those that were folded into another."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    replaced = {old for migration in loader.disk_migrations.values() for old in migration.replaces}
    return {f"{app}.{name}" for app, name in {*loader.disk_migrations, *replaced}}


def as_numbers(version: str) -> tuple[int, ...]:
    """0.10.2 as (0, 10, 2), so that it comes after 0.9."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
