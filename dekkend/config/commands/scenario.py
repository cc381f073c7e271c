"""What if? `dekkend scenario [NAME] [--close BRIN6] [--add BRIN6 CODE] [--end BRIN6 CODE] [--newcomers POSTCODE CHILDREN] [--json]`"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from dekkend.config.commands.coverage import CannotCount, a_day, code_given, region_called
from dekkend.config.terminal.quiet import run_quietly
from dekkend.kernel.numbers import whole_number

if TYPE_CHECKING:
    from dekkend.organisations.models import Partnership
    from dekkend.planning.rules.comparing_scenarios import Side
    from dekkend.planning.rules.scenario_paper import Beside
    from dekkend.planning.words.changes import Change

ABOUT = """Telt hoe een regio gedekt zou zijn als er iets verandert, naast hoe het nu is. Met een naam: een bewaard scenario. Met
veranderingen: die, zonder iets te bewaren. Zonder iets: alle bewaarde scenario's."""
ENDS = "Eindigt met 0: geteld; 1: niet te tellen, met de reden."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("scenario", help="tel wat er gebeurt als er iets verandert", description=ABOUT, epilog=ENDS)
    parser.add_argument("name", metavar="NAAM", nargs="?", default="", help="de naam van een bewaard scenario")
    parser.add_argument("--close", metavar="BRIN6", action="append", default=[], help="deze school sluit; mag vaker")
    for option, words in (("--add", "deze school krijgt deze hulp erbij"), ("--end", "deze school stopt met deze hulp")):
        parser.add_argument(option, metavar=("BRIN6", "CODE"), nargs=2, action="append", default=[], help=f"{words}; mag vaker")
    parser.add_argument(
        "--newcomers",
        metavar=("POSTCODE", "KINDEREN"),
        nargs=2,
        action="append",
        default=[],
        help="in dit gebied komen zoveel kinderen wonen; mag vaker",
    )
    parser.add_argument("--region", metavar="CODE", default="", help="het samenwerkingsverband; niet nodig als er maar één is")
    parser.add_argument("--today", metavar="DATUM", type=a_day, help="doe alsof het deze dag is (2026-09-01)")
    parser.add_argument("--json", action="store_true", help="als JSON, met elke plek en hoe het is geteld")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: compare(arguments))


def compare(given: argparse.Namespace) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from dekkend.coverage.words import Refused
    from dekkend.planning.rules.scenario_exported import as_json

    try:
        today, beside = sides(given)
    except (CannotCount, Refused) as why:
        sys.stderr.write(f"dekkend scenario: {why}\n")
        return 1
    if given.json:
        json.dump(as_json(today, beside), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return 0
    sys.stdout.write("\n".join([*told(today, beside), ""]))
    return 0


def sides(given: argparse.Namespace) -> tuple[Side, list[Beside]]:
    """Today, and the scenarios that were asked. Raises CannotCount and Refused."""
    from django.utils import timezone

    from dekkend.coverage.queries import coverage_of, rates_of, settings_of
    from dekkend.coverage.rules.capacity import costs
    from dekkend.kernel.school_years import SchoolYear
    from dekkend.planning.queries.scenarios import elsewhere_for, outcome_of
    from dekkend.planning.rules.comparing_scenarios import Side
    from dekkend.planning.rules.scenario_paper import Beside

    region, day = region_called(given.region), given.today or timezone.localdate()
    coverage, year = coverage_of(region, settings_of(region), today=day), SchoolYear.of(day)
    rates = rates_of(region, str(year))
    beside: list[Beside] = []
    for name, note, changes in asked(given, region):
        outcome = outcome_of(coverage, changes, elsewhere_for(coverage, changes))
        side = Side(name, outcome.coverage, len(beside) + 1, costs(outcome.coverage, rates, year), outcome.newcomers)
        beside.append(Beside(side, outcome, note))
    return Side("Nu", coverage, costs=costs(coverage, rates, year)), beside


def asked(given: argparse.Namespace, region: Partnership) -> list[tuple[str, str, tuple[Change, ...]]]:
    """Name, note and changes of each scenario that was asked."""
    from dekkend.planning.queries.scenarios import kept_by
    from dekkend.planning.rules.scenario_data import checked, from_data
    from dekkend.profiles.gateways.catalogue import load_catalogue

    if changes := changes_of(given):
        return [("Wat als", "", checked(changes, load_catalogue()))]
    kept = [each for each in kept_by(region) if given.name in ("", each.name)]
    if given.name and not kept:
        raise CannotCount(f"er is geen scenario dat '{given.name}' heet. dekkend scenario zonder naam laat ze allemaal zien.")
    return [(each.name, each.note, from_data(each.changes)) for each in kept]


def changes_of(given: argparse.Namespace) -> tuple[Change, ...]:
    from dekkend.planning.rules.scenario_data import from_data

    found: list[dict[str, Any]] = [{"what": "close_site", "brin6": brin6.upper()} for brin6 in given.close]
    found += [{"what": "add_offer", "brin6": brin6.upper(), "code": code_given(code)} for brin6, code in given.add]
    found += [{"what": "end_offer", "brin6": brin6.upper(), "code": code_given(code)} for brin6, code in given.end]
    found += [
        {"what": "newcomers", "postcode": postcode.upper(), "children": whole_number(children) or 0}
        for postcode, children in given.newcomers
    ]
    return from_data(found)


def told(today: Side, beside: list[Beside]) -> list[str]:
    """What changes and what that does, in sentences."""
    from dekkend.planning.rules.scenario_words import differences

    lines = [f"{today.coverage.name} ({today.coverage.region}), {today.coverage.day.isoformat()}."]
    if not beside:
        return [*lines, "Er zijn nog geen scenario's. Maak er een op het scherm, of geef een verandering mee."]
    for each in beside:
        lines += ["", each.side.name]
        lines += [f"  {change.sentence}{f' Telt niet mee: {change.why_not}' if change.why_not else ''}" for change in each.outcome.told]
        lines += [f"  - {line}" for line in differences(today, each.side)]
    return [*lines, "", *today.coverage.lines]
