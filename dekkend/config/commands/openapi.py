"""How is the open data described, for a program? `dekkend openapi`"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

ABOUT = "Schrijft de OpenAPI-beschrijving van de open data van deze installatie, zoals zij ook op /api/v1/openapi.json staat."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("openapi", help="schrijf de beschrijving van de open data", description=ABOUT)
    parser.add_argument("--address", metavar="ADRES", default="", help="het adres van de site (standaard: dat van deze installatie)")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: print_description(arguments.address, sys.stdout))


def print_description(address: str, out: TextIO) -> int:
    """Print the description for the site with this address; the result is the exit status."""
    from dekkend.config.installation import start_django

    start_django()
    from django.conf import settings

    from dekkend.publishing.api.application import openapi

    out.write(json.dumps(openapi((address or settings.SITE_ADDRESS).rstrip("/")), ensure_ascii=False, indent=1) + "\n")
    return 0
