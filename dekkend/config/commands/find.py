"""Which schools near a place can help, for someone at a terminal? `dekkend find PLACE NEED... [--json]`"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any, TextIO

from dekkend.config.terminal.quiet import run_quietly

if TYPE_CHECKING:
    from dekkend.finder.queries.answering import Answer

ABOUT = """Zoekt scholen die kunnen helpen, dichtbij eerst, met de zin van de school en met wat niet bekend is. Wat iemand nodig heeft mag
in eigen woorden, of als code van de catalogus (facilities.lift). Er wordt niets bewaard en niets geteld."""
ENDS = "Eindigt met 0: gevonden; 1: geen school die past; 2: de plaats is niet bekend, of een woord is niet zeker begrepen."
RIGHT = "Ouders mogen hun kind bij elke school schriftelijk aanmelden (artikel 40 lid 2 WPO)."
SAID = {
    "fits": "Kan helpen",
    "partly": "Voor een deel",
    "paused": "Kan het nu niet",
    "unknown": "Niet bekend",
    "not_all": "Heeft een deel niet",
    "has_not": "Heeft dit niet",
}


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("find", help="zoek scholen bij een plaats en een hulpvraag", description=ABOUT, epilog=ENDS)
    parser.add_argument("place", metavar="PLAATS", help="een postcode (9999 of 9999 ZZ) of de naam van een plaats")
    parser.add_argument("needs", metavar="HULPVRAAG", nargs="*", help="wat het kind nodig heeft, in eigen woorden of als code")
    parser.add_argument("--km", type=int, default=5, help="hoe ver, in kilometers langs de weg (anders 5; 0 is elke afstand)")
    parser.add_argument("--most", metavar="AANTAL", type=int, default=20, help="hoogstens zoveel scholen (anders 20)")
    parser.add_argument("--json", action="store_true", help="de uitkomst als JSON")


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: find(arguments, out=sys.stdout))


def find(arguments: argparse.Namespace, *, out: TextIO) -> int:
    from dekkend.config.installation import start_django

    start_django()
    from django.utils import timezone

    from dekkend.config.health import pending_migrations
    from dekkend.finder.queries.answering import answer
    from dekkend.finder.rules.places import UnknownPlace

    if pending_migrations():
        sys.stderr.write("dekkend find: de tabellen zijn er nog niet of zijn niet bijgewerkt. Draai eerst dekkend migrate.\n")
        return 2
    try:
        found = answer(arguments.place, arguments.needs, arguments.km or None, arguments.most, today=timezone.localdate())
    except UnknownPlace as why:
        sys.stderr.write(f"dekkend find: {why}\n")
        sys.stderr.writelines(f"  {choice}\n" for choice in why.choices)
        return 2
    (_print_json if arguments.json else _print_text)(found, out)
    return 2 if found.unsure else int(bool(found.needs) and not found.counts["fits"])


def _print_json(found: Answer, out: TextIO) -> None:
    json.dump(found.as_dict(), out, ensure_ascii=False, indent=1)
    out.write("\n")


def _print_text(found: Answer, out: TextIO) -> None:
    for typed, labels in found.needs:
        out.write(f"«{typed}»: {' of '.join(labels)}\n")
    for typed, labels in found.unsure:
        out.write(f"«{typed}»: niet zeker, hierop is niet gezocht. Bedoelt u {', '.join(labels)}? Geef dan de code.\n")
    for typed in found.not_needed:
        out.write(f"«{typed}»: niet nodig, hierop is niet gezocht.\n")
    if found.unknown:
        out.write(f"Niet begrepen: {', '.join(found.unknown)}\n")
    for card in found.cards:
        km = "afstand onbekend" if card.km is None else f"{card.km:.1f} km".replace(".", ",")
        outcome = f"  [{SAID[card.outcome.value]}]" if card.outcome else ""
        out.write(f"{card.number:3}  {card.name}, {card.place}  {km}{outcome}\n")
        out.write(f"     {card.condition.sentence}\n" if card.condition.sentence else "")
        for line in (each for need in card.lines for each in need.told):
            quote = f" «{line.text}» ({line.year})" if line.text else f" Aangekruist ({line.year})." if line.ticked else ""
            out.write(f"     {line.sentence} {line.different}".rstrip() + quote + "\n")
    detour = str(found.detour).replace(".", ",")
    out.write(f"{found.counts_line}\nAfstand is de rechte lijn maal {detour}.\n{RIGHT}\n")
