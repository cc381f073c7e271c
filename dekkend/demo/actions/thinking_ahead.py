"""Which scenarios does the made-up region keep? Twice does no harm."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.demo.gateways.files import thought_through
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import scope_of
from dekkend.planning.actions.scenarios import make_scenario
from dekkend.planning.models import Scenario
from dekkend.planning.rules.scenario_data import one_from_data


@transaction.atomic
def think_ahead(region: Partnership, *, by: User, today: date, now: datetime) -> None:
    """Lay down what happens when a school closes, and when children come to live somewhere."""
    if Scenario.anywhere.filter(partnership=region).exists():
        return
    sites = {site.name: site for site in Site.anywhere.filter(partnership=region)}
    for row in thought_through()["scenarios"]:
        changes = [one_from_data(_with_codes(each, sites)) for each in row["changes"]]
        make_scenario(region, row["name"], changes, note=row["note"], by=by, scope=scope_of(by, today), now=now)


def _with_codes(row: dict[str, Any], sites: dict[str, Site]) -> dict[str, Any]:
    """The change as it is stored: a school by its code, an area by its postcode."""
    found = {name: value for name, value in row.items() if name not in ("school", "beside")}
    if "school" in row:
        found["brin6"] = sites[row["school"]].brin6
    if "beside" in row:
        found["postcode"] = sites[row["beside"]].postcode[:4]
    return found
