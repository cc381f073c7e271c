"""Which fingerprint has a profile, or a region's fixed text? `dekkend fingerprint`"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

ABOUT = (
    "Schrijft de vingerafdrukken van vaste tekst: een hash van elke vijf woorden achter elkaar. Zo herkent Dekkend zinnen van de regio "
    "zonder die tekst zelf te bewaren. Bewaar de uitvoer als NAAM.fixed of NAAM.questions naast het formulier. "
    "Met --profile: de vingerafdruk van een profiel (SHA-256), om te vergelijken met wat er bij een vastgestelde versie staat."
)


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("fingerprint", help="schrijf de vingerafdrukken van vaste tekst", description=ABOUT)
    parser.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help="teksten (UTF-8), een lege regel tussen losse stukken")
    parser.add_argument("--profile", action="store_true", help="de bestanden zijn profielen als JSON: schrijf van elk de vingerafdruk")


def run(arguments: argparse.Namespace) -> int:
    printed = print_profile_fingerprints if arguments.profile else print_fingerprints
    return run_quietly(lambda: printed(arguments.files, sys.stdout))


def print_profile_fingerprints(files: Iterable[Path], out: TextIO) -> int:
    """Print of each profile its fingerprint and its file, as sha256sum does; the result is the exit status (2: one is no profile)."""
    from dekkend.profiles.gateways.exchange import ProfileRefused, load_profiles
    from dekkend.profiles.rules.values import fingerprint

    status = 0
    for file in files:
        try:
            out.writelines(f"{fingerprint(loaded.profile)}  {file}\n" for loaded in load_profiles(file))
        except ProfileRefused as refusal:
            sys.stderr.write(f"{file}: {refusal.message}\n")
            status = 2
    return status


def print_fingerprints(files: Iterable[Path], out: TextIO) -> int:
    """Print the shingle hashes of these texts, sorted, each once; the result is the exit status (2: a file is not readable text)."""
    from dekkend.profiles.rules.shingles import shingles

    found: set[str] = set()
    for file in files:
        try:
            pieces = file.read_text("utf-8").split("\n\n")
        except (OSError, UnicodeDecodeError):
            sys.stderr.write(f"dekkend fingerprint: {file} is niet te lezen als tekst (UTF-8). Sla het zo op en probeer het opnieuw.\n")
            return 2
        found |= {shingle for piece in pieces for shingle in shingles(piece)}
    out.write("".join(f"{shingle}\n" for shingle in sorted(found)))
    return 0
