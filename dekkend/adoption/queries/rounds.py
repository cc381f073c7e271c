"""From when and by when does each region ask for the offers of a school year?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.adoption.models import Campaign
from dekkend.adoption.rules.campaign import usual_round
from dekkend.adoption.words.campaign import Round
from dekkend.organisations.models import Partnership


def round_of(region: Partnership, school_year: str) -> Round:
    """The days that the region chose for this year, else the usual ones."""
    return rounds_of([region.pk], school_year)[region.pk]


def rounds_of(partnership_ids: Iterable[int], school_year: str) -> dict[int, Round]:
    """The same for several regions at once, by key, in one query."""
    keys = set(partnership_ids)
    chosen = {each.partnership_id: each for each in Campaign.anywhere.filter(partnership__in=keys, school_year=school_year)}
    usual = usual_round(school_year)
    return {key: Round(school_year, chosen[key].opens_on, chosen[key].deadline, set=True) if key in chosen else usual for key in keys}
