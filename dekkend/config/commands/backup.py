"""How does everything get into one file? `dekkend backup FILE`"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

from dekkend.config.terminal.quiet import run_quietly

ABOUT = """Maakt een reservekopie: de database op één moment en alle bewaarde bestanden, met van elk een vingerafdruk.
Het werk kan doorgaan. De geheime sleutel (DEKKEND_SECRET_KEY) zit er niet in: bewaar die apart."""
ENDS = "Eindigt met 0: gemaakt; 1: niet gemaakt, met de reden."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("backup", help="maak een reservekopie", description=ABOUT, epilog=ENDS)
    parser.add_argument("file", metavar="BESTAND", type=Path, help="de kopie die gemaakt wordt, bijvoorbeeld dekkend-2026-09-01.tar.gz")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: back_up(arguments.file))


def back_up(path: Path) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.config.backup.making import make_backup
    from dekkend.config.backup.words import BackupRefused

    try:
        manifest = make_backup(path, now=timezone.now())
    except BackupRefused as refused:
        sys.stderr.write(f"dekkend backup: {refused.message}\n")
        return 1
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    files, rows = len(manifest.files) - 1, sum(manifest.rows.values())
    sys.stdout.write(f"Gemaakt: {path} ({path.stat().st_size / 1e6:.1f} MB), {rows} rijen en {files} bestanden.\n")
    if manifest.missing:
        sys.stdout.write(f"Let op: {len(manifest.missing)} bestanden die de database noemt, waren er niet meer.\n")
    sys.stdout.write(f"Vingerafdruk (SHA-256), bewaar hem ergens anders: {digest}\n")
    return 0
