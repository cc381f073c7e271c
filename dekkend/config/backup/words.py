"""What is in a backup, and why can one be refused?"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = "dekkend-backup/1"
MANIFEST = "manifest.json"
PRIVATE = "private/"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
# A name inside an archive: plain folders and a plain file. No start at the root, no way up, no drive, no odd sign.
SAFE_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")


class BackupRefused(Exception):
    """A backup cannot be made or put back; `message` is a Dutch sentence with why and what now."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Kept:
    """One file in the archive: its size in bytes and the SHA-256 of its bytes in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the archive holds, written by the version of Dekkend that made it.

    `engine` is "sqlite" or "postgresql"; `migrations` are the changes of tables that the database had, as `feature.name`; `rows` counts
    the rows of each table; `missing` are files that the database names and that were not there any more.
    """

    version: str
    made_at: str
    engine: str
    migrations: tuple[str, ...]
    rows: dict[str, int]
    files: dict[str, Kept]
    missing: tuple[str, ...] = ()

    @property
    def database(self) -> str:
        return DATABASE[self.engine]

    def to_json(self) -> bytes:
        return json.dumps({"format": FORMAT} | asdict(self), ensure_ascii=False, indent=1).encode()


def manifest_from_json(data: bytes) -> Manifest:
    """Raises BackupRefused when this is no manifest of ours."""
    try:
        told: dict[str, Any] = json.loads(data)
        if told.pop("format") != FORMAT:
            raise BackupRefused("Deze reservekopie heeft een vorm die wij niet kennen. Gebruik de versie van Dekkend die haar maakte.")
        files = {str(name): Kept(int(kept["size"]), str(kept["sha256"])) for name, kept in told.pop("files").items()}
        manifest = Manifest(
            **told | {"files": files, "migrations": tuple(told["migrations"]), "missing": tuple(told["missing"])},
        )
        sound = manifest.database in files and all(SAFE_NAME.fullmatch(name) for name in files)
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise BackupRefused(NO_BACKUP) from fault
    if not sound:
        raise BackupRefused(NO_BACKUP)
    return manifest


NO_BACKUP = "Dit bestand is geen reservekopie van Dekkend, of er is aan veranderd. Er is niets teruggezet. Neem een andere kopie."
CUT_OFF = "Deze reservekopie is niet heel: het einde ontbreekt of leest niet. Er is niets teruggezet. Neem een andere kopie."
NEWER = (
    "Deze reservekopie komt uit een nieuwere versie ({theirs}); hier draait {ours}. Er is niets teruggezet. "
    "Installeer eerst versie {theirs} of hoger."
)
