"""What stands in the document about a plan, for the ondersteuningsplan? The figures of the screen, with the proof and the method."""

from __future__ import annotations

from dekkend.coverage.rules.map_picture import map_picture
from dekkend.coverage.rules.report_words import percents, thousands
from dekkend.coverage.words import Coverage
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.planning.rules.conditions import limits
from dekkend.planning.rules.drawing import PlanMap, plan_map
from dekkend.planning.rules.plan_rows import ChoiceRow, choice_rows, place_rows
from dekkend.planning.rules.telling import headline, next_in_words, proof, question, unit
from dekkend.planning.words.advice import Advice, KindStand, Stand
from dekkend.publishing.words.paper import Bullets, Cell, Heading, Line, Paper, Paragraph, Part, Picture, Table, cell
from dekkend.register.words import Geography

FEW = 8  # schools that need no list of contents: the document is then two or three pages
MAP = 0.44  # of the width of a page: two maps stand on one
MOST_MAPS = 4
MOST_PLACES = 20  # that stay open; all of them stand in the workbook


def paper(advice: Advice, coverage: Coverage, *, address: str = "") -> Paper:
    """The document; its pictures are made by `pictures`. `coverage` of today tells what places are called."""
    day = advice.day.isoformat()
    labels = {kind.code: kind.label for kind in advice.kinds}
    sure, how = proof(advice)
    told = [line for line in (unit(advice), how, next_in_words(advice)) if line]
    parts: list[Part] = [
        Heading(say("Antwoord")),
        Paragraph(headline(advice), "lead"),
        *within(advice, coverage),
        Paragraph(sure),
        Bullets(tuple(told)),
        *chosen(advice),
        Heading(say("Wat het verandert")),
        differences(advice),
        *maps(advice),
        *left_open(advice, coverage),
        Heading(say("Zo rekenden wij")),
        Bullets((*advice.lines, say("Cijfers over minder dan 5 kinderen tonen wij niet."))),
        Heading(say("Bronnen")),
        Bullets(advice.sources or (say("Er is nog geen register ingelezen."),)),
    ]
    made = Line(say("Gemaakt met Dekkend uit de gegevens van {day}.", day=say_date(day)))
    return Paper(
        title=question(advice.asked, labels),
        subtitle=advice.name,
        parts=tuple(parts),
        foot=say("Plan van {region}, {day}", region=advice.name, day=say_date(day)),
        origin=(made, Line(say("Dit plan staat op {address}", address=address), address)) if address else (made,),
        contents=len(advice.choices) > FEW,
        on=day,
        author=advice.name,
    )


def within(advice: Advice, coverage: Coverage) -> list[Part]:
    """What was laid down in the question: the proof holds within it."""
    lines = limits(advice.asked, {site.brin6: site.name for site in coverage.sites})
    if not lines:
        return []
    return [Bullets(lines), Paragraph(say("Dat geldt zolang u vasthoudt aan wat u in de vraag vastlegde."))]


def chosen(advice: Advice) -> list[Part]:
    """Which schools, what each adds, and why."""
    rows = choice_rows(advice)
    if not rows:
        return []
    head = (say("Nr."), say("School"), say("Kinderen erbij"), say("Waarom"))
    caption = say("De scholen van het plan, op volgorde van wat zij toevoegen")
    return [Heading(say("Welke scholen, en waarom")), Table(caption, head, tuple(map(_chosen, rows)), (0.6, 3, 1.4, 5))]


def _chosen(row: ChoiceRow) -> tuple[Cell, ...]:
    lines = [row.school, row.kind, *([row.money] if row.money else [])]
    return cell(str(row.number)), cell("\n".join(lines)), cell(thousands(row.adds)), cell("\n".join(row.reasons))


def differences(advice: Advice) -> Table:
    head = (say("Soort hulp"), say("Gedekt"), say("Hoogstens"), say("Witte vlekken"), say("Kinderen met één school"))
    rows = [_difference(kind.label, kind.before, kind.after) for kind in advice.kinds]
    if len(advice.kinds) > 1:
        rows.append(_difference(say("Samen"), advice.before, advice.after))
    return Table(say("Per soort hulp hoe het stond en hoe het met dit plan is"), head, tuple(rows), (4, 2, 2, 1.8, 2.2))


def _difference(label: str, before: Stand, after: Stand) -> tuple[Cell, ...]:
    was, will = before.figure, after.figure
    pairs = (
        (percents(was.low), percents(will.low)),
        (percents(was.high), percents(will.high)),
        (thousands(before.spots), thousands(after.spots)),
        (thousands(before.alone), thousands(after.alone)),
    )
    return cell(label), *(cell(say("van {before} naar {after}", before=one, after=other)) for one, other in pairs)


def maps(advice: Advice) -> list[Part]:
    found: list[Part] = [Heading(say("Waar"))] if advice.postcodes and advice.choices else []
    for kind in shown(advice) if found else ():
        alt = say("Kaart: per postcodegebied of {kind} met dit plan dichtbij is. De tabellen geven de cijfers.", kind=kind.label)
        caption = say("{kind}. Donker: was al gedekt. Licht: komt erbij. Wit: blijft open. Schuine strepen: mogelijk.", kind=kind.label)
        found.append(Picture(kind.code, alt, caption, MAP))
    return found


def shown(advice: Advice) -> tuple[KindStand, ...]:
    """The kinds with a map: those that gain most."""
    gains = sorted(advice.kinds, key=lambda kind: kind.before.figure.covered - kind.after.figure.covered)
    return tuple(gains[:MOST_MAPS])


def left_open(advice: Advice, coverage: Coverage) -> list[Part]:
    rows = [row for row in place_rows(advice, coverage) if row.state in ("open", "maybe")]
    if not rows:
        return [Heading(say("Wat open blijft")), Paragraph(say("Met dit plan is er geen plek die open blijft."))]
    head = (say("Plek"), say("Soort hulp"), say("Kinderen"), say("Met dit plan"))
    lines = tuple(
        (
            cell(f"{row.postcode} {row.place}".strip()),
            cell(row.kind),
            cell(say("minder dan 5, of niet bekend") if row.children is None else thousands(row.children)),
            cell(row.label),
        )
        for row in rows[:MOST_PLACES]
    )
    told = say("Er blijven {count} plekken open. De plekken met de meeste kinderen:", count=thousands(len(rows)))
    return [
        Heading(say("Wat open blijft")),
        Paragraph(told),
        Table(say("Plekken die met dit plan niet gedekt zijn"), head, lines, (3, 3, 2, 2)),
    ]


def pictures(advice: Advice, coverage: Coverage) -> dict[str, bytes]:
    """The maps of the document as SVG, by the code of the kind."""
    ground = Geography(coverage.region, coverage.sites[: coverage.ground.inside], coverage.areas, borders=coverage.borders)
    return {kind.code: picture(plan_map(advice, kind, ground, title="", says="")) for kind in shown(advice)}


def picture(drawn: PlanMap) -> bytes:
    """The map with its numbered schools; each number in a white disc, so that it can be read on every ink."""
    discs = "".join(
        f'<circle cx="{pin.x:g}" cy="{pin.y:g}" r="9" fill="#ffffff" stroke="#1b2130" stroke-width="1.6"/>'
        f'<text x="{pin.x:g}" y="{pin.y + 4:g}" text-anchor="middle" font-family="Source Sans 3" font-weight="700" font-size="11" '
        f'fill="#1b2130">{pin.numbers}</text>'
        for pin in drawn.pins
    )
    return map_picture(drawn.drawing).replace(b"</svg>", discs.encode() + b"</svg>")
