"""What must a parent know on one page: what the school can do, cannot do, and what is not known; whom to ask; your rights?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dekkend.law.rules import Law
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.redaction import LEFT_OUT
from dekkend.profiles.words.school_page import Now, OfferLine, SchoolPage
from dekkend.publishing.rules.form_document import origin
from dekkend.publishing.rules.summary_room import ROOMS, Room, fits, whole_sentences
from dekkend.publishing.rules.summary_words import Words, contact, counted, name, own, said_note, said_now, say_day
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Bullets, Heading, Line, Paper, Paragraph, Part, Run, plain, runs
from dekkend.publishing.words.summary import DUTCH, ENGLISH, Wording

EXTRA = "extra_offers"


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is told (`page`, of this `edition`), with which words, and in how much room."""

    page: SchoolPage
    catalogue: Catalogue
    edition: Edition
    wording: Wording
    law: Law
    room: Room

    def now(self, line: OfferLine) -> Now | None:
        return self.edition.now.get(line.path)

    def away(self, line: OfferLine) -> bool:
        now = self.now(line)
        return now is not None and now.away

    def name(self, line: OfferLine) -> Words:
        return name(line, self.catalogue, self.wording)


def parents_summary(page: SchoolPage, catalogue: Catalogue, edition: Edition, law: Law, wording: Wording = DUTCH) -> Paper:
    """One page in plain Dutch, or in English. The school's own words stay in the language in which the school wrote them.

    `law` is that of the day on which someone asks for it. With the most room in which all of it is still one page.
    """
    made = (_paper(_Telling(page, catalogue, edition, wording, law, room)) for room in ROOMS)
    paper = next(made)
    for smaller in made:
        if fits(paper):
            return paper
        paper = smaller
    return paper


def in_english(page: SchoolPage, catalogue: Catalogue, edition: Edition, law: Law) -> Paper:
    return parents_summary(page, catalogue, edition, law, ENGLISH)


def _paper(told: _Telling) -> Paper:
    edition, wording = told.edition, told.wording
    lead, *parts = _parts(told)
    dutch = any(run.lang for part in parts for run in _runs(part))
    return Paper(
        title=edition.school,
        subtitle=wording.subtitle.format(year=edition.school_year),
        parts=(lead, *([Paragraph(wording.dutch, "note")] if dutch else []), *parts),
        foot=_foot(edition, wording),
        origin=tuple(origin(edition)) if wording is DUTCH else tuple(_origin(edition, wording)),
        lang=wording.lang,
        on=edition.on,
        author=edition.school,
        compact=True,
    )


def _runs(part: Part) -> Iterator[Run]:
    if isinstance(part, Bullets):
        for item in part.items:
            yield from runs(item)
    elif isinstance(part, Paragraph):
        yield from runs(part.text)


def _foot(edition: Edition, wording: Wording) -> str:
    words = wording.foot if edition.fingerprint else wording.foot_of_draft
    known = {"school": edition.school, "year": edition.school_year, "number": edition.number}
    return words.format(**known, fingerprint=edition.fingerprint[:12])


def _origin(edition: Edition, wording: Wording) -> Iterator[Line]:
    yield Line(wording.version.format(number=edition.number) if edition.fingerprint else wording.draft)
    if edition.address:
        yield Line(edition.address, edition.address)


def _parts(told: _Telling) -> Iterator[Part]:
    page, wording = told.page, told.wording
    yield Paragraph(wording.lead, "lead")
    yield from _there(told)
    lines = [*page.can, *page.cannot, *page.unknown, *page.experts, *page.facilities]
    yield from _joined(wording.cannot, [told.name(line) for line in lines if line.sign == "no"], told)
    limits = [(limit, *whole_sentences(limit, told.room.text)) for limit in page.limits]
    yield from _list(wording.limits, [_limit(kept, told, whole=whole) for _, kept, whole in limits], told)
    yield from _joined(wording.unknown, [told.name(line) for line in lines if line.sign == "unknown"], told)
    yield Heading(wording.ask)
    ways = contact(page)
    yield Paragraph(wording.contact.format(contact=ways) if ways else wording.no_contact)
    if told.edition.support_point:
        yield Paragraph(wording.support_point.format(point=told.edition.support_point))
    yield Heading(wording.rights)
    weeks = {"weeks": told.law.number("finding.decision_weeks"), "extra": told.law.number("finding.extension_weeks")}
    yield Bullets(tuple(right.format(**weeks) for right in wording.your_rights))
    if told.edition.confirmed_on:
        yield Paragraph(_confirmed(told.edition, wording), "note")


