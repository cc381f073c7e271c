"""Of several versions of one norm: since when does each count, until when, or why not?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.offers.words import Norm


def when_it_counts(norm: Norm, norms: Sequence[Norm], today: date) -> str:
    """A sentence about this version beside the others of its name. `norms` stand in the order in which they were added."""
    versions = [each for each in norms if each.name == norm.name]
    last = [each for each in versions if each.valid_from == norm.valid_from][-1]
    begins = say_date(norm.valid_from.isoformat())
    if last.version != norm.version:
        return say("Geldt niet: versie {other} begint ook op {day} en is later toegevoegd.", other=last.version, day=begins)
    if norm.valid_from > today:
        return say("Geldt vanaf {day}.", day=begins)
    later = [each for each in versions if norm.valid_from < each.valid_from <= today]
    if not later:
        return say("Geldt sinds {day}.", day=begins)
    day = min(each.valid_from for each in later)
    following = [each for each in later if each.valid_from == day][-1]
    return say("Geldt niet meer: versie {other} kwam op {day} ervoor in de plaats.", other=following.version, day=say_date(day.isoformat()))
