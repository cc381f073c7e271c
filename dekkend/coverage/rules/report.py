"""What stands in the report for the ondersteuningsplan? The same figures as on the screens, with maps and how they were counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dekkend.coverage.rules.earlier import earlier_rows, year_of
from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.fragility import children_on_one_site
from dekkend.coverage.rules.listed import KindRow, is_wide, kind_rows, percent, spot_rows
from dekkend.coverage.rules.norm_check import NormCheck
from dekkend.coverage.rules.report_kind import chapter_of_kind, what_maps_show
from dekkend.coverage.rules.report_words import percents, thousands
from dekkend.coverage.rules.schools import apart_in_words
from dekkend.coverage.rules.shading import legend_of_all
from dekkend.coverage.rules.telling import level_in_words, number
from dekkend.coverage.words import Coverage, TrendPoint
from dekkend.coverage.words.figures import Figure
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.offers.words import Sign
from dekkend.publishing.words.paper import Bullets, Cell, Heading, Line, Paper, Paragraph, Part, Picture, Run, Table, Text, cell
from dekkend.signals.words import ClusterReply, SignalCounts

ALL = "all"  # the key of the map of all kinds
WORST = 5  # kinds named in the summary


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the report tells. `signals` and `answers` by code; `place` is the municipality when only that is looked at.

    `boards` are the names of those whose schools stand beside the norms, none for all; `address` is where the same is to be seen.
    """

    coverage: Coverage
    trend: tuple[TrendPoint, ...] = ()
    norms: tuple[NormCheck, ...] = ()
    signals: Mapping[str, SignalCounts] = field(default_factory=dict)
    answers: Mapping[str, Sequence[ClusterReply]] = field(default_factory=dict)
    place: str = ""
    boards: tuple[str, ...] = ()
    address: str = ""


def report(story: Story) -> Paper:
    """The report as a document; its pictures are made by `report_maps.pictures`."""
    coverage = story.coverage
    rows = kind_rows(coverage)
    parts: list[Part] = [*summary(story, rows), *method(coverage)]
    parts += [Heading(say("Per soort hulp")), what_maps_show()]
    for column, row in enumerate(rows):
        years = tuple((point.school_year, point.figures[column]) for point in story.trend)
        parts += chapter_of_kind(coverage, row, years, story.signals.get(row.code), story.answers.get(row.code, ()))
    parts += [*norms(story.norms, story.boards), *sources(coverage)]
    day = coverage.day.isoformat()
    return Paper(
        title=say("Dekt ons netwerk?"),
        subtitle=f"{coverage.name}, {story.place}" if story.place else coverage.name,
        parts=tuple(parts),
        foot=say("Dekking van {region}, {day}", region=coverage.name, day=say_date(day)),
        origin=origin(story, day),
        contents=True,
        on=day,
        author=coverage.name,
    )


def origin(story: Story, day: str) -> tuple[Line, ...]:
    made = Line(say("Gemaakt met Dekkend uit de gegevens van {day}.", day=say_date(day)))
    return (made, Line(say("De cijfers van nu staan op {address}", address=story.address), story.address)) if story.address else (made,)


def summary(story: Story, rows: Sequence[KindRow]) -> list[Part]:
    """The figures at the top of the board, what is least covered, all kinds in one table, and the map."""
    coverage = story.coverage
    whole, spots = together(of_region(coverage)), spot_rows(coverage)
    sure, alone = sum(spot.sure for spot in spots), children_on_one_site(coverage)
    facts = (
        headline(whole, rows),
        say("Witte vlekken: {sure}, en {maybe} mogelijke.", sure=thousands(sure), maybe=thousands(len(spots) - sure)),
        say("{children} kinderen hebben voor minstens één soort hulp maar één school dichtbij.", children=thousands(alone)),
        profiles(coverage),
    )
    table = Table(
        say("Per soort hulp de kinderen die gedekt zijn, de scholen, de witte vlekken en de kinderen met maar één school"),
        (say("Soort hulp"), say("Gedekt"), say("Hoogstens"), say("Scholen"), say("Witte vlekken"), say("Eén school")),
        tuple(line_of(row) for row in rows),
        (5, 1.4, 1.6, 1.3, 1.5, 1.6),
    )
    worst = (least_covered(rows),) if len(rows) > 1 and whole.children else ()
    return [
        Heading(say("Samenvatting")),
        Paragraph(facts[0], "lead"),
        Bullets((*facts[1:], *filter(None, [apart_in_words(coverage.ground)]), *worst)),
        *([map_of_all(coverage, len(rows))] if len(rows) > 1 else []),
        table,
    ]


def least_covered(rows: Sequence[KindRow]) -> Text:
    """Piece by piece: names of kinds and sentences are told in another language each for itself."""
    least = sorted((row for row in rows if row.low is not None), key=lambda row: row.low or 0)[:WORST]
    pieces = [Run(say("Het minst gedekt:"))]
    for at, row in enumerate(least):
        pieces += [Run("; " if at else " "), Run(row.label), Run(" "), Run(bounds(row))]
    return (*pieces, Run("."))


def map_of_all(coverage: Coverage, total: int) -> Picture:
    """Of one kind there is a map of its own, under its heading."""
    legend = "; ".join(key.label for key in legend_of_all(total) if key.ink is not None)
    alt = say(
        "Kaart van {region}: per postcodegebied hoeveel van de {total} soorten hulp dichtbij zijn. De tabel geeft de cijfers.",
        region=coverage.name,
        total=total,
    )
    caption = say(
        "Hoe donkerder, hoe meer van de {total} soorten. Van donker naar wit: {legend}. Schuine strepen: kan nog meer worden.",
        total=total,
        legend=legend,
    )
    return Picture(ALL, alt, caption, 0.8)


