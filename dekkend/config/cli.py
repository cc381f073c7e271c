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
    "plan",
    "scenario",
    "norm",
    "doctor",
    "backup",
    "restore",
)
# Commands of the web application that a person types; Django finds and explains them itself.
OF_THE_SERVER = {
    "migrate": "werk de tabellen van de database bij",
    "serve": "start de webserver",
    "worker": "doe het werk op de achtergrond",
    "demo": "vul een demo met een verzonnen regio",
    "offers": "leg het aanbod opnieuw neer, of vraag scholen of het nog klopt",
    "audit_check": "kijk na of niemand het logboek veranderde",
    "audit_expire": "verwijder wat langer in het logboek staat dan mag",
}
ABOUT = """Het ondersteuningsaanbod van scholen, van document tot dekking. Uitleg van één opdracht: dekkend OPDRACHT --help.
Wat Django daarnaast kan: dekkend help."""


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
    try:
        return _own_command(given) if given[0] in COMMANDS else django_command(given)
    except Exception as fault:
        refusal = _refusal(fault)
        if not refusal:
            raise
        sys.stderr.write(f"{refusal}\n")
        return 1


def _refusal(fault: Exception) -> str:
    """What to say of settings, a missing library or a database with which nothing can start; empty for another fault: its trace helps."""
    from dekkend.kernel.settings import WrongSetting

    if isinstance(fault, WrongSetting):
        return f"Dekkend start niet. {fault}"
    if isinstance(fault, ModuleNotFoundError) and not (fault.name or "dekkend").startswith("dekkend"):
        return f"Dekkend start niet. Er ontbreekt een onderdeel: {fault.name}. Installeer opnieuw wat in requirements.lock staat."
    from django.core.exceptions import ImproperlyConfigured  # only after a fault: a command that reads needs no Django
    from django.db import OperationalError

    if isinstance(fault, OperationalError) and "get a connection" in str(fault):
        return "De database antwoordt niet. Draait de databaseserver, en klopt DATABASE_URL? Er is niets veranderd."
    return str(fault) if isinstance(fault, ImproperlyConfigured) else ""


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
    for name, about in OF_THE_SERVER.items():
        subparsers.add_parser(name, help=about)
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
