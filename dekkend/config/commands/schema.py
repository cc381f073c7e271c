"""What does a profile look like, for a program? `dekkend schema`"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

ABOUT = "Schrijft het JSON-schema (2020-12) van dekkend-profile/1 voor een formulier."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("schema", help="schrijf het schema van een profiel", description=ABOUT)
    parser.add_argument("--template", metavar="FORMULIER", default="haaglanden", help="het formulier (standaard: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: print_schema(arguments.template, sys.stdout))


def print_schema(template: str, out: TextIO) -> int:
    """Print the schema of this form; the result is the exit status."""
    from dekkend.profiles.gateways.templates import UnknownTemplate, load_template, template_names
    from dekkend.profiles.rules.schema import profile_schema

    try:
        form = load_template(template)
    except UnknownTemplate:
        sys.stderr.write(f"dekkend schema: het formulier {template} is er niet; er zijn: {', '.join(template_names())}\n")
        return 2
    out.write(json.dumps(profile_schema(form), ensure_ascii=False, indent=1) + "\n")
    return 0
