"""What must a parent know on one page: what the school can do, cannot do, and what is not known; whom to ask; your rights?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.kernel.dates import say_date
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.school_page import OfferLine, SchoolPage
from dekkend.publishing.rules.form_document import foot, origin
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Bullets, Heading, Line, Paper, Paragraph, Part
from dekkend.publishing.words.summary import DUTCH, ENGLISH, Wording

MOST = 14  # lines of one kind: the page is one page, the rest stands on the web
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
LONGEST = 110  # characters of the school's own words in one line


def parents_summary(page: SchoolPage, catalogue: Catalogue, edition: Edition, wording: Wording = DUTCH) -> Paper:
    """One page in plain Dutch, or in English. The school's own words stay in the language in which the school wrote them."""
    return Paper(
        title=edition.school,
        subtitle=wording.subtitle.format(year=edition.school_year),
        parts=tuple(_parts(page, catalogue, edition, wording)),
        foot=foot(edition),
        origin=tuple(origin(edition)) if wording is DUTCH else tuple(_origin(edition, wording)),
        lang=wording.lang,
        on=edition.on,
        author=edition.school,
        compact=True,
    )


def in_english(page: SchoolPage, catalogue: Catalogue, edition: Edition) -> Paper:
    return parents_summary(page, catalogue, edition, ENGLISH)


def _origin(edition: Edition, wording: Wording) -> Iterator[Line]:
    yield Line(wording.version.format(number=edition.number) if edition.fingerprint else wording.draft)
    if edition.address:
        yield Line(edition.address, edition.address)


def _parts(page: SchoolPage, catalogue: Catalogue, edition: Edition, wording: Wording) -> Iterator[Part]:
    yield Paragraph(wording.lead, "lead")
    own, lines = [*page.can, *page.facilities], [*page.can, *page.cannot, *page.unknown, *page.experts, *page.facilities]
    yield from _list(wording.can, [_said(line, catalogue, edition, wording) for line in own if line.sign == "yes"], wording)
    together = [_name(line, catalogue, wording) for line in page.experts if line.sign == "yes"]
    yield from _list(wording.together, together, wording, joined=True)
    yield from _list(wording.cannot, [_name(line, catalogue, wording) for line in lines if line.sign == "no"], wording, joined=True)
    if page.limits:
        yield from _list(wording.limits, [_short(limit) for limit in page.limits], wording)
    unknown = [_name(line, catalogue, wording) for line in lines if line.sign == "unknown"]
    yield from _list(wording.unknown, unknown, wording, joined=True)
    yield Heading(wording.ask)
    contact = ", ".join(page.facts[code] for code in ("phone", "email", "website") if page.facts.get(code))
    yield Paragraph(wording.contact.format(contact=contact) if contact else wording.no_contact)
    if edition.support_point:
        yield Paragraph(wording.support_point.format(point=edition.support_point))
    yield Heading(wording.rights)
    yield Bullets(wording.your_rights)
    if edition.confirmed_on:
        yield Paragraph(_confirmed(edition, wording), "note")


def _confirmed(edition: Edition, wording: Wording) -> str:
    """Not every part of the offer is confirmed on the same day: then the page says between which days."""
    first, last = (_day(day, wording) for day in (edition.confirmed_on, edition.confirmed_until or edition.confirmed_on))
    return wording.confirmed.format(day=first) if first == last else wording.confirmed_between.format(first=first, last=last)


def _day(day: str, wording: Wording) -> str:
    if wording is DUTCH:
        return say_date(day)
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def _list(title: str, items: Iterable[str], wording: Wording, *, joined: bool = False) -> Iterator[Part]:
    items = list(dict.fromkeys(items))
    if not items:
        return
    yield Heading(title)
    if joined:
        yield Paragraph("; ".join(items) + ".")
        return
    rest = len(items) - MOST
    yield Bullets(tuple(items[:MOST] if rest > 0 else items))
    if rest > 0:
        yield Paragraph(wording.more.format(count=rest), "note")


def _said(line: OfferLine, catalogue: Catalogue, edition: Edition, wording: Wording) -> str:
    item = catalogue.item(line.code) if line.code else None
    said = line.label if wording is DUTCH or item is None else item.label_en
    note = f" ({_short(line.note)})" if line.note else ""
    now = edition.now.get(line.code, "")
    return f"{said}{note}. {wording.now.format(sentence=now)}" if now else f"{said}{note}"


def _name(line: OfferLine, catalogue: Catalogue, wording: Wording) -> str:
    item = catalogue.item(line.code) if line.code else None
    return line.label if wording is DUTCH or item is None else item.label_en


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " ..."
