"""Which command did someone type? Reading needs no Django and starts at once; everything else is Django's.

Each command of our own is a module in `config/commands` with `add_parser(subparsers)` and `run(arguments) -> exit status`. Only the
one that is asked for is imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from dekkend.config.terminal.usage import DutchParser

COMMANDS = (
    "read",
    "check",
    "diff",
    "find",
    "render",
    "schema",
    "openapi",
    "fingerprint",
    "begin",
    "register",
    "coverage",
    "norm",
    "doctor",
    "backup",
    "restore",
)
ABOUT = """Leest schoolondersteuningsprofielen in, en controleert wat er gelezen is.
Elk ander woord is een beheertaak van de webtoepassing: dekkend help laat ze zien."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return _overview(["--help"])
    if given[0] in ("-h", "--help"):
        return _overview(given)
    if given[0] == "--version":
        from dekkend import __version__

        sys.stdout.write(f"dekkend {__version__}\n")
        return 0
    return _own_command(given) if given[0] in COMMANDS else django_command(given)


def _own_command(given: list[str]) -> int:
    module = import_module(f"dekkend.config.commands.{given[0]}")
    parser = DutchParser(prog="dekkend")
    module.add_parser(parser.add_subparsers(dest="command"))
    return int(module.run(parser.parse_args(given)))


def _overview(given: list[str]) -> int:
    parser = DutchParser(prog="dekkend", description=ABOUT)
    subparsers = parser.add_subparsers(dest="command", title="opdrachten", metavar="opdracht")
    for name in COMMANDS:
        import_module(f"dekkend.config.commands.{name}").add_parser(subparsers)
    parser.parse_args(given)
    return 0


def django_command(given: list[str]) -> int:
    os.umask(0o077)  # the database and what people hand in are for this user of the machine only
    if not os.environ.get("DJANGO_SETTINGS_MODULE"):
        os.environ["DJANGO_SETTINGS_MODULE"] = "dekkend.config.settings.demo"
    execute = import_module("django.core.management").execute_from_command_line
    execute(["dekkend", *given])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