def _there(told: _Telling) -> Iterator[Part]:
    """What there is, what there is but not today, what the school has of its own, and who comes from outside."""
    page, wording = told.page, told.wording
    yes = [line for line in (*page.can, *page.facilities) if line.sign == "yes"]
    experts = [line for line in page.experts if line.sign == "yes"]
    extras = [_extra(at, title, period) for at, (title, period) in enumerate(page.extras) if title and title != LEFT_OUT]
    yield from _list(wording.can, [_offer(line, told) for line in _known_first(yes) if not told.away(line)], told)
    away = [line for line in (*yes, *experts, *extras) if told.away(line)]
    yield from _list(wording.away, [(*told.name(line), *said_now(told.now(line), wording, told.room.text)) for line in away], told)
    yield from _joined(wording.extras, [_offer(line, told) for line in extras if not told.away(line)], told)
    yield from _joined(wording.together, [told.name(line) for line in experts if not told.away(line)], told)


def _known_first(lines: Sequence[OfferLine]) -> list[OfferLine]:
    """The kinds that every school of the region is asked about before what a school added itself."""
    return sorted(lines, key=lambda line: not line.code)


def _extra(at: int, title: str, period: str) -> OfferLine:
    return OfferLine("", title, "yes", "", note="" if period == LEFT_OUT else period, path=f"{EXTRA}[{at}]")


def _offer(line: OfferLine, told: _Telling) -> Words:
    room = told.room.text
    note = said_note(line.note, told.wording, room)
    return (*told.name(line), *note, *said_now(told.now(line), told.wording, room))


def _limit(kept: str, told: _Telling, *, whole: bool) -> Words:
    """Nothing when even its first sentence is too long: then it is counted with what stands on the page."""
    if not kept:
        return ()
    return (*own(kept, told.wording), *(() if whole else (Run(f" {told.wording.rest}"),)))


def _confirmed(edition: Edition, wording: Wording) -> str:
    """Not every part of the offer is confirmed on the same day: then the page says between which days."""
    first, last = (say_day(day, wording) for day in (edition.confirmed_on, edition.confirmed_until or edition.confirmed_on))
    said = wording.confirmed.format(day=first) if first == last else wording.confirmed_between.format(first=first, last=last)
    return f"{said} {counted(wording.confirmed_rest, edition.unconfirmed)}" if edition.unconfirmed else said


def _list(title: str, items: Iterable[Words], told: _Telling) -> Iterator[Part]:
    every = _once(items)
    shown = [item for item in every if item and len(plain(item)) <= 4 * told.room.text + 120][: told.room.items]
    if not every:
        return
    yield Heading(title)
    if shown:
        yield Bullets(tuple(shown))
    if len(every) > len(shown):
        yield Paragraph(counted(told.wording.more, len(every) - len(shown)), "note")


def _joined(title: str, items: Iterable[Words], told: _Telling) -> Iterator[Part]:
    """A list that runs on: as many as there is room for, and how many more there are."""
    every = _once(items)
    if not every:
        return
    shown: list[Words] = []
    used = 0
    for item in every:
        used += len(plain(item)) + 2
        if used <= told.room.joined:
            shown.append(item)
        else:
            used -= len(plain(item)) + 2
    rest = len(every) - len(shown)
    said = [*shown, *([(Run(told.wording.and_more.format(count=rest)),)] if rest else [])]
    yield Heading(title)
    yield Paragraph((*(run for at, item in enumerate(said) for run in ((Run("; "), *item) if at else item)), Run(".")))


def _once(items: Iterable[Words]) -> list[Words]:
    """Without what is said twice; what is too long to say at all counts each time."""
    seen: dict[Words, None] = {}
    every = []
    for item in items:
        if not item or item not in seen:
            every.append(item)
        seen[item] = None
    return every
