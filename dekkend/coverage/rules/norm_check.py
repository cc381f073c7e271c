"""Who has what a norm asks of every school, who lacks it, and of whom is it not known?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dekkend.coverage.rules.marks import Said
from dekkend.offers.rules.norms import sign_of
from dekkend.offers.words import Norm, Sign
from dekkend.register.words import SiteOnMap


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How the same site stands beside another norm: how many of its items are lacking, and how many not known."""

    norm: str
    lacking: int
    unknown: int


@dataclass(frozen=True, slots=True)
class NormRow:
    """One site beside one norm: a sign for each item, in the order of the norm. A site without a public profile has only unknowns.

    `elsewhere` is the same site beside the other norms, where these are looked at together.
    """

    site: SiteOnMap
    signs: tuple[Sign, ...]
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def lacking(self) -> int:
        return sum(sign in (Sign.NO, Sign.PAUSED) for sign in self.signs)

    @property
    def unknown(self) -> int:
        return self.signs.count(Sign.UNKNOWN)

    @property
    def meets(self) -> Sign:
        """The norm as a whole: no as soon as one thing is lacking, unknown when only something is not known."""
        if self.lacking:
            return Sign.NO
        return Sign.UNKNOWN if self.unknown else Sign.YES


@dataclass(frozen=True, slots=True)
class NormCheck:
    """All sites of a region beside one version of a norm, those that lack most first."""

    norm: Norm
    rows: tuple[NormRow, ...]

    def counts(self, item: int) -> dict[Sign, int]:
        """How many sites stand how for this item of the norm."""
        return {sign: sum(row.signs[item] is sign for row in self.rows) for sign in Sign}

    def meeting(self) -> dict[Sign, int]:
        """How many sites have all of it, lack something, and may have all of it."""
        return {sign: sum(row.meets is sign for row in self.rows) for sign in (Sign.YES, Sign.NO, Sign.UNKNOWN)}


def together(check_: NormCheck, others: Sequence[NormCheck]) -> NormCheck:
    """The same check with, at each site, how it stands beside the other norms."""
    rows = {other.norm.name: {row.site.brin6: row for row in other.rows} for other in others}

    def elsewhere(row: NormRow) -> tuple[Elsewhere, ...]:
        found = ((other, rows[other.norm.name][row.site.brin6]) for other in others)
        return tuple(Elsewhere(other.norm.title, each.lacking, each.unknown) for other, each in found)

    return NormCheck(check_.norm, tuple(replace(row, elsewhere=elsewhere(row)) for row in check_.rows))


def check(norm: Norm, sites: Sequence[SiteOnMap], said: Said) -> NormCheck:
    rows = [NormRow(site, tuple(sign_of(item, said.get(site.site_id or 0, {})) for item in norm.items)) for site in sites]
    return NormCheck(norm, tuple(sorted(rows, key=lambda row: (-row.lacking, -row.unknown, row.site.name.casefold()))))
