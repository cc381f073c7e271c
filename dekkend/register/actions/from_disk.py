"""How does whoever runs the machine read lists from a folder, for one region or the whole country?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.register.actions.comparing import Outcome, collect, compare
from dekkend.register.actions.deciding import Done, accept
from dekkend.register.actions.importing import keep_outcome
from dekkend.register.gateways.opening import RawFile, in_folder, one_file
from dekkend.register.models import RegisterImport
from dekkend.register.rules.writing import region_of
from dekkend.register.words.changes import NotUsable


def compare_path(path: Path, *, region: str, as_of: date) -> Outcome:
    """What this folder or file would change; nothing is written. Raises NotUsable."""
    code = region_of(region)
    if region and not code:
        raise NotUsable(say("{region} is geen nummer van een samenwerkingsverband. Bedoelt u bijvoorbeeld PO0000?", region=region))
    outcome = compare(collect(_files(path)), region=code, partnership=_partnership(code), as_of=as_of)
    if code and not (outcome.report["sites"] or outcome.report["areas"] or outcome.differences):
        raise NotUsable(say("In deze bestanden staat niets van {region}. Er is niets overgenomen.", region=code))
    return outcome


def _files(path: Path) -> Iterator[RawFile]:
    return in_folder(path) if path.is_dir() else one_file(path)


def _partnership(code: str) -> Partnership | None:
    return Partnership.objects.filter(code=code).first() if code else None


@transaction.atomic
def take_over(outcome: Outcome, *, folder: str, now: datetime) -> Done:
    """Keep the differences and take over all that no person has to look at first; all of it, or nothing."""
    partnership = _partnership(outcome.region)
    imported = RegisterImport.objects.create(partnership=partnership, folder=folder[:200], asked_at=now)
    keep_outcome(imported, outcome, now=now)
    return accept(imported, None, by=None, now=now)
