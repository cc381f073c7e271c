"""How do figures leave this program as data, with how they were counted and what stands behind them?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dekkend.coverage.rules.earlier import earlier_rows, earlier_yes, year_of
from dekkend.coverage.rules.evidence import behind
from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.fragility import children_on_one_site, on_one_person, on_one_site
from dekkend.coverage.rules.kinds import as_data
from dekkend.coverage.rules.schools import only_secondary
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.words import Coverage, Evidence, Figure, Near, WhiteSpot
from dekkend.coverage.words.coverage import SIGNS
from dekkend.register.words import SiteOnMap

FORMAT = "dekkend-coverage/1"
Page = Callable[[Evidence], str]  # the address of the version in which the sentence stands, "" without one


def as_json(coverage: Coverage, code: str = "", *, page: Page) -> dict[str, Any]:
    """All kinds in short, or one kind with every school and its sentence. Shares are 0 to 1; None where there is nothing to tell."""
    whole = together(of_region(coverage))
    inside = coverage.ground.inside
    figures = zip(range(len(coverage.kinds)), of_region(coverage), strict=True)
    return {
        "format": FORMAT,
        **coverage.describe(),
        "name": coverage.name,
        "sources": list(coverage.sources),
        "settings": as_data(coverage.settings),
        "children": int(coverage.ground.children.sum()),
        "sites": inside,
        "sites_only_secondary": only_secondary(coverage.ground),
        "sites_left_out": len(coverage.ground.apart) - only_secondary(coverage.ground),
        "sites_with_profile": sum(row < inside for row in coverage.answered),
        "sites_with_profile_of_an_earlier_year": len(earlier_rows(coverage)),
        "all_kinds": {"share": _share(whole.low), "share_at_most": _share(whole.high)},
        "children_on_one_site": children_on_one_site(coverage, code),
        "kinds": [_kind(coverage, at, figure, code, page) for at, figure in figures if not code or coverage.kinds[at].code == code],
    }


def _kind(coverage: Coverage, column: int, figure: Figure, code: str, page: Page) -> dict[str, Any]:
    kind = coverage.kinds[column]
    signs = coverage.marks.signs[: coverage.ground.inside, column].tolist()
    told = {
        "code": kind.code,
        "label": kind.label,
        "radius_km": kind.radius_km,
        "level": kind.level,
        "rough": kind.rough,
        **figure_as_json(figure),
        "children_on_one_site": children_on_one_site(coverage, kind.code),
        "sites": {sign.value: signs.count(number) for number, sign in enumerate(SIGNS)},
        "sites_yes_in_an_earlier_year": earlier_yes(coverage)[column],
        "white_spots": [_spot(spot) for spot in white_spots(coverage, kind.code)],
    }
    if code:
        told["depend_on_one_site"] = [
            {**_site(each.site), "children": each.children, "surely": each.surely} for each in on_one_site(coverage, code)
        ]
        told["depend_on_one_person"] = [{**_site(each.site), "children": each.children} for each in on_one_person(coverage, code)]
        found = behind(coverage, code)
        earlier = {coverage.sites[row].brin6 for row in range(len(coverage.sites)) if year_of(coverage, row)}
        told["behind"] = [_evidence(each, page, each.site.brin6 in earlier) for each in found.evidence] if found else []
    return told


def figure_as_json(figure: Figure) -> dict[str, Any]:
    return {
        "children": figure.children,
        "covered": figure.covered,
        "possible": figure.possible,
        "uncovered": figure.bare,
        "share": _share(figure.low),
        "share_at_most": _share(figure.high),
    }


def _spot(spot: WhiteSpot) -> dict[str, Any]:
    return {
        "postcode": spot.area.postcode,
        "place": spot.area.name,
        "municipality": spot.area.municipality,
        "children": spot.children,
        "sure": spot.sure,
        "nearest": _near(spot.nearest),
        "nearest_unknown": _near(spot.nearest_open),
    }


def _near(near: Near | None) -> dict[str, Any] | None:
    return None if near is None else {**_site(near.site), "km": near.km}


def _site(site: SiteOnMap) -> dict[str, str]:
    return {"brin6": site.brin6, "site": site.name}


def _evidence(evidence: Evidence, page: Page, earlier: bool) -> dict[str, Any]:
    return {
        **_site(evidence.site),
        "board": evidence.site.board,
        "sign": evidence.sign.value,
        "quote": evidence.quote,
        "quote_in_words": evidence.row or evidence.quote,
        "ticked": evidence.ticked,
        "school_year": evidence.school_year,
        "earlier_year": earlier,
        "confirmed_on": evidence.confirmed_on.isoformat() if evidence.confirmed_on else None,
        "reason": evidence.reason,
        "page": page(evidence) or None,
    }


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
