"""What is near one place, kind by kind?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.coverage.rules.spots import kilometres_of
from dekkend.coverage.words.coverage import BARE, COVERED, NOWHERE, POSSIBLE, Coverage

STATES = {COVERED: "gedekt", POSSIBLE: "mogelijk", BARE: "niet"}


@dataclass(frozen=True, slots=True)
class NearRow:
    """How one kind stands at one place. `yes` and `unknown` are schools within reach; `km` the nearest that has it.

    `only` is the school that is the only one within reach, "" when there are none or more.
    """

    code: str
    kind: str
    radius: float
    state: str
    yes: int
    unknown: int
    only: str
    km: float | None
    school: str
    open_km: float | None
    open_school: str

    @property
    def order(self) -> int:
        return ("niet", "mogelijk", "gedekt").index(self.state)


def near_rows(coverage: Coverage, at: int) -> tuple[NearRow, ...]:
    """One row for each kind, what is missing first."""
    rows = (near_row(coverage, at, column) for column in range(len(coverage.kinds)))
    return tuple(sorted(rows, key=lambda row: row.order))


def near_row(coverage: Coverage, at: int, column: int) -> NearRow:
    kind, counts = coverage.kinds[column], coverage.counts
    km, school = nearest(coverage, int(counts.nearest[at, column]), float(counts.way[at, column]), kind.radius_km)
    open_km, open_school = nearest(coverage, int(counts.nearest_open[at, column]), float(counts.way_open[at, column]), kind.radius_km)
    alone = int(counts.only[at, column])
    return NearRow(
        kind.code,
        kind.label,
        kind.radius_km,
        STATES[int(counts.standing[at, column])],
        int(counts.yes[at, column]),
        int(counts.open[at, column]),
        "" if alone == NOWHERE else coverage.sites[alone].name,
        km,
        school,
        open_km,
        open_school,
    )


def nearest(coverage: Coverage, row: int, metres: float, radius_km: float) -> tuple[float | None, str]:
    return (None, "") if row == NOWHERE else (kilometres_of(metres, radius_km), coverage.sites[row].name)
