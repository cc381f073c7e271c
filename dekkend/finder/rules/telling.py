"""How is it said what a school can do for someone, why, and what to ask it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dekkend.coverage.rules.spots import kilometres_of
from dekkend.finder.rules.indexing import reason_behind
from dekkend.finder.rules.searching import OUTCOMES
from dekkend.finder.words.asking import REACHES
from dekkend.finder.words.results import NO, PAUSED, UNKNOWN, YES, Card, Hits, Index, Line, Need, Reason
from dekkend.kernel.sentences import say
from dekkend.offers.rules.standing import is_stale
from dekkend.offers.rules.wording import answer_of, is_ticked, row_in_words
from dekkend.organisations.rules.admission import condition_of
from dekkend.organisations.words import Kind
from dekkend.profiles.rules.catalogue import say_offer
from dekkend.profiles.words.catalogue import Catalogue

SIGNS = {YES: "yes", PAUSED: "paused", NO: "no", UNKNOWN: "unknown"}
KINDS = {kind.value: kind.label for kind in Kind}
NO_PROFILE = say("Deze school heeft hier nog geen aanbod openbaar gemaakt. Daarom weten wij het niet.")


def card_of(index: Index, hits: Hits, at: int, number: int, needs: Sequence[Need], catalogue: Catalogue, today: date) -> Card:
    """The school at this place of the index, as it is shown under this number."""
    site, contact = index.sites[at], index.contacts[at]
    km = float(hits.distances[at])
    lines = tuple(line_of(index, at, need, int(hits.signs[at, place]), catalogue, today) for place, need in enumerate(needs))
    asks = list(dict.fromkeys(each.ask for line in lines for each in line.told if each.ask))
    return Card(
        number=number,
        brin6=site.brin6,
        name=site.name,
        kind=KINDS.get(site.kind, ""),
        place=site.place.title() if site.place.isupper() else site.place,
        denomination=contact.denomination,
        outcome=OUTCOMES[int(hits.outcomes[at])] if needs else None,
        km=None if km != km else told_km(km),
        lines=lines,
        contact=contact,
        has_page=bool(index.years[at]),
        ask=" ".join(asks),
        letter=letter(needs, asks, catalogue) if asks else "",
        closes_on=site.closes_on,
        condition=condition_of(site.kind),
    )


def told_km(km: float) -> float:
    """Rounded as coverage does it, and never across a distance that one can choose: else a page says "none up to 5 km, one at 5.0 km"."""
    return kilometres_of(km * 1000, min(REACHES, key=lambda reach: abs(reach - km)))


def line_of(index: Index, at: int, need: Need, sign: int, catalogue: Catalogue, today: date) -> Line:
    """One need at this school: of several kinds of support that answer it the one that decides.

    When none answers it, every kind has its own line: a "no" is told beside what is not known, and never hidden behind it.
    """
    columns = [index.column(code) for code in need.codes]
    states = {column: int(index.states[at, column]) for column in columns}
    if sign == UNKNOWN and not index.years[at]:
        return silent_line(index, columns, catalogue)
    first = next(column for column in columns if states[column] == sign)
    rest = [column for column in columns if column != first] if sign in (NO, UNKNOWN) else []
    beside = tuple(line_at(index, at, column, states[column], catalogue, today) for column in rest)
    return replace(line_at(index, at, first, sign, catalogue, today), beside=beside)


def line_at(index: Index, at: int, column: int, state: int, catalogue: Catalogue, today: date) -> Line:
    """One kind of support at this school."""
    code = index.codes[column]
    if state == UNKNOWN:
        return Line("unknown", not_known(index, at, code, catalogue), code, year=index.years[at], ask=question(code, catalogue))
    reason = reason_behind(index.reasons[at][column])
    return Line(
        sign=SIGNS[state],
        sentence=sentence_of(reason, code, catalogue),
        code=code,
        text=reason.text,
        year=reason.year,
        confirmed_on=reason.confirmed_on,
        stale=is_stale(reason.confirmed_on, today),
        different=reason.different,
        note=reason.note,
        ask=when_again(code, catalogue) if state == PAUSED else "",
        ticked=is_ticked(reason.choice, reason.text),
        row=row_in_words(reason.text, answer_of(state != NO)),
    )


def not_known(index: Index, at: int, code: str, catalogue: Catalogue) -> str:
    """A school that nobody asked did not forget to answer."""
    item = catalogue.item(code)
    if item is None or code not in index.not_asked[at]:
        return say_offer(catalogue, code, None)
    return say("Hier wordt scholen niet gevraagd of {whether}. Daarom weten wij het niet.", whether=item.whether)


def silent_line(index: Index, columns: Sequence[int], catalogue: Catalogue) -> Line:
    """Of a school without a public profile nothing is known: that is said once, with a question for each kind of support."""
    codes = [index.codes[column] for column in columns]
    return Line("unknown", NO_PROFILE, codes[0], ask=" ".join(question(code, catalogue) for code in codes))


def sentence_of(reason: Reason, code: str, catalogue: Catalogue) -> str:
    """An own row of a school has no choice of the form: then its own name of it says what there is."""
    if not reason.choice:
        return say("De school noemt dit: {name}.", name=reason.label)
    return say_offer(catalogue, code, reason.choice)


def question(code: str, catalogue: Catalogue) -> str:
    item = catalogue.item(code)
    return say("Kunt u mij vertellen of {whether}?", whether=item.whether) if item else ""


def when_again(code: str, catalogue: Catalogue) -> str:
    """What is not there today the school does have: the question is when, and not whether someone knows about it."""
    item = catalogue.item(code)
    return say("Bij uw school staat dat dit nu niet kan: {label}. Klopt dat nog, en wanneer kan het wel?", label=item.label) if item else ""


def letter(needs: Sequence[Need], asks: Sequence[str], catalogue: Catalogue) -> str:
    """The text of a mail to the school. It is made on the page and sent by the person's own mail program, or not."""
    items = [item for need in needs if (item := catalogue.item(need.codes[0]))]
    looking = [say("Wij zoeken een school voor {need}.", need=item.need) for item in items]
    return "\n\n".join([say("Goedendag,"), " ".join([*looking, *asks]), say("Met vriendelijke groet,")])
