"""Which sites lie within reach of which area, and which is the nearest? Asked of a k-d tree, so that a whole country takes no second."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.spatial import cKDTree

from dekkend.coverage.rules.schools import counts_in
from dekkend.coverage.rules.suppression import weights
from dekkend.coverage.words.coverage import BARE, COVERED, NOWHERE, POSSIBLE, UNKNOWN, YES, Bytes, Counts, Flags, Ground, Metres
from dekkend.coverage.words.settings import Kind, Schools
from dekkend.register.words import Area, SiteOnMap


def ground_of(
    inside: Sequence[SiteOnMap], around: Sequence[SiteOnMap], areas: Sequence[Area], *, schools: Schools = Schools.ALL, key: str = ""
) -> Ground:
    """Sites and areas as arrays. A school that does not count has no place among the sites."""
    own = tuple(site for site in inside if counts_in(site, schools))
    sites = (*own, *(site for site in around if counts_in(site, schools)))
    ordered = tuple(sorted(areas, key=lambda area: area.postcode))
    children, small = weights(ordered)
    nowhere = (float("nan"), float("nan"))
    return Ground(
        sites=sites,
        inside=len(own),
        areas=ordered,
        points=np.array([site.point or nowhere for site in sites], dtype=float).reshape(-1, 2),
        middles=np.array([area.point for area in ordered], dtype=float).reshape(-1, 2),
        children=children,
        small=small,
        blank=np.array([area.children is None for area in ordered], dtype=bool),
        apart=tuple(site for site in inside if not counts_in(site, schools)),
        key=key,
    )


def within_reach(ground: Ground, metres: float) -> csr_matrix:
    """Areas by sites: 1 where the straight line is at most so many metres. A site without a place is out of everyone's reach."""
    placed = np.flatnonzero(~np.isnan(ground.points[:, 0]))
    shape = (len(ground.areas), len(ground.sites))
    if not len(placed) or not len(ground.areas):
        return csr_matrix(shape, dtype=np.int32)
    pairs = cKDTree(ground.middles).sparse_distance_matrix(cKDTree(ground.points[placed]), metres, output_type="ndarray")
    ones = np.ones(len(pairs), dtype=np.int32)
    return csr_matrix((ones, (pairs["i"], placed[pairs["j"]])), shape=shape)


def count(ground: Ground, kinds: Sequence[Kind], signs: Bytes, detour: float) -> Counts:
    """How every area stands for every kind. `signs`: sites by kinds, numbers as in `words.SIGNS`."""
    shape = (len(ground.areas), len(kinds))
    yes, open_, only = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.full(shape, NOWHERE, np.int64)
    numbers = np.arange(1, len(ground.sites) + 1, dtype=np.int32)[:, None]
    for km in {kind.radius_km for kind in kinds}:
        columns = [at for at, kind in enumerate(kinds) if kind.radius_km == km]
        reach = within_reach(ground, km * 1000 / detour)
        have = (signs[:, columns] == YES).astype(np.int32)
        yes[:, columns] = reach @ have
        open_[:, columns] = reach @ (signs[:, columns] == UNKNOWN).astype(np.int32)
        only[:, columns] = np.where(yes[:, columns] == 1, reach @ (have * numbers) - 1, NOWHERE)
    standing = np.where(yes > 0, COVERED, np.where(open_ > 0, POSSIBLE, BARE)).astype(np.uint8)
    nearest, way = nearest_where(ground, standing != COVERED, signs == YES, detour)
    nearest_open, way_open = nearest_where(ground, standing != COVERED, signs == UNKNOWN, detour)
    return Counts(yes, open_, only, standing, nearest, way, nearest_open, way_open)


def nearest_where(ground: Ground, asked: Flags, fits: Flags, detour: float) -> tuple[NDArray[np.int64], Metres]:
    """For each area and kind `asked` about (areas by kinds): the row of the nearest site that `fits` (sites by kinds), and the way."""
    nearest, way = np.full(asked.shape, NOWHERE, np.int64), np.full(asked.shape, np.inf)
    placed = ~np.isnan(ground.points[:, 0])
    for column in range(asked.shape[1]):
        rows, sites = np.flatnonzero(asked[:, column]), np.flatnonzero(fits[:, column] & placed)
        if len(rows) and len(sites):
            straight, found = cKDTree(ground.points[sites]).query(ground.middles[rows])
            nearest[rows, column], way[rows, column] = sites[found], straight * detour
    return nearest, way


def near_sites(ground: Ground, kinds: Sequence[Kind], signs: Bytes, detour: float, rows: Sequence[int]) -> tuple[Flags, Flags, Flags]:
    """Areas by kinds: within reach of any of the sites in these rows, of one of them that has it, of one that did not say."""
    shape = (len(ground.areas), len(kinds))
    near, yes, may = (np.zeros(shape, dtype=bool) for _ in range(3))
    for km in {kind.radius_km for kind in kinds}:
        columns = [at for at, kind in enumerate(kinds) if kind.radius_km == km]
        reach = within_reach(ground, km * 1000 / detour)[:, rows]
        own = signs[np.ix_(rows, columns)]
        near[:, columns] = (np.asarray(reach.sum(axis=1)) > 0).reshape(-1, 1)
        yes[:, columns] = reach @ (own == YES).astype(np.int32) > 0
        may[:, columns] = reach @ (own == UNKNOWN).astype(np.int32) > 0
    return near, yes, may
