"""Which sheets has the workbook of a plan?"""

from __future__ import annotations

from dekkend.coverage.rules.sheets import Sheet, Value
from dekkend.coverage.words import Coverage
from dekkend.kernel.sentences import say
from dekkend.offers.words import Sign
from dekkend.planning.rules.plan_rows import ChoiceRow, choice_rows, place_rows
from dekkend.planning.rules.telling import headline, next_in_words, proof, question, several, unit
from dekkend.planning.words.advice import Advice, Stand


def sheets(advice: Advice, coverage: Coverage) -> list[Sheet]:
    """The schools, before and after, the places, and how it was worked out. `coverage` of today tells what places are called."""
    return [schools(advice), stands(advice), places(advice, coverage), method(advice)]


def schools(advice: Advice) -> Sheet:
    summed = several(advice.asked)  # over all kinds: that is no number of children
    head = (
        *(say("Nummer"), say("School"), say("Vestigingscode"), say("Bestuur"), say("Soort hulp"), say("Code"), say("Wat de school zei")),
        *(say("Kinderen erbij"), say("Samen erbij (keer een kind)") if summed else say("Samen erbij")),
        *(say("Hangen alleen hieraan"), say("Verlies als de school sluit")),
        *(say("Anders deze school"), say("Anders deze hulp"), say("Keer een kind minder") if summed else say("Kinderen minder")),
        *(say("Euro per schooljaar"), say("Waarom"), say("Plekken")),
    )
    return Sheet(say("Scholen van het plan"), head, tuple(_school(row, advice) for row in choice_rows(advice)))


def _school(row: ChoiceRow, advice: Advice) -> tuple[Value, ...]:
    choice, other = row.choice, row.choice.instead
    return (
        *(row.number, choice.school, choice.brin6, choice.board, row.kind, choice.code, Sign(choice.sign).label),
        *(choice.adds, row.together, choice.alone, choice.closes),
        *(
            other.school if other else say("geen"),
            advice.label(other.code) if other else "",
            other.fewer if other else None,
            choice.cents / 100 if advice.asked.needs_money else None,
            " ".join(row.reasons),
            " ".join(choice.places),
        ),
    )


def stands(advice: Advice) -> Sheet:
    head = (
        *(say("Soort hulp"), say("Code"), say("Binnen (km)"), say("Kinderen"), say("Gedekt nu"), say("Gedekt straks"), say("Aandeel nu")),
        *(say("Aandeel straks"), say("Hoogstens nu"), say("Hoogstens straks"), say("Witte vlekken nu"), say("Witte vlekken straks")),
        *(say("Kinderen met één school nu"), say("Kinderen met één school straks")),
    )
    rows = [(kind.label, kind.code, kind.radius_km, *_stand(kind.before, kind.after)) for kind in advice.kinds]
    rows.append((say("Samen (keer een kind)") if several(advice.asked) else say("Samen"), "", None, *_stand(advice.before, advice.after)))
    return Sheet(say("Voor en na"), head, tuple(rows), frozenset([6, 7, 8, 9]))


def _stand(before: Stand, after: Stand) -> tuple[Value, ...]:
    was, will = before.figure, after.figure
    shares = (was.low, will.low, was.high, will.high)
    return (will.children, was.covered, will.covered, *shares, before.spots, after.spots, before.alone, after.alone)


def places(advice: Advice, coverage: Coverage) -> Sheet:
    head = (say("Postcode"), say("Plek"), say("Soort hulp"), say("Code"), say("Kinderen"), say("Met dit plan"), say("Door nummer"))
    rows = tuple(
        (
            *(row.postcode, row.place, row.kind, row.code),
            *(say("minder dan 5, of niet bekend") if row.children is None else row.children, row.label, row.numbers),
        )
        for row in place_rows(advice, coverage)
    )
    return Sheet(say("Plekken"), head, rows)


def method(advice: Advice) -> Sheet:
    """The question, how sure the answer is, and how it was counted: without this no figure can be defended."""
    sure, how = proof(advice)
    lines: list[tuple[Value, ...]] = [
        (say("Regio"), advice.name),
        (say("Code"), advice.region),
        (say("Gegevens van"), advice.day),
        (say("Vraag"), question(advice.asked, {kind.code: kind.label for kind in advice.kinds})),
        (say("Antwoord"), headline(advice)),
        (say("Hoe zeker"), sure),
        (say("Bewijs"), how),
        (say("Daarna"), next_in_words(advice)),
    ]
    if advice.school_year:
        lines.append((say("Schooljaar"), advice.school_year))
    told = (*advice.lines, unit(advice), say("Cijfers over minder dan 5 kinderen tonen wij niet."))
    lines += [(say("Zo rekenden wij"), line) for line in told if line]
    lines += [(say("Bron"), source) for source in advice.sources]
    return Sheet(say("Methode en instellingen"), (say("Wat"), say("Waarde")), tuple(lines))
