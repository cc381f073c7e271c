"""What must the school guide say about support since 1 August 2025, at this location?

WPO 13 lid 1 c: the basisondersteuningsvoorzieningen and the ondersteuningsaanbod; WPO 13b: in general terms what pupils said about them
and how far that changed the result. WPO 13a: yearly, for the year to come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.profiles.words.changes import ChangeList
from dekkend.profiles.words.school_page import OfferLine, SchoolPage
from dekkend.publishing.rules.form_document import foot, origin
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Bullets, Heading, Paper, Paragraph, Part, Table, cell

WIDTHS = (3.4, 7.1, 1.5)


def guide_section(page: SchoolPage, edition: Edition, basis: Sequence[str] = (), changes: ChangeList | None = None) -> Paper:
    """The section to put into the school guide; `page` says what the school can do, by the same rules as its page on the web.

    `basis` are the words about basic support that all schools of the region share; `changes` are those since the year before, None
    when nothing of a year before is known.
    """
    return Paper(
        title=say("Ondersteuning op onze school"),
        subtitle=say("{school}, schooljaar {year}", school=edition.school, year=edition.school_year),
        parts=tuple(_parts(page, edition, basis, changes)),
        foot=foot(edition),
        origin=tuple(origin(edition)),
        on=edition.on,
        author=edition.school,
    )


def _parts(page: SchoolPage, edition: Edition, basis: Sequence[str], changes: ChangeList | None) -> Iterator[Part]:
    yield Paragraph(_location(page, edition), "lead")
    yield Heading(say("Basisondersteuning"))
    yield from _basis(page, basis, edition)
    if page.levels:
        yield Heading(say("Hoe wij ondersteuning regelen"), 2)
        rows = tuple((cell(level.title), cell(level.content), cell(level.for_whom)) for level in page.levels)
        yield Table(say("Hoe wij ondersteuning regelen"), (say("Niveau"), say("Wat wij doen"), say("Voor wie")), rows, (1.9, 5.5, 4.6))
    yield from _offer(page, edition)
    yield from _bounds(page)
    yield from _changed(edition, changes)
    yield from _voices(edition)


def _location(page: SchoolPage, edition: Edition) -> str:
    address = page.facts.get("address")
    if not address:
        return say("Dit geldt voor de locatie {place}.", place=edition.school)
    return say("Dit geldt voor de locatie {place}, {address}.", place=edition.school, address=" ".join(address.split()))


def _basis(page: SchoolPage, basis: Sequence[str], edition: Edition) -> Iterator[Part]:
    """The words that all schools of the region share, and whose they are."""
    yield from (Paragraph(text, "fixed") for text in basis)
    if basis and edition.region:
        yield Paragraph(say("Dit is op alle scholen van ons samenwerkingsverband zo, {region}.", region=edition.region))
    elif basis:
        yield Paragraph(say("Dit is op alle scholen van ons samenwerkingsverband zo."))
    elif not page.levels:
        yield Paragraph(say("Hierover staat nog niets in ons aanbod. Vraag het ons."))


def _offer(page: SchoolPage, edition: Edition) -> Iterator[Part]:
    yield Heading(say("Ons ondersteuningsaanbod"))
    tables = (
        (say("Kennis in ons team"), page.can),
        (say("Mensen van buiten de school"), page.experts),
        (say("Het gebouw"), page.facilities),
    )
    found = [(title, [line for line in lines if line.sign == "yes"]) for title, lines in tables]
    if not page.extras and not any(lines for _, lines in found):
        yield Paragraph(say("Hierover staat nog niets in ons aanbod. Vraag het ons."))
        return
    yield Paragraph(say("Dit kunnen wij bieden aan leerlingen die meer nodig hebben."))
    for title, lines in found:
        yield from _table(title, lines, edition)
    if page.extras:
        yield Heading(say("Extra aanbod"), 2)
        yield Bullets(tuple(_extra(name, period, _today(edition, f"extra_offers[{at}]")) for at, (name, period) in enumerate(page.extras)))


def _extra(name: str, period: str, now: str) -> str:
    said = f"{name} ({period})" if period else name
    return f"{said}. {now}" if now else said


def _table(title: str, lines: Iterable[OfferLine], edition: Edition) -> Iterator[Part]:
    earlier = say("{year} of eerder", year=edition.school_year)
    rows = tuple((cell(line.label), cell(_said(line, edition)), cell(line.since or earlier)) for line in lines)
    if rows:
        yield Heading(title, 2)
        yield Table(title, (say("Soort"), say("Wat dat betekent"), say("Sinds")), rows, WIDTHS)


def _said(line: OfferLine, edition: Edition) -> str:
    """With what is different today, such as that it is not there and until when."""
    return "\n".join(text for text in (line.sentence, line.note, _today(edition, line.path)) if text)


def _today(edition: Edition, path: str) -> str:
    return edition.now[path].sentence if path in edition.now else ""


def _bounds(page: SchoolPage) -> Iterator[Part]:
    no = [line.label for part in (page.cannot, page.experts, page.facilities) for line in part if line.sign == "no"]
    unknown = [line.label for part in (page.unknown, page.experts, page.facilities) for line in part if line.sign == "unknown"]
    if page.limits or no:
        yield Heading(say("Wat wij niet kunnen"))
        yield from [Bullets(page.limits)] if page.limits else []
        yield from [Paragraph(say("Dit is er niet op onze school: {names}.", names="; ".join(no)))] if no else []
    if unknown:
        yield Heading(say("Wat nog niet bekend is"))
        yield Paragraph(say("Hierover staat nog niets in ons aanbod, vraag het ons: {names}.", names="; ".join(unknown)))


def _changed(edition: Edition, changes: ChangeList | None) -> Iterator[Part]:
    """In the words of the list of changes, only what pupils notice: the rest stands on the page of the school."""
    if changes is None:
        return
    before = next(year.school_year for year in edition.years if year.school_year < edition.school_year)
    yield Heading(say("Wat er veranderde sinds {year}", year=before))
    lines = tuple(f"{change.label}: {change.effect_pupils}" for change in changes.for_pupils)
    yield Bullets(lines) if lines else Paragraph(say("In wat leerlingen merken, is niets veranderd."))


def _voices(edition: Edition) -> Iterator[Part]:
    """Nothing when the school wrote nothing that we recognise: nobody knows then whether pupils were heard. The school is warned."""
    if not edition.voices:
        return
    yield Heading(say("Wat leerlingen ervan vinden"))
    if edition.voices_on:
        yield Paragraph(say("Leerlingen gaven hun mening op {day}.", day=say_date(edition.voices_on)))
    yield from (Paragraph(text.strip()) for text in edition.voices.split("\n\n") if text.strip())


def combined(title: str, subtitle: str, papers: Iterable[tuple[str, Paper]]) -> Paper:
    """Of several locations one document: a chapter per location with its section and its origin. `papers` are (name, section)."""
    papers = list(papers)
    return Paper(
        title=title,
        subtitle=subtitle,
        parts=tuple(part for name, paper in papers for part in _chapter(name, paper)),
        foot=f"{title}, {subtitle}",
        contents=True,
        on=max((paper.on for _, paper in papers), default="2000-01-01"),
        author=title,
    )


def _chapter(name: str, paper: Paper) -> Iterator[Part]:
    yield Heading(name)
    yield from (Heading(part.text, part.level + 1) if isinstance(part, Heading) else part for part in paper.parts)
    yield from (Paragraph(line.text, "note") for line in paper.origin)
