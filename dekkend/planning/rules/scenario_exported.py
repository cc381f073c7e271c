"""How do scenarios beside the region of today leave this program as data, with their changes and how they were counted?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dekkend.coverage.rules.kinds import as_data as settings_as_data
from dekkend.coverage.words import Near
from dekkend.planning.rules.comparing_scenarios import KindSide, Side, by_kind, whole
from dekkend.planning.rules.scenario_data import one_as_data
from dekkend.planning.rules.scenario_paper import Beside
from dekkend.planning.rules.scenario_places import PlaceTurn, turns
from dekkend.planning.rules.scenario_words import differences
from dekkend.planning.words.changes import Told

FORMAT = "dekkend-scenario/1"


def as_json(today: Side, beside: Sequence[Beside]) -> dict[str, Any]:
    """Today, and each scenario beside it. Shares are 0 to 1, None where no children are counted; money is a text ("8500.00") or None."""
    return {
        "format": FORMAT,
        **today.coverage.describe(),
        "name": today.coverage.name,
        "sources": list(today.coverage.sources),
        "settings": settings_as_data(today.coverage.settings),
        "today": _whole(today),
        "scenarios": [_scenario(today, each) for each in beside],
    }


def _scenario(today: Side, each: Beside) -> dict[str, Any]:
    found = turns(today.coverage, each.outcome.coverage, each.outcome.newcomers)
    return {
        "name": each.side.name,
        "note": each.note,
        "changes": [_change(told) for told in each.outcome.told],
        "differences": list(differences(today, each.side)),
        **_whole(each.side),
        "kinds": [_kind(kind.code, *kind.sides) for kind in by_kind(today, (each.side,))],
        "places": [_place(turn) for turn in found],
    }


def _change(told: Told) -> dict[str, Any]:
    return {**one_as_data(told.change), "sentence": told.sentence, "counts": not told.why_not, "why_not": told.why_not or None}


def _whole(side: Side) -> dict[str, Any]:
    found = whole(side)
    return {
        "share": _share(found.figure.low),
        "share_at_most": _share(found.figure.high),
        "children": found.children,
        "sites": found.schools,
        "white_spots": found.spots,
        "possible_white_spots": found.maybe_spots,
        "children_on_one_site": found.alone,
        "hours_per_week": float(found.hours),
        "euros": None if found.euros is None else str(found.euros),
        "offers_without_a_known_amount": found.unpriced,
    }


def _kind(code: str, today: KindSide, side: KindSide) -> dict[str, Any]:
    """One kind; `lost` and `gained` are children of today, newcomers not among them."""
    row = side.row
    return {
        "code": code,
        "children": row.children,
        "covered": row.covered,
        "possible": row.possible,
        "covered_today": today.row.covered,
        "lost": side.lost,
        "gained": side.gained,
        "children_on_one_site": row.alone,
        "hours_per_week": float(row.hours) if row.hours_known else None,
    }


def _place(turn: PlaceTurn) -> dict[str, Any]:
    return {
        "postcode": turn.postcode,
        "place": turn.place,
        "code": turn.code,
        "turn": turn.turn.value,
        "children": turn.children,
        "newcomers": turn.newcomers,
        "before": [_near(near) for near in turn.before],
        "after": [_near(near) for near in turn.after],
        "nearest": _near(turn.nearest) if turn.nearest else None,
    }


def _near(near: Near) -> Mapping[str, Any]:
    return {"brin6": near.site.brin6, "site": near.site.name, "km": near.km}


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
