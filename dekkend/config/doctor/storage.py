"""Is there room, and do private files stay private?"""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection

from dekkend.config.doctor.words import Finding, good, problem, warning
from dekkend.config.health import storage_keeps

LEAST_FREE = 500  # MB; below this a batch of uploads may not fit
LITTLE_FREE = 5_000  # MB


def place() -> Iterator[Finding]:
    """An installed package lies among the libraries, and without DEKKEND_VAR so does everything that is kept."""
    if "site-packages" in Path(settings.VAR).parts:
        yield problem(
            "place",
            f"Wat Dekkend bewaart, staat tussen de programma's ({settings.VAR}).",
            "Een nieuwe versie kan het dan weghalen.",
            "Zet DEKKEND_VAR op een map die blijft, bijvoorbeeld /var/lib/dekkend, en zet wat er staat daarheen.",
        )


def disk() -> Iterator[Finding]:
    free = shutil.disk_usage(existing(Path(settings.VAR))).free // 1_000_000
    why, now = "Zonder ruimte kan niemand iets bewaren.", "Ruim op of maak de schijf groter."
    if free < LEAST_FREE:
        yield problem("disk", f"Er is nog maar {free} MB vrij op de schijf.", why, now)
    elif free < LITTLE_FREE:
        yield warning("disk", f"Er is nog {free} MB vrij op de schijf.", why, now)
    else:
        yield good("disk", f"Er is {free // 1000} GB vrij op de schijf.")


def existing(folder: Path) -> Path:
    return folder if folder.exists() else existing(folder.parent)


def private_folder() -> Iterator[Finding]:
    try:
        works = storage_keeps()
    except Exception:
        works = False
    if not works:
        yield problem(
            "storage",
            "De opslag voor documenten werkt niet: wat bewaard wordt, komt niet terug.",
            "Niemand kan dan een document inleveren.",
            "Controleer of de map (of de bucket) er is en of deze gebruiker er mag lezen en schrijven.",
        )
        return
    open_to = [path for path in private_places() if stat.S_IMODE(path.stat().st_mode) & 0o077]
    if open_to:
        yield problem(
            "private",
            f"Andere gebruikers van deze machine kunnen bij {', '.join(map(str, open_to))}.",
            "Daar staan documenten en gegevens van mensen.",
            f"Geef alleen de eigenaar toegang: chmod go= {' '.join(map(str, open_to))}",
        )
    else:
        yield good("storage", "De opslag voor documenten werkt en is afgeschermd.")


def private_places() -> list[Path]:
    """What nobody else on this machine may open: the folder of documents, the database and the key of a demo."""
    own = [Path(settings.PRIVATE_ROOT)] if isinstance(storages["default"], FileSystemStorage) else []
    own += [Path(connection.settings_dict["NAME"])] if connection.vendor == "sqlite" else []
    return [path for path in [*own, Path(settings.VAR) / "secret-key"] if path.exists()]
