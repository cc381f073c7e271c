"""Which command did someone type? Reading needs no Django and starts at once; everything else is Django's.

Each command of our own is named by "module:function" and imported only when it is asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

# Commands that must start without Django, in well under half a second.
PLAIN_COMMANDS = {
    "read": "dekkend.reading.cli:read",
    "check": "dekkend.reading.cli:check",
    "schema": "dekkend.reading.cli:schema",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in PLAIN_COMMANDS:
        module, function = PLAIN_COMMANDS[given[0]].split(":")
        return int(getattr(import_module(module), function)(given[1:]) or 0)
    return django_command(given)


def django_command(given: list[str]) -> int:
    if not os.environ.get("DJANGO_SETTINGS_MODULE"):
        os.environ["DJANGO_SETTINGS_MODULE"] = "dekkend.config.settings.demo"
    execute = import_module("django.core.management").execute_from_command_line
    execute(["dekkend", *given])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
