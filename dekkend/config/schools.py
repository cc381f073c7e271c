"""Which schools does a BRIN from a school login name? Wired in by the setting SCHOOL_NAMES."""

from __future__ import annotations

from dekkend.organisations.models import Site


def names_at(brin: str) -> list[str]:
    """The names of the sites of this school (4 signs) or this one site (6 signs); empty when we know none.

    Beyond every scope, on purpose: whoever comes in has no role yet. Names of schools are public.
    """
    return list(Site.anywhere.filter(brin6__startswith=brin).values_list("name", flat=True)) if brin else []
