"""How does the register get the lists of DUO and CBS? `dekkend register import FOLDER`"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.register.actions.comparing import Outcome

ABOUT = """Leest lijsten van DUO en CBS uit een map (of één bestand) en laat zien wat er anders is dan het register. Pas met --apply wordt
het overgenomen, in één keer of helemaal niet. Nog een keer overnemen doet geen kwaad."""
ENDS = "Eindigt met 0: gelezen (en overgenomen); 1: niet gedaan, met de reden."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("register", help="lees lijsten van DUO en CBS in", description=ABOUT, epilog=ENDS)
    parser.add_argument("what", metavar="import", choices=("import",), help="het enige dat er nu is")
    parser.add_argument("folder", metavar="MAP", type=Path, help="de map met bestanden, of één bestand (csv, geojson, zip)")
    parser.add_argument(
        "--region", metavar="CODE", default="", help="alleen dit samenwerkingsverband en 10 km eromheen, bijvoorbeeld PO0000"
    )
    parser.add_argument("--date", metavar="JJJJ-MM-DD", type=_day, help="de dag van een lijst die zelf geen dag noemt (anders vandaag)")
    parser.add_argument("--apply", action="store_true", help="neem de verschillen over; zonder dit wordt alleen gekeken")
    parser.add_argument("--json", action="store_true", help="geef het verslag als JSON")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: read_in(arguments))


def read_in(arguments: argparse.Namespace) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.config.health import pending_migrations
    from dekkend.register.actions.from_disk import compare_path, take_over
    from dekkend.register.words.changes import NotUsable

    if pending_migrations():
        sys.stderr.write("dekkend register: de tabellen zijn er nog niet of zijn niet bijgewerkt. Draai eerst dekkend migrate.\n")
        return 1
    began = time.perf_counter()
    try:
        outcome = compare_path(arguments.folder, region=arguments.region.upper(), as_of=arguments.date or timezone.localdate())
    except NotUsable as why:
        sys.stderr.write(f"dekkend register: {why}\n")
        return 1
    done = take_over(outcome, folder=arguments.folder.name, now=timezone.now()) if arguments.apply else None
    report = outcome.report | {
        "applied": done.count if done else 0,
        "left": done.left if done else 0,
        "seconds": round(time.perf_counter() - began, 1),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
    }
    _tell(outcome, report, as_json=arguments.json, applied=arguments.apply)
    return 0


def _tell(outcome: Outcome, report: dict[str, Any], *, as_json: bool, applied: bool) -> None:
    if as_json:
        differences = [_plain(each.difference) for each in outcome.differences]
        sys.stdout.write(json.dumps(report | {"differences": differences}, ensure_ascii=False, indent=1) + "\n")
        return
    from dekkend.config.terminal.register_report import lines

    sys.stdout.write("\n".join(lines(outcome, report, applied=applied)) + "\n")


def _plain(difference: Any) -> dict[str, Any]:
    from dekkend.register.rules.telling import plain

    names = ("target", "kind", "key", "name", "region", "why", "noticed_on", "held")
    told = {name: getattr(difference, name) for name in names}
    return told | {"before": plain(difference.before), "after": plain(difference.after)}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("een dag is bijvoorbeeld 2024-11-01") from None
