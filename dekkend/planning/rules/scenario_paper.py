"""What stands in the document about scenarios for the ondersteuningsplan? The same figures as on the screens, with their method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dekkend.coverage.rules.map_picture import map_picture
from dekkend.coverage.rules.report import method
from dekkend.coverage.rules.report_words import decimal, percents, thousands
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.planning.rules.comparing_scenarios import KindCompared, KindSide, Side, by_kind, whole
from dekkend.planning.rules.scenario_maps import map_of
from dekkend.planning.rules.scenario_places import PlaceTogether, by_place, turns
from dekkend.planning.rules.scenario_words import differences, hours, listed, money, share
from dekkend.planning.words.changes import Outcome
from dekkend.publishing.words.paper import Bullets, Cell, Heading, Line, Paper, Paragraph, Part, Picture, Table, cell

MOST_PLACES = 15  # rows of one scenario; all of them stand in the workbook


@dataclass(frozen=True, eq=False)
class Beside:
    """One scenario in a file: its side, how its changes turned out, and why the region made it."""

    side: Side
    outcome: Outcome
    note: str = ""


def paper(today: Side, beside: Sequence[Beside], code: str, *, address: str) -> Paper:
    """The document; `code` is the kind on its maps, "" for all kinds. Its pictures are made by `pictures`."""
    coverage, day = today.coverage, today.coverage.day.isoformat()
    parts: list[Part] = [Heading(say("Naast elkaar")), in_all(today, beside), *kinds(today, beside)]
    parts += maps(today, beside, code)
    for each in beside:
        parts += chapter(today, each)
    parts += method(coverage)
    made = Line(say("Gemaakt met Dekkend uit de gegevens van {day}.", day=say_date(day)))
    return Paper(
        title=say("Wat als er iets verandert?"),
        subtitle=coverage.name,
        parts=tuple(parts),
        foot=say("Scenario's van {region}, {day}", region=coverage.name, day=say_date(day)),
        origin=(made, Line(say("De scenario's staan op {address}", address=address), address)),
        contents=True,
        on=day,
        author=coverage.name,
    )


def in_all(today: Side, beside: Sequence[Beside]) -> Table:
    """The figures in all: one row for each figure, one column for each side."""
    wholes = [whole(today), *(whole(each.side) for each in beside)]
    rows = [
        (say("Van alle hulp thuisnabij"), [share(each) for each in wholes]),
        (say("Witte vlekken"), [thousands(each.spots) for each in wholes]),
        (say("Mogelijke witte vlekken"), [thousands(each.maybe_spots) for each in wholes]),
        (say("Kinderen die voor een soort hulp aan één school hangen"), [thousands(each.alone) for each in wholes]),
        (say("Kinderen van 4 tot en met 11 jaar"), [thousands(each.children) for each in wholes]),
        (say("Scholen"), [thousands(each.schools) for each in wholes]),
        (say("Uren hulp per week, waar bekend"), [hours(each.hours) for each in wholes]),
    ]
    if all(each.euros is not None for each in wholes):
        rows.append((say("Kosten per schooljaar"), [money(each) for each in wholes]))
    return Table(
        say("De hoofdcijfers nu en in elk scenario"),
        (say("Cijfer"), *names(today, beside)),
        tuple((cell(label), *(cell(value) for value in values)) for label, values in rows),
        (3, *(2.0 for _ in wholes)),
    )


def kinds(today: Side, beside: Sequence[Beside]) -> list[Part]:
    """Only the kinds of which something changes."""
    changed = [kind for kind in by_kind(today, [each.side for each in beside]) if kind.differs]
    if not changed:
        return [Paragraph(say("Bij geen enkele soort hulp verandert iets."))]
    rows = tuple((cell(kind.label), *(cell(of_kind(kind, side)) for side in kind.sides)) for kind in changed)
    caption = say("Per soort hulp die verandert het aandeel kinderen dat gedekt is, nu en in elk scenario")
    return [Table(caption, (say("Soort hulp"), *names(today, beside)), rows, (3, *(2.0 for _ in (today, *beside))))]


def of_kind(kind: KindCompared, side: KindSide) -> str:
    """The share, and on the next lines what is another than today."""
    row = side.row
    least, most = percents(row.low), percents(row.high)
    lines = [least if least == most else say("{least}, hoogstens {most}", least=least, most=most)]
    if side.lost:
        lines.append(say("{children} kinderen niet meer", children=thousands(side.lost)))
    if side.gained:
        lines.append(say("{children} kinderen dan wel", children=thousands(side.gained)))
    if row.alone != kind.today.alone:
        lines.append(say("{children} aan één school", children=thousands(row.alone)))
    if row.hours != kind.today.hours:
        lines.append(say("{hours} uur per week", hours=hours(row.hours)))
    return "\n".join(lines)


def maps(today: Side, beside: Sequence[Beside], code: str) -> list[Part]:
    if not today.coverage.areas:
        return []
    column = today.coverage.column(code)
    about = say("alle soorten hulp samen") if column is None else today.coverage.kinds[column].label
    parts: list[Part] = [Heading(say("Op de kaart: {about}", about=about), 2)]
    for number, side in enumerate((today, *(each.side for each in beside))):
        alt = say("Kaart van {name}: per postcodegebied wat dichtbij is. De tabellen geven de cijfers.", name=side.name)
        caption = say("{name}. Hoe donkerder, hoe meer dichtbij. Schuine strepen: kan nog meer worden.", name=side.name)
        parts.append(Picture(f"side-{number}", alt, caption, 0.5))
    return parts


def pictures(today: Side, beside: Sequence[Beside], code: str) -> Mapping[str, bytes]:
    """The maps by their key in the document, as SVG."""
    if not today.coverage.areas:
        return {}
    sides = (today, *(each.side for each in beside))
    return {f"side-{number}": map_picture(map_of(side.coverage, code, title=side.name)) for number, side in enumerate(sides)}


def chapter(today: Side, each: Beside) -> list[Part]:
    """One scenario: why, what changes, what that does, and where."""
    parts: list[Part] = [Heading(each.side.name)]
    if each.note:
        parts.append(Paragraph(each.note))
    parts += [Heading(say("Wat er verandert"), 2), changes(each)]
    parts += [Heading(say("Wat dat doet"), 2), Bullets(differences(today, each.side))]
    found = turns(today.coverage, each.outcome.coverage, each.outcome.newcomers)
    if not found:
        return parts
    told = say("Hier verandert iets, met wat verdwijnt voorop. Plekken: {count}.", count=len({turn.postcode for turn in found}))
    rows = by_place(found)
    more = [Paragraph(say("Alle plekken staan in het Excel-bestand."), "note")] if len(rows) > MOST_PLACES else []
    return [*parts, Paragraph(told), places(each.side.name, rows[:MOST_PLACES]), *more]


def changes(each: Beside) -> Part:
    if not each.outcome.told:
        return Paragraph(say("In dit scenario verandert nog niets."))
    told = (f"{one.sentence} {passed_over(one.why_not)}" if one.why_not else one.sentence for one in each.outcome.told)
    return Bullets(tuple(told))


def passed_over(why: str) -> str:
    return say("Dit telt niet mee: {why}", why=why)


def places(name: str, rows: Sequence[PlaceTogether]) -> Table:
    head = (say("Plek"), say("Hulp"), say("Wat er verandert"), say("Kinderen"), say("Nu dichtbij"), say("Dan dichtbij"))
    return Table(
        say("Waar iets verandert in {name}", name=name),
        head,
        tuple(place(row, before) for before, row in zip([None, *rows], rows, strict=False)),
        (1.9, 3.2, 1.7, 1.5, 1.9, 2.1),
    )


def place(row: PlaceTogether, above: PlaceTogether | None) -> tuple[Cell, ...]:
    """Where many kinds go at many places, as when a school closes, they are named once."""
    turn = row.first
    same = above is not None and above.kinds == row.kinds and len(row.kinds) > 1
    kinds = say("dezelfde {count} soorten hulp", count=len(row.kinds)) if same else listed(row.kinds)
    children = say("minder dan 5, of niet bekend") if turn.children is None else thousands(turn.children)
    if turn.newcomers:
        children = say("{children} en {more} erbij", children=children, more=thousands(turn.newcomers))
    before, after = (", ".join(near.site.name for near in side) or say("geen school") for side in (turn.before, turn.after))
    if not turn.after and turn.nearest:
        given = {"school": turn.nearest.site.name, "km": decimal(turn.nearest.km)}
        after = say("geen; het dichtst is {school} op {km} km", **given) if len(row.kinds) == 1 else say("geen school")
    texts = (f"{turn.postcode} {turn.place}".strip(), kinds, turn.turn.label, children, before, after)
    return tuple(cell(text) for text in texts)


def names(today: Side, beside: Sequence[Beside]) -> list[str]:
    return [today.name, *(each.side.name for each in beside)]
