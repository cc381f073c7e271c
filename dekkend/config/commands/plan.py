"""Where helps an extra offer most? `dekkend plan --code C [--code D] (--offers P | --euros N | --share X) [--radius KM] [--json]`"""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from dekkend.config.commands.coverage import CannotCount, a_day, code_given, kilometres, region_called, thousands
from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.planning.words.advice import Advice
    from dekkend.planning.words.asking import Asked

ABOUT = """Zoekt waar extra hulp de meeste kinderen bereikt, of wat het minste is dat nodig is, met het bewijs. Er wordt niets bewaard."""
ENDS = "Eindigt met 0: gezocht; 1: niet te zoeken, met de reden."


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("plan", help="zoek waar een extra aanbod het meest helpt", description=ABOUT, epilog=ENDS)
    parser.add_argument(
        "--code",
        action="append",
        default=[],
        help="deze soort hulp, bijvoorbeeld NT2 of expertise.second_language; mag vaker",
        required=True,
    )
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--offers", metavar="AANTAL", type=int, help="zoveel scholen erbij (1 tot en met 50): waar helpt dat het meest")
    way.add_argument("--euros", metavar="EURO", type=int, help="zoveel euro per schooljaar, met de bedragen van de regio")
    way.add_argument("--share", metavar="PROCENT", type=int, help="zoveel procent gedekt (1 tot en met 100): wat is het minste")
    parser.add_argument("--cheapest", action="store_true", help="bij --share: zo weinig mogelijk geld in plaats van scholen")
    parser.add_argument("--hours", metavar="UREN", type=_hours, help="uren per week per school, voor hulp die per uur betaald wordt")
    parser.add_argument("--radius", metavar="KM", type=kilometres, help="deze afstand voor alle soorten, bijvoorbeeld 2 of 1,5")
    parser.add_argument("--without", metavar="BRIN6", action="append", default=[], help="deze school kan niet; mag vaker")
    parser.add_argument("--certain", metavar="BRIN6", action="append", default=[], help="deze school moet er zeker bij; mag vaker")
    parser.add_argument("--year", metavar="SCHOOLJAAR", default="", help="wat de profielen van dit schooljaar zeggen")
    parser.add_argument("--region", metavar="CODE", default="", help="het samenwerkingsverband; niet nodig als er maar één is")
    parser.add_argument("--today", metavar="DATUM", type=a_day, help="doe alsof het deze dag is (2026-09-01)")
    parser.add_argument("--json", action="store_true", help="als JSON, met hoe het is geteld")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: plan(arguments))


def plan(given: argparse.Namespace) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.coverage.words import Refused
    from dekkend.planning.queries.working_out import work_out
    from dekkend.planning.rules.told import as_data
    from dekkend.planning.words.problem import TooLarge

    try:
        advice = work_out(region_called(given.region), asked_by(given), today=given.today or timezone.localdate())
    except (CannotCount, Refused, TooLarge) as why:
        sys.stderr.write(f"dekkend plan: {why}\n")
        return 1
    if given.json:
        json.dump(as_data(advice), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return 0
    sys.stdout.write("\n".join([*told(advice), ""]))
    return 0


def asked_by(given: argparse.Namespace) -> Asked:
    from dekkend.planning.words.asking import Asked, Least, Way

    numbers = {Way.OFFERS: given.offers, Way.EUROS: given.euros, Way.SHARE: given.share}
    way = next(way for way, number in numbers.items() if number is not None)
    codes = tuple(code_given(each) for each in given.code)
    return Asked(
        codes=codes,
        way=way,
        number=numbers[way],
        least=Least.EUROS if given.cheapest else Least.OFFERS,
        radius_km=given.radius,
        school_year=given.year,
        without=tuple(given.without),
        certain=tuple(given.certain),
        hours=tuple((code, given.hours) for code in codes) if given.hours else (),
    )


def told(advice: Advice) -> list[str]:
    from dekkend.planning.rules.plan_rows import choice_rows
    from dekkend.planning.rules.telling import headline, next_in_words, percents, proof, question, unit

    sure, how = proof(advice)
    lines = [question(advice.asked, {kind.code: kind.label for kind in advice.kinds}), headline(advice), sure, how, ""]
    for row in choice_rows(advice):
        money = f", {row.money}" if row.money else ""
        lines.append(f"{row.number:>3}. {row.school} ({row.brin6}), {row.kind}: {thousands(row.adds)} kinderen{money}")
        lines += [f"     {reason}" for reason in row.reasons]
    lines += [next_in_words(advice), ""]
    for kind in advice.kinds:
        was, will = kind.before.figure, kind.after.figure
        shares = f"{percents(was.low)} naar {percents(will.low)}, hoogstens {percents(was.high)} naar {percents(will.high)}"
        lines.append(f"{kind.label}: {shares}; witte vlekken {kind.before.spots} naar {kind.after.spots}")
    return [*lines, "", *([unit(advice)] if unit(advice) else []), *advice.lines, *advice.sources]


def _hours(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise argparse.ArgumentTypeError("schrijf uren als 4 of 1,5") from None
