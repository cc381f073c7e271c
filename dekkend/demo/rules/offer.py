"""What can a made-up school do in each school year? It changes slowly: most answers stay as they were."""

from __future__ import annotations

import random
from typing import Any

from dekkend.demo.rules.chance import chance_for
from dekkend.demo.words.region import YEARS, School
from dekkend.profiles.words.template import Template

CHANGES = 0.05  # how likely an answer on expertise changes from one year to the next
UNKNOWN = 0.03  # how likely a school leaves a row of expertise open
GROWS = 0.35  # how likely a way of working moves one step forward in a year
GROWTH = ("to_start", "developing", "on_track")
START = (1, 4, 5)  # weights of those steps in the first year
ONE_LEVEL = ("structural", "regular", "incidental", "not_applicable")

Grid = dict[str, Any]


def offers_by_year(school: School, template: Template, pools: dict[str, Any], seed: int) -> dict[str, dict[str, Grid]]:
    """{school year: {block id: grid}} for the four grids of the form."""
    chance = chance_for(seed, "offer", school.brin6)
    grids = {
        "hgw": {row.code: _answer(chance.choices(GROWTH, START)[0]) for row in template.block("hgw").rows},
        "expertise": {row.code: _expertise(row.code, school, pools, chance) for row in template.block("expertise").rows},
        "external_experts": {code: _answer(chance.choices(ONE_LEVEL, weights)[0]) for code, weights in pools["experts"].items()},
        "facilities": {code: _facility(code, school, share, chance) for code, share in pools["facilities"].items()},
    }
    own = _own_rows(pools, chance)
    years = {}
    for year in YEARS:
        years[year] = {
            block: {"rows": {code: dict(row) for code, row in rows.items()}, "own_rows": own[block]} for block, rows in grids.items()
        }
        grids["expertise"] = {code: _next_expertise(code, row, school, pools, chance) for code, row in grids["expertise"].items()}
        grids["hgw"] = {code: _answer(_grown(row["choice"], chance)) for code, row in grids["hgw"].items()}
    return years


def _answer(choice: str | None, note: str | None = None) -> dict[str, str | None]:
    return {"choice": choice, "note": note}


def _expertise(code: str, school: School, pools: dict[str, Any], chance: random.Random) -> dict[str, str | None]:
    if chance.random() < UNKNOWN:
        return _answer(None)
    if chance.random() * 100 < pools["expertise"][school.kind].get(code, 0):
        return _answer("yes", chance.choice(pools["hours"]))
    return _answer("no")


def _next_expertise(
    code: str, row: dict[str, str | None], school: School, pools: dict[str, Any], chance: random.Random
) -> dict[str, str | None]:
    return _expertise(code, school, pools, chance) if chance.random() < CHANGES else row


def _facility(code: str, school: School, share: int, chance: random.Random) -> dict[str, str | None]:
    """Schools for special education have what most buildings lack."""
    likely = share if school.kind == "regular" else min(95, share + 45)
    return _answer("present" if chance.random() * 100 < likely else "not_applicable")


def _grown(choice: str | None, chance: random.Random) -> str:
    step = GROWTH.index(choice or GROWTH[0])
    return GROWTH[min(step + (chance.random() < GROWS), len(GROWTH) - 1)]


def _own_rows(pools: dict[str, Any], chance: random.Random) -> dict[str, list[dict[str, str | None]]]:
    """Now and then a school adds a row of its own to a table."""
    own: dict[str, list[dict[str, str | None]]] = {"hgw": [], "expertise": [], "external_experts": [], "facilities": []}
    if chance.random() < 0.25:
        own["external_experts"] = [{"label": chance.choice(pools["own_experts"]), **_answer("incidental")}]
    if chance.random() < 0.25:
        own["facilities"] = [{"label": chance.choice(pools["own_rooms"]), **_answer("present")}]
    return own
