"""How does a question about a region look once it is numbers: which offers could be added, and which children would they reach?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.planning.words.problem import Ints, Problem


@dataclass(frozen=True, eq=False)
class Reach:
    """Within one distance: `areas[starts[row]:starts[row + 1]]` are the rows of the areas near the site in that row, ascending."""

    starts: Ints
    areas: Ints


@dataclass(frozen=True, eq=False)
class Built:
    """A problem with what its numbers stand for in the coverage that it was made of.

    `sites` and `columns`: of each offer the row of its site and the column of its kind. `at` and `kind`: of each point the row of its
    area and the column of its kind. `certain` are the offers that are in whatever the answer. `covered` and `children` are sums over the
    asked kinds: a child counts for each kind apart. `basis` names all that this stands on,
    `conditions` say what was laid down about it.
    """

    problem: Problem
    sites: Ints
    columns: Ints
    at: Ints
    kind: Ints
    certain: tuple[int, ...]
    covered: int
    children: int
    basis: str = ""
    conditions: tuple[str, ...] = ()