def headline(whole: Figure, rows: Sequence[KindRow]) -> str:
    """How much is near: both bounds at once where much is not known."""
    least, most = percents(whole.low), percents(whole.high)
    if len(rows) == 1:
        told = say("{share} van de kinderen heeft een school dichtbij die dit heeft.", share=least)
        return told if least == most else say("{told} Hoogstens {most}, als alle 'niet bekend' een ja blijkt.", told=told, most=most)
    if is_wide(whole):
        return say(
            "Van alle hulp is {least} tot {most} thuisnabij: het laagste getal telt alle 'niet bekend' als nee, het hoogste als ja.",
            least=least.removesuffix("%"),
            most=most,
        )
    return say("Van alle hulp is {least} thuisnabij; hoogstens {most}, als alle 'niet bekend' een ja blijkt.", least=least, most=most)


def line_of(row: KindRow) -> tuple[Cell, ...]:
    """Each line of a cell is a sentence for itself."""
    schools = [say("{number} met ja", number=row.yes), *([say("{number} niet bekend", number=row.unknown)] if row.unknown else [])]
    spots = [str(row.spots), *([say("en {number} mogelijk", number=row.maybe_spots)] if row.maybe_spots else [])]
    shares = (cell(percents(row.low)), cell(percents(row.high)))
    return cell(row.label), *shares, cell("\n".join(schools)), cell("\n".join(spots)), cell(thousands(row.alone))


def bounds(row: KindRow) -> str:
    if percent(row.low) == percent(row.high):
        return percents(row.low)
    return say("{least}, hoogstens {most}", least=percents(row.low), most=percents(row.high))


def profiles(coverage: Coverage) -> str:
    """At how many schools there is something to count, and at how many that is of an earlier school year."""
    inside, earlier = coverage.ground.inside, len(earlier_rows(coverage))
    given = {"answered": sum(row < inside for row in coverage.answered), "schools": inside}
    if not earlier:
        return say("Scholen met een openbaar profiel: {answered} van de {schools}.", **given)
    return say(
        "Scholen met een openbaar profiel: {answered} van de {schools}, waarvan {earlier} van een eerder jaar.", **given, earlier=earlier
    )


def of_earlier_years(coverage: Coverage) -> list[Part]:
    """The schools behind the sentence about profiles of an earlier school year."""
    rows = sorted(earlier_rows(coverage), key=lambda row: coverage.sites[row].name.casefold())
    if not rows:
        return []
    names = ", ".join(f"{coverage.sites[row].name} ({year_of(coverage, row)})" for row in rows)
    return [Paragraph((Run(say("Van deze scholen telt het profiel van een eerder schooljaar:")), Run(" "), Run(names), Run(".")))]


def method(coverage: Coverage) -> list[Part]:
    """How it was counted, with the settings of each kind."""
    rows = tuple(
        (
            cell(kind.label),
            cell(
                say("binnen {km} km, grof", km=number(kind.radius_km)) if kind.rough else say("binnen {km} km", km=number(kind.radius_km))
            ),
            cell(level_in_words(kind)),
        )
        for kind in coverage.kinds
    )
    head = (say("Soort hulp"), say("Thuisnabij is"), say("Telt mee vanaf"))
    small = say("Cijfers over minder dan 5 kinderen tonen wij niet.")
    return [
        Heading(say("Zo rekenden wij")),
        Bullets((*coverage.lines, small)),
        *of_earlier_years(coverage),
        Table(say("Per soort hulp de afstand en het niveau waarmee is gerekend"), head, rows, (4, 2, 2)),
    ]


def norms(checks: Sequence[NormCheck], boards: Sequence[str]) -> list[Part]:
    """Which schools lack what the norms ask; what is not known apart."""
    if not checks:
        return []
    parts: list[Part] = [Heading(say("Wat elke school moet hebben"))]
    if boards:
        parts.append(Paragraph(say("Alleen de scholen van {boards} staan hier naast de norm.", boards=", ".join(boards))))
    for check in checks:
        met = check.meeting()
        told = say(
            "Scholen die alles hebben: {yes}; die iets missen: {no}; van wie het niet bekend is: {unknown}.",
            yes=met[Sign.YES],
            no=met[Sign.NO],
            unknown=met[Sign.UNKNOWN],
        )
        rows = []
        for at, item in enumerate(check.norm.items):
            counts = check.counts(at)
            rows.append((cell(item.label), *(cell(str(counts[sign])) for sign in (Sign.YES, Sign.PAUSED, Sign.NO, Sign.UNKNOWN))))
        head = (say("Onderdeel"), say("Ja"), say("Nu niet"), say("Nee"), say("Niet bekend"))
        caption = say("Per onderdeel van de norm hoeveel scholen het hebben")
        parts += [
            Heading(titled(check.norm.title, check.norm.version), 2),
            Paragraph(told),
            Table(caption, head, tuple(rows), (5, 1, 1.2, 1, 1.6)),
        ]
    return parts


def titled(title: str, version: str) -> str:
    """A title that already names its version does not say it twice."""
    return title if version in title else f"{title}, {version}"


def sources(coverage: Coverage) -> list[Part]:
    return [Heading(say("Bronnen")), Bullets(coverage.sources or (say("Er is nog geen register ingelezen."),))]
