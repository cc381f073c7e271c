"""How does a real installation get its first administrator? `dekkend begin --code PO0000 --partnership NAME --administrator ADDRESS`"""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.organisations.actions.beginning import Begun

ABOUT = """Maakt een samenwerkingsverband en nodigt de eerste beheerder uit. Heeft een verband geen beheerder meer, dan nodigt dezelfde
opdracht een nieuwe uit. De link staat op het scherm en gaat ook per mail. Opnieuw draaien geeft een nieuwe link; de oude vervalt."""
ENDS = "Eindigt met 0: uitgenodigd; 1: niet gedaan, met de reden."
CODE = re.compile(r"[A-Za-z0-9]{2,6}")


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("begin", help="nodig de eerste beheerder van een regio uit", description=ABOUT, epilog=ENDS)
    parser.add_argument("--code", required=True, type=_code, help="het nummer van het samenwerkingsverband, bijvoorbeeld PO0000")
    parser.add_argument(
        "--partnership", metavar="NAAM", default="", help="de naam van het samenwerkingsverband; nodig als het er nog niet is"
    )
    parser.add_argument("--administrator", metavar="E-MAILADRES", required=True, type=_address, help="wie beheerder wordt")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: begin(arguments.code, arguments.partnership, arguments.administrator))


def begin(code: str, name: str, email: str) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.config.health import pending_migrations
    from dekkend.organisations.actions.beginning import begin_region
    from dekkend.organisations.words import Refused

    if pending_migrations():
        sys.stderr.write("dekkend begin: de tabellen zijn er nog niet of zijn niet bijgewerkt. Draai eerst dekkend migrate.\n")
        return 1
    try:
        begun = begin_region(code, name, email, today=timezone.localdate(), now=timezone.now())
    except Refused as why:
        sys.stderr.write(f"dekkend begin: {why}\n")
        return 1
    _tell(begun)
    return 0


def _tell(begun: Begun) -> None:
    from django.conf import settings
    from django.utils import timezone

    from dekkend.kernel.dates import say_date

    made = "is gemaakt" if begun.is_new else "was er al"
    until = say_date(timezone.localdate(begun.invitation.expires_at).isoformat())
    sys.stdout.write(
        f"{begun.partnership.name} ({begun.partnership.code}) {made}. {begun.invitation.email} is uitgenodigd als beheerder.\n"
        f"De link werkt één keer, tot en met {until}. Geef hem aan niemand anders:\n\n"
        f"  {settings.SITE_ADDRESS}{begun.path}\n\n"
        "De uitnodiging gaat ook per mail zodra een worker draait en de mailserver antwoordt (dekkend doctor kijkt dat na).\n"
    )


def _code(text: str) -> str:
    if not CODE.fullmatch(text.strip()):
        raise argparse.ArgumentTypeError("een code heeft 2 tot 6 letters en cijfers, bijvoorbeeld PO0000")
    return text


def _address(text: str) -> str:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(text.strip())
    except ValidationError:
        raise argparse.ArgumentTypeError("dit is geen e-mailadres") from None
    return text
