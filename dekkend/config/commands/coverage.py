"""How is a region covered? `dekkend coverage [--code KIND] [--radius KM] [--region CODE] [--json]`"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from typing import TYPE_CHECKING, Any

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.coverage.words import Coverage
    from dekkend.organisations.models import Partnership

ABOUT = """Telt hoe een samenwerkingsverband gedekt is: welk deel van de kinderen elke soort hulp dichtbij heeft, hoogstens en minstens,
waar niet, en wie aan één school hangt. Zoals de regio het koos, of met een andere afstand."""
ENDS = "Eindigt met 0: geteld; 1: niet te tellen, met de reden."
MOST_LINES = 10
SIGNS = {"yes": "ja", "paused": "nu niet", "no": "nee", "unknown": "niet bekend"}


class CannotCount(Exception):
    """The text says what is wrong and what can be done."""


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("coverage", help="tel de dekking van een regio", description=ABOUT, epilog=ENDS)
    parser.add_argument(
        "--code", default="", help="alleen deze soort hulp, met elke school en haar zin, bijvoorbeeld NT2 of expertise.second_language"
    )
    parser.add_argument("--radius", metavar="KM", type=kilometres, help="deze afstand voor alle soorten hulp, bijvoorbeeld 2 of 1,5")
    parser.add_argument("--region", metavar="CODE", default="", help="het samenwerkingsverband; niet nodig als er maar één is")
    parser.add_argument(
        "--year", metavar="SCHOOLJAAR", default="", help="wat de profielen van dit schooljaar zeggen, bijvoorbeeld 2025-2026"
    )
    parser.add_argument("--today", metavar="DATUM", type=a_day, help="doe alsof het deze dag is (2026-09-01)")
    parser.add_argument("--json", action="store_true", help="als JSON, met hoe het is geteld")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: cover(arguments))


def cover(given: argparse.Namespace) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from dekkend.coverage.queries.pages import pages_of
    from dekkend.coverage.rules.exported import as_json

    try:
        coverage = count(given)
    except CannotCount as why:
        sys.stderr.write(f"dekkend coverage: {why}\n")
        return 1
    told = as_json(coverage, given.code, page=pages_of(coverage, given.code))
    if given.json:
        json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return 0
    sys.stdout.write(
        "\n".join([*_head(told), "", *(_one(told) if given.code else _table(told)), "", *told["method"], *told["sources"], ""])
    )
    return 0


def count(given: argparse.Namespace) -> Coverage:
    """Raises CannotCount when the region, the kind or the year is not known."""
    from django.utils import timezone

    from dekkend.coverage.queries import coverage_of, settings_of
    from dekkend.coverage.rules.kinds import only, with_radius
    from dekkend.kernel.school_years import parse_school_year

    region = region_called(given.region)
    given.code = code_given(given.code)
    if given.year and parse_school_year(given.year) is None:
        raise CannotCount("schrijf een schooljaar als 2025-2026.")
    settings = settings_of(region)
    settings = only(settings, given.code) if given.code else settings
    settings = with_radius(settings, given.radius) if given.radius else settings
    return coverage_of(region, settings, today=given.today or timezone.localdate(), school_year=given.year or None)


def code_given(text: str) -> str:
    """The code of the kind that someone typed by its code or name; "" for none. Raises CannotCount with what comes near."""
    from dekkend.coverage.rules.kinds import code_called
    from dekkend.coverage.words import Refused
    from dekkend.profiles.gateways.catalogue import load_catalogue

    try:
        return code_called(text, load_catalogue()) if text else ""
    except Refused as why:
        raise CannotCount(f"{why} dekkend coverage zonder --code laat alle soorten zien.") from why


def region_called(code: str) -> Partnership:
    from dekkend.organisations.models import Partnership

    known = list(Partnership.objects.order_by("code"))
    found = [region for region in known if region.code == code.upper()] if code else known
    if len(found) == 1:
        return found[0]
    if not known:
        raise CannotCount("er is nog geen samenwerkingsverband. Maak er een met dekkend begin.")
    names = ", ".join(f"{region.code} ({region.name})" for region in known[:20])
    raise CannotCount(f"kies een samenwerkingsverband met --region: {names}.")


def _head(told: dict[str, Any]) -> list[str]:
    share, most = _percent(told["all_kinds"]["share"]), _percent(told["all_kinds"]["share_at_most"])
    schools = "1 school" if told["sites"] == 1 else f"{told['sites']} scholen"
    sites = f"{schools}, {told['sites_with_profile']} met een openbaar profiel{_earlier(told)}"
    bounds = share if share == most else f"{share}, hoogstens {most} als alle ‘niet bekend’ een ja blijkt"
    return [
        f"{told['name']} ({told['region']}): {thousands(told['children'])} kinderen, {sites}.",
        f"Zoveel van deze hulp is dichtbij: {bounds}.",
    ]


def _earlier(told: dict[str, Any]) -> str:
    count = told["sites_with_profile_of_an_earlier_year"]
    return f", waarvan {count} van een eerder jaar" if count else ""


def _table(told: dict[str, Any]) -> list[str]:
    lines = [f"{'soort hulp':44} {'km':>4} {'gedekt':>7} {'hoogst.':>7} {'wit':>4} {'op 1 school':>11}  ja/nu niet/nee/niet bekend   code"]
    for kind in told["kinds"]:
        spots = sum(spot["sure"] for spot in kind["white_spots"])
        signs = "/".join(str(kind["sites"][sign]) for sign in SIGNS)
        shares = f"{_percent(kind['share']):>7} {_percent(kind['share_at_most']):>7}"
        alone = thousands(kind["children_on_one_site"])
        lines.append(f"{kind['label'][:44]:44} {_decimal(kind['radius_km']):>4} {shares} {spots:>4} {alone:>11}  {signs:28} {kind['code']}")
    return lines


def _one(told: dict[str, Any]) -> list[str]:
    kind = told["kinds"][0]
    lines = [f"{kind['label']}, binnen {_decimal(kind['radius_km'])} km{' (grof)' if kind['rough'] else ''}"]
    lines.append(f"  gedekt: {thousands(kind['covered'])} van {thousands(kind['children'])} kinderen ({_percent(kind['share'])})")
    if _percent(kind["share_at_most"]) != _percent(kind["share"]):
        lines.append(f"  hoogstens: {_percent(kind['share_at_most'])}")
    lines.append(f"  aan één school: {thousands(kind['children_on_one_site'])} kinderen")
    lines.append(f"Witte vlekken ({len(kind['white_spots'])}):")
    for spot in kind["white_spots"][:MOST_LINES]:
        lines.append(f"  {'zeker   ' if spot['sure'] else 'mogelijk'} {spot['postcode']} {spot['place']}: {_spot(spot)}")
    lines += [*_more(kind["white_spots"]), "Aan één school:"]
    alone = kind["depend_on_one_site"]
    lines += [f"  {each['site']}: {thousands(each['children'])} kinderen" for each in alone[:MOST_LINES]] or ["  niemand"]
    lines += _more(alone)
    lines.append("Scholen:")
    for each in kind["behind"]:
        quote = f" «{each['quote_in_words']}»" if each["quote"] else " Aangekruist." if each["ticked"] else ""
        year = f" [{each['school_year']}]" if each["earlier_year"] else ""
        lines.append(f"  {SIGNS[each['sign']]:11} {each['site']} ({each['brin6']}){year}{quote} {each['reason']}")
    return lines


def _more(rows: list[Any]) -> list[str]:
    """A list that stops says so."""
    left = len(rows) - MOST_LINES
    return [f"  en nog {left}; met --json staan zij er alle"] if left > 0 else []


def _spot(spot: dict[str, Any]) -> str:
    children = "weinig kinderen, of niet bekend hoeveel" if spot["children"] is None else f"{thousands(spot['children'])} kinderen"
    near, silent = spot["nearest"], spot["nearest_unknown"]
    if near:
        return children + f", dichtstbij {near['site']} op {_decimal(near['km'])} km"
    if silent:
        return children + f", dichtstbij zonder antwoord {silent['site']} op {_decimal(silent['km'])} km"
    return children + ", nergens in de regio"


def _percent(share: float | None) -> str:
    from dekkend.coverage.rules.listed import percent

    found = percent(share)
    return "-" if found is None else f"{found}%"


def thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _decimal(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def kilometres(text: str) -> float:
    from dekkend.coverage.rules.kinds import LEAST_KM, MOST_KM

    try:
        km = float(text.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf een afstand als 2 of 1,5") from None
    if not LEAST_KM <= km <= MOST_KM:
        raise argparse.ArgumentTypeError(f"kies een afstand van {_decimal(LEAST_KM)} tot {_decimal(MOST_KM)} km")
    return km


def a_day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError("schrijf een dag als 2026-09-01") from fault
