"""How does a real region from open data come beside the made-up one? Twice does no harm."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.demo.actions.loading import add_person
from dekkend.demo.gateways.files import facts
from dekkend.demo.gateways.open_data import OpenData
from dekkend.organisations.models import Partnership
from dekkend.reading.actions.taking_in import take_in
from dekkend.reading.jobs import read_later
from dekkend.register.actions.comparing import compare
from dekkend.register.actions.from_disk import take_over


@transaction.atomic
def add_open_data(found: OpenData, region: str, password: str, *, now: datetime) -> int:
    """Make the partnership with its schools and someone who may look at them; hand in the documents. Returns how many are new.

    The lists go the way of every import of the register, so points, children and outlines come with them. The register does not say which
    board a school belongs to: it gets the one that stands for "not known".
    """
    partnership, _ = Partnership.objects.get_or_create(code=region, defaults={"name": f"Samenwerkingsverband {region}"})
    outcome = compare(found.collected, region=region, partnership=partnership, as_of=timezone.localdate(now))
    take_over(outcome, folder="", now=now)
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
