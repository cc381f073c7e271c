"""Does the log still hold? `dekkend audit_check` reads every chain and says where it breaks; exit status 1 when it does.

With --save the ends of the chains go to a file; kept on another machine it proves, by --against, that nobody wrote the whole log anew.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dekkend.audit.queries import ChainReport, check_chains, head_is_still_there, missing_guards


class Command(BaseCommand):
    help = "Kijk na of niemand iets in het logboek veranderde of weghaalde."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--save", type=Path, help="schrijf de uiteinden van de ketens in dit bestand")
        parser.add_argument("--against", type=Path, help="een bestand van een eerdere --save: die uiteinden moeten er nog zijn")

    def handle(self, *args: Any, save: Path | None, against: Path | None, **options: Any) -> None:
        reports = list(check_chains())
        wrong = [problem for report in reports for problem in self.say(report)]
        wrong += [f"De database bewaakt het logboek niet: regel {name} ontbreekt of staat uit." for name in missing_guards()]
        wrong += missing_ends(against) if against else []
        if wrong:
            raise CommandError("Het logboek klopt niet.\n- " + "\n- ".join(wrong) + "\nBewaar een kopie van de database en meld dit.")
        if save:
            save.write_text(json.dumps({str(report.chain): [report.head.number, report.head.hash] for report in reports}, indent=1) + "\n")
        self.stdout.write(f"Het logboek klopt: {sum(report.entries for report in reports)} regels in {len(reports)} ketens.")

    def say(self, report: ChainReport) -> list[str]:
        self.stdout.write(
            f"Keten {report.chain}: {report.entries} regels, laatste nummer {report.head.number}, vingerafdruk {report.head.hash}"
        )
        return [f"Keten {report.chain}: {found.why}" for found in report.breaks]


def missing_ends(path: Path) -> list[str]:
    """The ends noted in the file that are not in their chain any more, each as a sentence."""
    try:
        noted = [(int(chain), int(number), str(fingerprint)) for chain, (number, fingerprint) in json.loads(path.read_text()).items()]
    except (OSError, ValueError, TypeError, AttributeError):
        raise CommandError(f"{path} is geen bestand dat met --save is gemaakt. Kies een ander bestand.") from None
    return [
        f"Keten {chain}: regel {number} van de eerdere controle is er niet meer, of is veranderd."
        for chain, number, fingerprint in noted
        if not head_is_still_there(chain, number, fingerprint)
    ]
