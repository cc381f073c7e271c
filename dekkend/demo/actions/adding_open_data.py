"""How does a real region from open data come beside the made-up one? Twice does no harm."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from io import BytesIO
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.core.files.base import File
from django.db import transaction

from dekkend.accounts.models import User
from dekkend.demo.actions.loading import add_person
from dekkend.demo.gateways.files import facts
from dekkend.demo.gateways.open_data import OpenData, RealSite
from dekkend.organisations.models import Board, Partnership, Site
from dekkend.reading.actions.taking_in import take_in
from dekkend.reading.jobs import read_later

UNKNOWN_BOARD = {"number": "00000", "name": "Bestuur niet bekend"}


@transaction.atomic
def add_open_data(found: OpenData, region: str, password: str, *, now: datetime) -> int:
    """Make the partnership with its sites and someone who may look at them; hand in the documents. Returns how many are new."""
    partnership, _ = Partnership.objects.get_or_create(code=region, defaults={"name": f"Samenwerkingsverband {region}"})
    board, _ = Board.objects.get_or_create(number=UNKNOWN_BOARD["number"], defaults=UNKNOWN_BOARD)
    for site in found.sites:
        Site.anywhere.get_or_create(brin6=site.brin6, defaults=_fields(site) | {"partnership": partnership, "board": board})
    guest = add_person(facts()["guest"], make_password(password), partnership)
    return hand_in(found.documents, guest, partnership, now=now)


def hand_in(paths: tuple[Path, ...], by: User, partnership: Partnership, *, now: datetime) -> int:
    """A document that is known already is not read again."""
    if not paths:
        return 0
    files = [File(BytesIO(path.read_bytes()), name=path.name) for path in paths]
    taken = take_in(files, by=by, partnership=partnership, now=now)
    read_later(document.pk for document in taken.documents)
    return len(taken.documents)


def _fields(site: RealSite) -> dict[str, object]:
    return asdict(site) | {"kind": site.kind.value}
