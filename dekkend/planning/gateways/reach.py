"""Which areas lie near each site, and how does a region stand once more sites have something? Asked of the count of coverage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from dekkend.coverage.gateways.nearness import count, within_reach
from dekkend.coverage.words import Coverage
from dekkend.coverage.words.coverage import YES
from dekkend.planning.words.built import Reach


def reach_of(coverage: Coverage) -> dict[float, Reach]:
    """By kilometres along the way, for every distance that a kind of this coverage has."""
    return {km: _within(coverage, km) for km in {kind.radius_km for kind in coverage.kinds}}


def _within(coverage: Coverage, km: float) -> Reach:
    near = within_reach(coverage.ground, km * 1000 / coverage.settings.detour).tocsc()
    near.sort_indices()
    return Reach(near.indptr.astype("int64"), near.indices.astype("int64"))


def with_offers(coverage: Coverage, added: Iterable[tuple[int, int]]) -> Coverage:
    """The same region once these sites (rows) have these kinds (columns)."""
    pairs, signs = sorted(added), coverage.marks.signs.copy()
    for row, column in pairs:
        signs[row, column] = YES
    key = hashlib.blake2b(f"{coverage.key} {pairs}".encode(), digest_size=16).hexdigest()
    counts = count(coverage.ground, coverage.kinds, signs, coverage.settings.detour)
    return replace(coverage, marks=replace(coverage.marks, signs=signs), counts=counts, key=key)
