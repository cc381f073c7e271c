"""What happens to what a school said between adoptions when a later adoption says something else? It ends, and the history says by what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models.functions import Now

from dekkend.kernel.school_years import SchoolYear
from dekkend.offers.gateways import made_with
from dekkend.offers.models import Offer, OfferState
from dekkend.offers.queries import standing_of
from dekkend.offers.rules.standing import is_about
from dekkend.profiles.models import ProfileVersion


def end_overtaken(site_ids: Iterable[int], today: date) -> int:
    """End what these sites said of an offer that a later version, which counts by now, no longer has or has otherwise. Returns how much.

    Also when a still later version has it again: a pause of before does not come back. Versions without rows are looked at once they have.
    """
    states = list(OfferState.anywhere.filter(site_id__in=set(site_ids), ended_at=None, version__isnull=False).select_related("version"))
    if not states:
        return 0
    versions = _counted({state.site_id for state in states}, today)
    rows = _rows(versions, {state.key for state in states})
    ended = 0
    for state in states:
        of = state.version
        assert of is not None  # noqa: S101
        later = (each for each in versions if each.site_id == state.site_id and _order(each) > _order(of))
        by = next((each for each in later if not is_about(standing_of(state), *rows.get((each.pk, state.key), (None, "")))), None)
        if by is not None:
            ended += OfferState.anywhere.filter(pk=state.pk, ended_at=None).update(ended_at=Now(), overtaken_by=by)
    return ended


def _order(version: ProfileVersion) -> tuple[str, int]:
    return version.school_year, version.number


def _counted(site_ids: set[int], today: date) -> list[ProfileVersion]:
    """Public versions with rows, of this school year or before, the oldest first."""
    public = ProfileVersion.anywhere.filter(site_id__in=site_ids, published_on__lte=today, school_year__lte=str(SchoolYear.of(today)))
    ready = public.filter(projection__made_with=made_with())
    return list(ready.only("pk", "site_id", "school_year", "number").order_by("school_year", "number"))


def _rows(versions: list[ProfileVersion], keys: set[str]) -> dict[tuple[int, str], tuple[int | None, str]]:
    rows = Offer.anywhere.filter(version__in=versions, key__in=keys).values_list("version_id", "key", "level", "choice")
    return {(version, key): (level, choice) for version, key, level, choice in rows}
