"""After how many days does the region of a site remind people?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.adoption.models import RegionTerms
from dekkend.adoption.words.facts import Terms

USUAL = Terms()


def terms_of(partnership_id: int) -> Terms:
    return all_terms([partnership_id]).get(partnership_id, USUAL)


def all_terms(partnership_ids: Iterable[int]) -> dict[int, Terms]:
    """By region; a region without terms of its own is not in it, and has the usual ones."""
    rows = RegionTerms.anywhere.filter(partnership_id__in=set(partnership_ids))
    return {row.partnership_id: Terms(row.advice_days, row.decision_days, row.remind_days) for row in rows}
