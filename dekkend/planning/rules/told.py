"""How is an advice stored and exported as data, and read back?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from dekkend.coverage.rules.exported import figure_as_json
from dekkend.coverage.words.figures import Figure
from dekkend.planning.rules import asking
from dekkend.planning.words.advice import FORMAT, Advice, Choice, KindStand, Other, Proof, Stand


class OtherFormat(Exception):
    """The data was written by a program that said it differently."""


def as_data(advice: Advice) -> dict[str, Any]:
    """The advice with its format and every figure in full; shares are 0 to 1."""
    told = asdict(advice)
    told |= {"asked": asking.as_data(advice.asked), "day": advice.day.isoformat(), "before": _stand(advice.before)}
    told |= {"after": _stand(advice.after), "kinds": [_kind(kind) for kind in advice.kinds]}
    return {"format": FORMAT} | told


def _kind(kind: KindStand) -> dict[str, Any]:
    return asdict(kind) | {"before": _stand(kind.before), "after": _stand(kind.after)}


def _stand(stand: Stand) -> dict[str, Any]:
    return asdict(stand) | {"figure": figure_as_json(stand.figure)}


def from_data(data: Mapping[str, Any]) -> Advice:
    """What `as_data` made. Raises OtherFormat."""
    if data.get("format") != FORMAT:
        raise OtherFormat
    told = {name: value for name, value in data.items() if name != "format"}
    told |= {"asked": asking.from_data(data["asked"]), "day": date.fromisoformat(data["day"]), "proof": Proof(**data["proof"])}
    told |= {"choices": tuple(map(_read_choice, data["choices"])), "next": Other(**data["next"]) if data["next"] else None}
    told |= {"before": _read_stand(data["before"]), "after": _read_stand(data["after"])}
    told |= {"kinds": tuple(map(_read_kind, data["kinds"]))}
    told |= {name: tuple(data[name]) for name in ("postcodes", "lines", "sources")}
    return Advice(**told)


def _read_choice(data: Mapping[str, Any]) -> Choice:
    instead = Other(**data["instead"]) if data["instead"] else None
    return Choice(**{**data, "places": tuple(data["places"]), "instead": instead})


def _read_kind(data: Mapping[str, Any]) -> KindStand:
    return KindStand(**{**data, "before": _read_stand(data["before"]), "after": _read_stand(data["after"])})


def _read_stand(data: Mapping[str, Any]) -> Stand:
    figure = data["figure"]
    return Stand(Figure(figure["children"], figure["covered"], figure["possible"]), data["spots"], data["maybe"], data["alone"])
