"""Which sheets has the workbook in which scenarios stand beside the region of today?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.coverage.rules.all_sheets import method
from dekkend.coverage.rules.sheets import Sheet, Value
from dekkend.coverage.words import Near
from dekkend.kernel.sentences import say
from dekkend.planning.rules.comparing_scenarios import Side, by_kind, whole
from dekkend.planning.rules.scenario_paper import Beside
from dekkend.planning.rules.scenario_places import turns


def sheets(today: Side, beside: Sequence[Beside]) -> list[Sheet]:
    """Changes, figures in all, kinds, places; last how it was counted."""
    return [changes(beside), in_all(today, beside), kinds(today, beside), places(today, beside), method(today.coverage)]


def changes(beside: Sequence[Beside]) -> Sheet:
    head = (say("Scenario"), say("Verandering"), say("Telt mee"), say("Waarom niet"))
    rows = tuple(
        (each.side.name, told.sentence, say("nee") if told.why_not else say("ja"), told.why_not)
        for each in beside
        for told in each.outcome.told
    )
    return Sheet(say("Veranderingen"), head, rows)


def in_all(today: Side, beside: Sequence[Beside]) -> Sheet:
    head = (
        *(say("Scenario"), say("Aandeel thuisnabij"), say("Hoogstens"), say("Witte vlekken"), say("Mogelijke witte vlekken")),
        *(say("Kinderen aan één school"), say("Kinderen"), say("Scholen"), say("Uren per week"), say("Euro per schooljaar")),
        say("Keer hulp waarvan de kosten niet bekend zijn"),
    )
    rows = []
    for side in (today, *(each.side for each in beside)):
        found = whole(side)
        about = (side.name, found.figure.low, found.figure.high, found.spots, found.maybe_spots, found.alone, found.children, found.schools)
        rows.append((*about, float(found.hours), *((None, None) if found.euros is None else (float(found.euros), found.unpriced))))
    return Sheet(say("Hoofdcijfers"), head, tuple(rows), frozenset([1, 2]))


def kinds(today: Side, beside: Sequence[Beside]) -> Sheet:
    head = (
        *(say("Soort hulp"), say("Code"), say("Scenario"), say("Verandert"), say("Aandeel gedekt"), say("Hoogstens"), say("Kinderen")),
        *(say("Gedekte kinderen"), say("Niet meer dichtbij"), say("Dan wel dichtbij"), say("Witte vlekken")),
        *(say("Mogelijke witte vlekken"), say("Kinderen met één school"), say("Scholen ja"), say("Uren per week"), say("Uren bekend bij")),
    )
    rows: list[tuple[Value, ...]] = []
    for kind in by_kind(today, [each.side for each in beside]):
        for side in kind.sides:
            row = side.row
            about = (row.label, row.code, side.name, say("ja") if kind.differs else "", row.low, row.high, row.children, row.covered)
            moved: tuple[Value, ...] = (None, None) if side.key is None else (side.lost, side.gained)
            hours = float(row.hours) if row.hours_known else None
            rows.append((*about, *moved, row.spots, row.maybe_spots, row.alone, row.yes, hours, row.hours_known))
    return Sheet(say("Soorten hulp"), head, tuple(rows), frozenset([4, 5]))


def places(today: Side, beside: Sequence[Beside]) -> Sheet:
    head = (
        *(say("Scenario"), say("Postcode"), say("Plek"), say("Gemeente"), say("Soort hulp"), say("Code"), say("Wat er verandert")),
        *(say("Kinderen"), say("Kinderen erbij"), say("Nu dichtbij"), say("Dan dichtbij"), say("Dan het dichtst"), say("Dichtstbij (km)")),
    )
    rows: list[tuple[Value, ...]] = []
    for each in beside:
        for turn in turns(today.coverage, each.outcome.coverage, each.outcome.newcomers):
            children: Value = say("minder dan 5, of niet bekend") if turn.children is None else turn.children
            about = (each.side.name, turn.postcode, turn.place, turn.municipality, turn.kind, turn.code, turn.turn.label)
            near = (turn.nearest.site.name, turn.nearest.km) if turn.nearest else (None, None)
            rows.append((*about, children, turn.newcomers or None, schools(turn.before), schools(turn.after), *near))
    return Sheet(say("Plekken"), head, tuple(rows))


def schools(near: Sequence[Near]) -> str:
    return ", ".join(each.site.name for each in near)
