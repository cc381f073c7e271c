"""What does the report say about one kind of support?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.coverage.rules.listed import KindRow, SpotRow, alone_rows, percent, spot_rows
from dekkend.coverage.rules.now_and_year import why_now_differs
from dekkend.coverage.rules.report_words import decimal, percents, thousands
from dekkend.coverage.rules.telling import number
from dekkend.coverage.words import Coverage, Figure
from dekkend.kernel.dates import say_date
from dekkend.kernel.school_years import SchoolYear
from dekkend.kernel.sentences import say
from dekkend.publishing.words.paper import Bullets, Heading, Paragraph, Part, Picture, Run, Table, Text, cell
from dekkend.signals.words import ClusterReply, SignalCounts

MAP = 0.3  # of the width of a page: three kinds then take two pages
MOST_SPOTS = 5
MOST_ALONE = 5
Years = Sequence[tuple[str, Figure]]


def what_maps_show() -> Paragraph:
    """The key of the maps, once for all kinds."""
    return Paragraph(say("Donker: gedekt. Wit: niet gedekt. Schuine strepen: mogelijk, een school gaf nog geen antwoord."), "note")


def chapter_of_kind(
    coverage: Coverage, row: KindRow, years: Years, signals: SignalCounts | None, answers: Sequence[ClusterReply]
) -> list[Part]:
    """Share with bounds, its map, white spots, what is fragile, how much there is, the years, and what people said."""
    alt = say("Kaart: per postcodegebied of {kind} dichtbij is. De cijfers staan erboven.", kind=row.label)
    # The map stands right under its sentence: they, and the heading, then share a page.
    parts: list[Part] = [Heading(row.label, 2), Paragraph(share(row)), Picture(row.code, alt, width=MAP)]
    parts += white_spots(coverage, row)
    facts: list[Text] = [*fragile(coverage, row), amounts(row), *through_years(years, why_otherwise(coverage, row, years)), *heard(signals)]
    parts.append(Bullets(tuple(facts)))
    parts += [
        Paragraph(say("{board} antwoordde op {day}: {text}", board=each.board, day=say_date(each.on.isoformat()), text=each.text), "fixed")
        for each in answers
    ]
    return parts


def share(row: KindRow) -> Text:
    """Sentence by sentence, so that each is told in another language for itself."""
    told = [
        say(
            "{share} van de kinderen heeft een school binnen {km} km die dit heeft: {covered} van {children} kinderen.",
            share=percents(row.low),
            km=number(row.radius),
            covered=thousands(row.covered),
            children=thousands(row.children),
        )
    ]
    if percent(row.low) != percent(row.high):
        told.append(say("Hoogstens {most}, als alle 'niet bekend' een ja blijkt.", most=percents(row.high)))
    if row.rough:
        told.append(say("Dit is grof gemeten, vanaf het midden van het postcodegebied."))
    signs = {"yes": row.yes, "paused": row.paused, "no": row.no, "unknown": row.unknown}
    told.append(say("Scholen: {yes} ja, {paused} nu niet, {no} nee, {unknown} niet bekend.", **signs))
    if row.earlier:
        told.append(say("Ja in een profiel van een eerder schooljaar: {number}.", number=row.earlier))
    return tuple(Run(text) for at, each in enumerate(told) for text in ([" ", each] if at else [each]))


def white_spots(coverage: Coverage, row: KindRow) -> list[Part]:
    spots = spot_rows(coverage, row.code)
    if not spots:
        return [Paragraph(say("Er zijn geen witte vlekken: elk kind heeft hiervoor een school dichtbij."))]
    head = (say("Plek"), say("Kinderen"), say("Zeker of mogelijk"), say("Dichtstbij"))
    rows = tuple(
        (cell(f"{each.postcode} {each.place}".strip()), cell(children(each)), cell(sure(each)), cell(nearest(each)))
        for each in spots[:MOST_SPOTS]
    )
    told = say("Witte vlekken: {sure} zeker, {maybe} mogelijk. De plekken met de meeste kinderen:", sure=row.spots, maybe=row.maybe_spots)
    return [Paragraph(told), Table(say("Witte vlekken voor {kind}", kind=row.label), head, rows, (3, 1.6, 1.8, 3.6))]


def children(spot: SpotRow) -> str:
    return say("minder dan 5, of niet bekend") if spot.children is None else thousands(spot.children)


def sure(spot: SpotRow) -> str:
    return say("zeker") if spot.sure else say("mogelijk")


def nearest(spot: SpotRow) -> str:
    """The nearest that has it; where nobody said so, the nearest that did not say."""
    if spot.km is not None:
        return say("op {km} km: {school}", km=decimal(spot.km), school=spot.school)
    if spot.open_km is not None:
        return say("geen antwoord, op {km} km: {school}", km=decimal(spot.open_km), school=spot.open_school)
    return say("nergens")


def fragile(coverage: Coverage, row: KindRow) -> list[Text]:
    found: list[Text] = [on_one_school(coverage, row) if row.alone else say("Geen kind hangt voor deze hulp aan één school.")]
    return [*found, say("Scholen waar één persoon het doet: {number}.", number=row.persons)] if row.persons else found


def on_one_school(coverage: Coverage, row: KindRow) -> Text:
    """Piece by piece: the names stay, sentence and numbers are told in another language each for itself."""
    told = say("{children} kinderen hebben maar één school dichtbij die dit heeft:", children=thousands(row.alone))
    pieces = [Run(told)]
    for at, each in enumerate(alone_rows(coverage, row.code)[:MOST_ALONE]):
        pieces += [Run(", " if at else " "), Run(each.school), Run(" ("), Run(thousands(each.children)), Run(")")]
    return (*pieces, Run("."))


def amounts(row: KindRow) -> str:
    if not row.hours_known and not row.places_known:
        return say("Hoeveel uren of plaatsen er zijn, schreef geen school op.")
    given = {"hours": number(float(row.hours)), "known": row.hours_known, "yes": row.yes}
    hours = say("Uren per week: {hours} (scholen die dat opgaven: {known} van {yes}).", **given)
    places = say("Plaatsen: {places} (scholen die dat opgaven: {known} van {yes}).", places=row.places, known=row.places_known, yes=row.yes)
    return " ".join(text for text, known in ((hours, row.hours_known), (places, row.places_known)) if known)


def through_years(years: Years, why: str = "") -> list[str]:
    """Each school year; `why` now is told otherwise than the year that runs."""
    known = [(year, figure) for year, figure in years if figure.children]
    if len(known) < 2:
        return []
    return [" ".join(filter(None, [*(of_year(year, figure) for year, figure in known), why]))]


def why_otherwise(coverage: Coverage, row: KindRow, years: Years) -> str:
    now = Figure(row.children, row.covered, row.possible)
    found = (why_now_differs(coverage, figure, now) for year, figure in years if year == str(SchoolYear.of(coverage.day)))
    return next(found, "")


def of_year(year: str, figure: Figure) -> str:
    """A sentence of its own for each year, so that each is told in another language for itself."""
    least, most = percents(figure.low), percents(figure.high)
    if least == most:
        return say("Volgens de profielen van {year}: {share}.", year=year, share=least)
    return say("Volgens de profielen van {year}: minstens {least}, hoogstens {most}.", year=year, least=least, most=most)


def heard(signals: SignalCounts | None) -> list[str]:
    """What people said, in numbers."""
    if signals is None:
        return []
    told = []
    if signals.corrections:
        told.append(say("{number} keer zei iemand 'dit klopt niet'.", number=signals.corrections))
    if signals.notes_told:
        told.append(say("{number} keer of vaker noteerde het steunpunt een vraag hierover.", number=signals.notes_told))
    elif signals.notes:
        told.append(say("Minder dan 5 keer noteerde het steunpunt een vraag hierover."))
    if signals.no_answers:
        told.append(say("{number} keer of vaker zei een school nee op de vraag van een andere school.", number=signals.no_answers))
    return told
