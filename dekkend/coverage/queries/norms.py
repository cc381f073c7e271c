"""Which schools of a region lack what a norm asks, of several norms at once?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dekkend.coverage.queries.covering import basis_of, said_in
from dekkend.coverage.rules.norm_check import NormCheck, NormRow, check
from dekkend.coverage.words import Settings
from dekkend.offers.words import Norm
from dekkend.organisations.models import Partnership

__all__ = ["NormCheck", "NormRow", "norm_check"]


def norm_check(partnership: Partnership, norms: Iterable[Norm], *, today: date, school_year: str = "") -> tuple[NormCheck, ...]:
    """Every site of the region for children of 4 to 11 beside each of these norms, from the same reading of the profiles."""
    basis = basis_of(partnership, Settings(), today)
    said = said_in(basis, school_year)
    sites = [site for site in basis.geography.sites if site.is_for_children]
    return tuple(check(norm, sites, said) for norm in norms)
