"""Which changes does a plan become when it is kept as a scenario, and what of how it was counted does a scenario not do?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dekkend.coverage.rules.telling import number
from dekkend.coverage.words.settings import Kind
from dekkend.kernel.sentences import say
from dekkend.planning.words.advice import Advice
from dekkend.planning.words.asking import Asked
from dekkend.planning.words.changes import AddOffer


def changes_of(advice: Advice) -> tuple[AddOffer, ...]:
    """Every offer of the plan, with the hours a week that its amount was worked out with."""
    hours = dict(advice.asked.hours)
    return tuple(dict.fromkeys(AddOffer(choice.brin6, choice.code, hours.get(choice.code)) for choice in advice.choices))


def counted_otherwise(asked: Asked, kinds: Sequence[Kind], labels: Mapping[str, str]) -> tuple[str, ...]:
    """What makes the figures of the scenario others than those of the plan; none when nothing does.

    `kinds` are those that the region counts, as it counts them; `labels` by code. A scenario always counts as the region does, today.
    """
    near = {kind.code: kind.radius_km for kind in kinds}
    lines = []
    others = sorted({near[code] for code in asked.codes if code in near and near[code] != asked.radius_km})
    if asked.radius_km is not None and others:
        ours = " of ".join(map(number, others))
        lines.append(
            say(
                "Het plan rekende binnen {km} km, een scenario zoals de regio het instelde: {ours} km.",
                km=number(asked.radius_km),
                ours=ours,
            )
        )
    if asked.school_year:
        lines.append(say("Het plan rekende met de profielen van {year}, een scenario met het aanbod van nu.", year=asked.school_year))
    if unknown := [labels.get(code, code) for code in asked.codes if code not in near]:
        lines.append(say("De regio telt dit niet mee, een scenario dus ook niet: {kinds}.", kinds=", ".join(unknown)))
    return tuple(lines)
