"""How many children depend on one school, and which schools depend on one person?"""

from __future__ import annotations

import numpy as np

from dekkend.coverage.words.coverage import NOWHERE, YES, Coverage, Flags, Ints
from dekkend.coverage.words.figures import Alone, OnePerson


def on_one_site(coverage: Coverage, code: str = "") -> tuple[Alone, ...]:
    """For each site and kind how many children have no other school within reach for it, the most first; none with no children."""
    counts, found = coverage.counts, []
    for column, kind in enumerate(coverage.kinds):
        if code and kind.code != code:
            continue
        alone, sure = counts.only[:, column] != NOWHERE, counts.open[:, column] == 0
        depend, surely = _by_site(coverage, column, alone), _by_site(coverage, column, alone & sure)
        for row in np.flatnonzero(depend).tolist():
            found.append(Alone(coverage.sites[row], kind, int(depend[row]), int(surely[row])))
    return tuple(sorted(found, key=lambda each: (-each.children, each.site.name, each.kind.label)))


def _by_site(coverage: Coverage, column: int, areas: Flags) -> Ints:
    """Children in these areas, added up at the only site that they have for the kind in this column."""
    only = coverage.counts.only[areas, column]
    total = np.zeros(len(coverage.sites), dtype=np.int64)
    np.add.at(total, only, coverage.ground.children[areas])
    return total


def children_on_one_site(coverage: Coverage, code: str = "") -> int:
    """How many children have, for this kind or for at least one kind, only one school within reach; each child once."""
    alone = coverage.counts.only != NOWHERE
    columns = [at for at, kind in enumerate(coverage.kinds) if not code or kind.code == code]
    return int(coverage.ground.children[alone[:, columns].any(axis=1)].sum())


def on_one_person(coverage: Coverage, code: str = "") -> tuple[OnePerson, ...]:
    """Every offer that counts and that the school says is in the hands of one person; the most children that depend on it first."""
    found = []
    for (row, column), offers in coverage.marks.offers.items():
        kind = coverage.kinds[column]
        if (code and kind.code != code) or coverage.marks.signs[row, column] != YES:
            continue
        enough = [offer for offer in offers if offer.deliverable and (offer.level or 0) >= kind.level]
        if len(enough) == 1 and enough[0].said.persons == 1:
            alone = coverage.counts.only[:, column] == row
            found.append(OnePerson(coverage.sites[row], kind, enough[0], int(coverage.ground.children[alone].sum())))
    return tuple(sorted(found, key=lambda each: (-each.children, each.site.name, each.kind.label)))
