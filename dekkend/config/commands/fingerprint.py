"""How does a region's fixed text become the hashes that recognise it? `dekkend fingerprint`"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

ABOUT = (
    "Schrijft de vingerafdrukken van vaste tekst: een hash van elke vijf woorden achter elkaar. Zo herkent Dekkend zinnen van de regio "
    "zonder die tekst zelf te bewaren. Bewaar de uitvoer als NAAM.fixed of NAAM.questions naast het formulier."
)


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("fingerprint", help="schrijf de vingerafdrukken van vaste tekst", description=ABOUT)
    parser.add_argument("files", nargs="+", type=Path, metavar="TEKST", help="tekstbestanden (UTF-8), een lege regel tussen losse stukken")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: print_fingerprints(arguments.files, sys.stdout))


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
