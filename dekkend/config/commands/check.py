"""What should a person look at in a profile before it is public? `dekkend check FILE.json`"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.profiles.gateways.exchange import LoadedProfile
    from dekkend.profiles.words.findings import Finding

ABOUT = """Kijkt profielen na: zinnen over toelating, geld, vaststelling, verlopen plannen, namen, tegenspraak, leesbaarheid.
Een bevinding houdt niets tegen. Leest ook wat `dekkend read --json` schrijft."""
ENDS = "Eindigt met 0: niets of alleen tips; 1: iets ernstigs of een waarschuwing; 2: een bestand is geen geldig profiel."
SAID = {"serious": "Ernstig", "warning": "Let op", "info": "Tip"}


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("check", help="kijk een profiel na", description=ABOUT, epilog=ENDS)
    parser.add_argument("files", nargs="+", metavar="BESTAND", type=Path, help="een profiel als JSON")
    parser.add_argument("--json", action="store_true", help="bevindingen als JSON: één object bij één profiel, anders een lijst")
    parser.add_argument("--today", metavar="DATUM", type=_day, help="doe alsof het deze dag is (2026-09-01)")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: check_files(arguments.files, arguments.today or _today(), as_json=arguments.json, out=sys.stdout))


def check_files(files: list[Path], today: datetime.date, *, as_json: bool, out: TextIO) -> int:
    """Print the findings of all files; the result is the exit status."""
    from dekkend.kernel.settings import WrongSetting
    from dekkend.profiles.gateways.exchange import ProfileRefused, load_profiles
    from dekkend.profiles.gateways.hours import hours_in_force

    try:
        hours_in_force()
    except WrongSetting as fault:
        sys.stderr.write(f"dekkend check: {fault}\n")
        return 2
    results: list[tuple[str, LoadedProfile, list[Finding]]] = []
    refused = False
    for file in files:
        try:
            loaded = load_profiles(file)
        except ProfileRefused as refusal:
            refused = True
            sys.stderr.write(f"{file}: {refusal.message}\n")
            continue
        results += [(item.document or file.name, item, _findings(item, today)) for item in loaded]
    (_print_json if as_json else _print_text)(results, out)
    if refused:
        return 2
    return int(any(finding.severity != "info" for _, _, findings in results for finding in findings))


def _findings(loaded: LoadedProfile, today: datetime.date) -> list[Finding]:
    from dekkend.profiles.gateways.hours import hours_in_force
    from dekkend.profiles.gateways.templates import load_template
    from dekkend.profiles.rules.findings import check_profile

    return check_profile(
        loaded.profile, load_template(loaded.profile["template"]), today=today, from_reading=loaded.findings, hours=hours_in_force()
    )


def _print_json(results: list[tuple[str, LoadedProfile, list[Finding]]], out: TextIO) -> None:
    told = [{"file": name, "findings": [finding.as_dict() for finding in findings]} for name, _, findings in results]
    json.dump(told[0] if len(told) == 1 else told, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _print_text(results: list[tuple[str, LoadedProfile, list[Finding]]], out: TextIO) -> None:
    for name, loaded, findings in results:
        school = (loaded.profile["values"].get("school") or {}).get("name") or "school onbekend"
        out.write(f"{name}: {school}, {loaded.profile['school_year'] or 'schooljaar onbekend'}\n")
        for finding in findings:
            out.write(_told(finding))
        out.write(f"  {_summary(findings)}\n\n")


def _told(finding: Finding) -> str:
    quote = " ".join(finding.quote.split())
    lines = [f"  {SAID[finding.severity]}  {finding.path or 'profiel'}  [{finding.code}]", f"    {finding.message}"]
    if quote:
        lines.append(f"    «{quote if len(quote) <= 160 else quote[:159] + '…'}»")
    return "\n".join([*lines, f"    Bron: {finding.source}"]) + "\n"


def _summary(findings: list[Finding]) -> str:
    if not findings:
        return "Niets gevonden."
    counts = [(word, sum(finding.severity == severity for finding in findings)) for severity, word in SAID.items()]
    return ", ".join(f"{word.lower()}: {count}" for word, count in counts if count) + "."


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError("schrijf een dag als 2026-09-01") from fault


def _today() -> datetime.date:
    from zoneinfo import ZoneInfo

    return datetime.datetime.now(ZoneInfo("Europe/Amsterdam")).date()
