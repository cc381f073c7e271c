"""What did made-up schools say of their offer since it was adopted, and who was asked whether it still holds? Twice does no harm."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.demo.gateways.files import said_since
from dekkend.offers.actions.asking import ask_region
from dekkend.offers.actions.projecting import rebuild
from dekkend.offers.actions.saying import lay_down
from dekkend.offers.models import RegionOffers
from dekkend.offers.queries import history_of, unprojected
from dekkend.offers.words import Availability, Said
from dekkend.organisations.models import Partnership, Site

NAMES = {field.name for field in fields(Said)} - {"state"}


@transaction.atomic
def live_on(partnership: Partnership, *, now: datetime) -> None:
    """Lay down the offers, what schools said of them, the norm of the region, and the mails of the round of this autumn."""
    if unprojected().exists():
        rebuild(partnership)
    told = said_since()
    RegionOffers.anywhere.get_or_create(partnership=partnership)
    RegionOffers.anywhere.filter(partnership=partnership, norm="").update(norm=told["norm"])
    for row in told["said"]:
        _say(Site.anywhere.get(name=row["school"], partnership=partnership), row, now=now)
    ask_region(partnership, today=told["asked_on"], now=now)


def _say(site: Site, row: dict[str, Any], *, now: datetime) -> None:
    if history_of(site, row["key"]).exists():
        return
    said = Said(Availability(row["state"]), **{name: value for name, value in row.items() if name in NAMES})
    lay_down(site, row["key"], said, by=None, today=row["said_on"], now=now, ask=None)
