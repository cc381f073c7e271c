"""How does a backup come back? `dekkend restore FILE`"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

from dekkend.config.terminal.quiet import run_quietly

ABOUT = """Zet een reservekopie terug in een lege installatie. Eerst wordt alles nagekeken: is zij heel, is er niets aan veranderd,
past zij bij deze versie? Zo niet, dan verandert er niets. Stop eerst de webserver en de workers.
Zet alleen kopieën terug die u zelf maakte."""
ENDS = "Eindigt met 0: teruggezet (of goed, met --check); 1: niet teruggezet, met de reden."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("restore", help="zet een reservekopie terug", description=ABOUT, epilog=ENDS)
    parser.add_argument("file", metavar="BESTAND", type=Path, help="de kopie")
    parser.add_argument("--force", action="store_true", help="ook als er al gegevens zijn: de kopie komt in de plaats daarvan")
    parser.add_argument("--check", action="store_true", help="kijk de kopie alleen na")
    parser.add_argument("--sha256", metavar="VINGERAFDRUK", help="de vingerafdruk die bij het maken is opgeschreven")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: put_back(arguments))


def put_back(arguments: argparse.Namespace) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.config.backup.restoring import check_backup, restore_backup
    from dekkend.config.backup.words import BackupRefused

    try:
        refuse_other(arguments.file, arguments.sha256)
        if arguments.check:
            manifest = check_backup(arguments.file)
            sys.stdout.write(f"Deze reservekopie is goed: versie {manifest.version}, gemaakt op {_moment(manifest.made_at)}.\n")
            return 0
        restored = restore_backup(arguments.file, replace=arguments.force, now=timezone.now())
    except BackupRefused as refused:
        sys.stderr.write(f"dekkend restore: {refused.message}\n")
        return 1
    files, rows = len(restored.manifest.files) - 1, sum(restored.manifest.rows.values())
    sys.stdout.write(f"Teruggezet: {rows} rijen en {files} bestanden van {_moment(restored.manifest.made_at)}.\n")
    if restored.before:
        sys.stdout.write(f"De database die er was, staat in {restored.before}. Gooi haar weg als alles goed is.\n")
    sys.stdout.write("Draai nu dekkend doctor, en start daarna dekkend serve: die werkt de tabellen bij.\n")
    return 0


def _moment(written: str) -> str:
    """In words and by the Dutch clock; what a strange copy wrote otherwise stays as it is."""
    from datetime import datetime

    from django.utils import timezone

    from dekkend.kernel.dates import say_date

    try:
        made = timezone.localtime(datetime.fromisoformat(written))
    except ValueError:
        return written
    return f"{say_date(made.date().isoformat())}, {made:%H.%M} uur"


def refuse_other(path: Path, wanted: str | None) -> None:
    from dekkend.config.backup.words import BackupRefused

    if not wanted or not path.is_file():
        return
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != wanted.strip().lower():
        raise BackupRefused("De vingerafdruk klopt niet: dit is een andere of een veranderde kopie. Er is niets teruggezet.")
