"""Which sheets has the workbook with all figures about coverage?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.coverage.rules.figures import by_municipality
from dekkend.coverage.rules.listed import alone_rows, kind_rows, matrix_rows, person_rows, spot_rows
from dekkend.coverage.rules.norm_check import NormCheck
from dekkend.coverage.rules.sheets import Sheet, Value
from dekkend.coverage.words import Coverage
from dekkend.kernel.sentences import say


def all_sheets(coverage: Coverage, rows: list[int], checks: Sequence[NormCheck] = ()) -> list[Sheet]:
    """Kinds, white spots, what is fragile, municipalities, the matrix of the schools in `rows`, norms; last how it was counted."""
    found = [kinds(coverage), spots(coverage), alone(coverage, rows), municipalities(coverage), matrix(coverage, rows)]
    return [*found, *([norms(checks)] if checks else []), method(coverage)]


def kinds(coverage: Coverage) -> Sheet:
    head = (
        *(say("Soort hulp"), say("Code"), say("Binnen (km)"), say("Grof"), say("Aandeel gedekt"), say("Hoogstens"), say("Kinderen")),
        *(say("Gedekte kinderen"), say("Mogelijk gedekt"), say("Scholen ja"), say("Nu niet"), say("Nee"), say("Niet bekend")),
        *(say("Witte vlekken"), say("Mogelijke witte vlekken"), say("Kinderen met één school"), say("Scholen met één persoon")),
        *(say("Uren per week"), say("Uren bekend bij"), say("Plaatsen"), say("Plaatsen bekend bij")),
        say("Ja in een profiel van een eerder jaar"),
    )
    made = tuple(
        (
            *(row.label, row.code, row.radius, say("ja") if row.rough else "", row.low, row.high, row.children, row.covered, row.possible),
            *(row.yes, row.paused, row.no, row.unknown, row.spots, row.maybe_spots, row.alone, row.persons),
            *(float(row.hours) if row.hours_known else None, row.hours_known, row.places if row.places_known else None, row.places_known),
            row.earlier,
        )
        for row in kind_rows(coverage)
    )
    return Sheet(say("Soorten hulp"), head, made, frozenset([4, 5]))


def spots(coverage: Coverage) -> Sheet:
    head = (
        *(say("Postcode"), say("Plek"), say("Gemeente"), say("Soort hulp"), say("Code"), say("Kinderen"), say("Zeker of mogelijk")),
        *(say("Dichtstbij (km)"), say("School"), say("Dichtste zonder antwoord (km)"), say("School zonder antwoord")),
    )
    made: list[tuple[Value, ...]] = []
    for row in spot_rows(coverage):
        children: Value = say("minder dan 5, of niet bekend") if row.children is None else row.children
        about = (row.postcode, row.place, row.municipality, row.kind, row.code, children, say("zeker") if row.sure else say("mogelijk"))
        made.append((*about, row.km, row.school, row.open_km, row.open_school))
    return Sheet(say("Witte vlekken"), head, tuple(made))


def alone(coverage: Coverage, rows: list[int]) -> Sheet:
    head = (
        *(say("School"), say("Vestigingscode"), say("Bestuur"), say("Soort hulp"), say("Code"), say("Kinderen"), say("Waarom kwetsbaar")),
        say("Schooljaar van het profiel"),
    )
    mine = {coverage.sites[row].brin6 for row in rows}
    found = [(row, say("één school dichtbij")) for row in alone_rows(coverage)]
    found += [(row, say("één persoon")) for row in person_rows(coverage)]
    made = tuple(
        (row.school, row.brin6, row.board, row.kind, row.code, row.children, why, coverage.years.get(row.brin6, ""))
        for row, why in found
        if row.brin6 in mine
    )
    return Sheet(say("Kwetsbaar"), head, made)


def municipalities(coverage: Coverage) -> Sheet:
    head = (
        say("Gemeente"),
        say("Kinderen"),
        say("Soort hulp"),
        say("Code"),
        say("Aandeel gedekt"),
        say("Hoogstens"),
        say("Gedekte kinderen"),
    )
    made = [
        (place.name or say("niet bekend"), place.children, kind.label, kind.code, figure.low, figure.high, figure.covered)
        for place in by_municipality(coverage)
        for kind, figure in zip(coverage.kinds, place.figures, strict=True)
    ]
    return Sheet(say("Gemeenten"), head, tuple(made), frozenset([4, 5]))


def matrix(coverage: Coverage, rows: list[int]) -> Sheet:
    about = (say("School"), say("Vestigingscode"), say("Bestuur"), say("Openbaar profiel"), say("Schooljaar van het profiel"))
    head = (*about, *(kind.label for kind in coverage.kinds))
    made = tuple(
        (
            *(row.site.name, row.site.brin6, row.site.board, say("ja") if row.answered else say("nee")),
            coverage.years.get(row.site.brin6, ""),
            *(sign.label for sign in row.signs),
        )
        for row in matrix_rows(coverage, rows, frozenset())
    )
    return Sheet(say("Scholen"), head, made)


def norms(checks: Sequence[NormCheck]) -> Sheet:
    """Every school beside every item of every norm: filter on the sign, and it says who lacks what."""
    head = (say("Norm"), say("Versie"), say("Onderdeel"), say("School"), say("Vestigingscode"), say("Bestuur"), say("Antwoord"))
    made = tuple(
        (check.norm.title, check.norm.version, item.label, row.site.name, row.site.brin6, row.site.board, sign.label)
        for check in checks
        for row in check.rows
        for item, sign in zip(check.norm.items, row.signs, strict=True)
    )
    return Sheet(say("Normen"), head, made)


def method(coverage: Coverage) -> Sheet:
    """How it was counted, and when: without this no figure can be defended."""
    lines: list[tuple[Value, ...]] = [(say("Regio"), coverage.name), (say("Code"), coverage.region), (say("Gegevens van"), coverage.day)]
    if coverage.school_year:
        lines.append((say("Schooljaar"), coverage.school_year))
    lines += [(say("Zo rekenden wij"), line) for line in coverage.lines]
    lines.append((say("Zo rekenden wij"), say("Cijfers over minder dan 5 kinderen tonen wij niet.")))
    lines += [(say("Bron"), source) for source in coverage.sources]
    lines += [
        (say("Omweg"), coverage.settings.detour),
        (say("Scholen buiten de regio"), say("ja") if coverage.settings.around else say("nee")),
        (say("Welke scholen tellen"), coverage.settings.schools.label),
    ]
    return Sheet(say("Methode en instellingen"), (say("Wat"), say("Waarde")), tuple(lines))
