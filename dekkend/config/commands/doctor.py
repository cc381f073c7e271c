"""What is wrong on this machine, and how is it mended? `dekkend doctor`"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.config.doctor.words import Finding

ABOUT = "Kijkt na wat er op deze machine mis kan zijn, en zegt van elk punt wat, waarom en wat u kunt doen. Verandert niets."
ENDS = "Eindigt met 0: goed, of alleen tips en waarschuwingen; 1: er is een probleem."
SIGNS = {"good": "goed", "tip": "tip", "warning": "let op", "problem": "FOUT"}
WIDTH = max(map(len, SIGNS.values()))


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("doctor", help="kijk na of alles op deze machine goed staat", description=ABOUT, epilog=ENDS)
    parser.add_argument("--json", action="store_true", help="als JSON: een lijst met code, severity, what, why, now")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: tell(findings(), as_json=arguments.json, out=sys.stdout))


def findings() -> list[Finding]:
    """What is found; when the settings are refused only that, because nothing else can be looked at."""
    from django.core.exceptions import ImproperlyConfigured

    from dekkend.config.doctor.words import problem
    from dekkend.config.installation import start_django

    try:
        start_django()
    except ImproperlyConfigured as refused:
        from dekkend.config.doctor.safety import settings_refused

        return settings_refused(str(refused))
    except ValueError as unreadable:
        from dekkend.config.doctor.safety import setting_unreadable

        return setting_unreadable(str(unreadable))
    except ImportError as fault:
        why = f"Er ontbreekt een onderdeel: {fault.name or 'onbekend'}."
        return [problem("installation", "Dekkend start niet.", why, "Installeer opnieuw wat in requirements.lock staat.")]
    from django.utils import timezone

    from dekkend.config.doctor.examination import examine

    return examine(now=timezone.now())


def _summary(found: list[Finding]) -> str:
    """What stands last, where people look first: a warning is not "all good"."""
    counted = {"Problemen": "problem", "Let op": "warning"}
    many = {name: sum(finding.severity == severity for finding in found) for name, severity in counted.items()}
    return " ".join(f"{name}: {count}." for name, count in many.items() if count) or "Alles is goed."


def tell(found: list[Finding], *, as_json: bool, out: TextIO) -> int:
    """Print the findings; the result is the exit status."""
    if as_json:
        json.dump([asdict(finding) for finding in found], out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        for finding in found:
            out.write(f"{SIGNS[finding.severity]:<{WIDTH}}  {finding.what}\n")
            out.writelines(f"{'':<{WIDTH}}  {said}\n" for said in (finding.why, finding.now) if said)
        out.write(f"\n{_summary(found)}\n")
    return int(any(finding.severity == "problem" for finding in found))
