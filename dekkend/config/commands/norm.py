"""Is this file a norm, and does it count for a region from now on? `dekkend norm FILE [--region CODE]`"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from dekkend.config.terminal.quiet import run_quietly

ABOUT = """Kijkt een bestand met een norm na: wat elke school van een regio moet hebben (basisondersteuning). Met --region hoort de
norm voortaan bij dat samenwerkingsverband; dezelfde naam en versie nog eens vervangt hem. Een voorbeeld staat in de map
dekkend/offers/data/norms."""
ENDS = "Eindigt met 0: het is een norm; 1: niet, met wat er niet klopt."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("norm", help="kijk een norm na of voeg hem toe", description=ABOUT, epilog=ENDS)
    parser.add_argument("file", metavar="BESTAND", type=Path, help="de norm als YAML")
    parser.add_argument("--region", metavar="CODE", default="", help="voeg de norm toe voor dit samenwerkingsverband")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: check_norm(arguments.file, arguments.region))


def check_norm(path: Path, code: str) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.coverage.actions.norms import add_checked
    from dekkend.coverage.gateways.norm_files import read_norm
    from dekkend.coverage.queries import own_versions
    from dekkend.coverage.words import Refused
    from dekkend.organisations.models import Partnership

    done = ""
    try:
        data = path.read_bytes()
        norm = read_norm(data)
        if code:
            region = Partnership.objects.filter(code=code.upper()).first()
            if region is None:
                raise Refused(f"Er is geen samenwerkingsverband met de code {code}.")
            row = add_checked(region, data, by=None, now=timezone.now())
            counts = next(told for each, told in own_versions(region, timezone.localdate()) if each.pk == row.pk)
            done = f" Toegevoegd voor {code.upper()}. {counts}"
    except OSError as fault:
        sys.stderr.write(f"dekkend norm: {path}: {fault.strerror}\n")
        return 1
    except Refused as why:
        sys.stderr.write(f"dekkend norm: {path}: {why}\n")
        return 1
    parts = "1 onderdeel" if len(norm.items) == 1 else f"{len(norm.items)} onderdelen"
    sys.stdout.write(f"{norm.title}, versie {norm.version}: {parts}, geldt vanaf {norm.valid_from}.{done}\n")
    return 0
