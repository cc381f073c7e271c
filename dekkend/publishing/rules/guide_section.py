"""What must the school guide say about support since 1 August 2025, at this location?

WPO 13 lid 1 c: the basisondersteuningsvoorzieningen and the ondersteuningsaanbod; WPO 13b: in general terms what pupils said about them
and how far that changed the result. WPO 13a: yearly, for the year to come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dekkend.kernel.sentences import say
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.school_page import OfferLine, SchoolPage
from dekkend.publishing.rules.form_document import foot, origin
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Bullets, Heading, Paper, Paragraph, Part, Table, cell

WIDTHS = (4.2, 7.8)


def guide_section(page: SchoolPage, catalogue: Catalogue, edition: Edition) -> Paper:
    """The section to put into the school guide; `page` says what the school can do, by the same rules as its page on the web."""
    return Paper(
        title=say("Ondersteuning op onze school"),
        subtitle=f"{edition.school}, schooljaar {edition.school_year}",
        parts=tuple(_parts(page, catalogue, edition)),
        foot=foot(edition),
        origin=tuple(origin(edition)),
        on=edition.on,
        author=edition.school,
    )


def _parts(page: SchoolPage, catalogue: Catalogue, edition: Edition) -> Iterator[Part]:
    yield Paragraph(say("Dit geldt voor de locatie {place}.", place=page.facts.get("address") or edition.school), "lead")
    yield Heading(say("Basisondersteuning"))
    yield Paragraph(say("Deze voorzieningen zijn er op alle scholen van ons samenwerkingsverband."))
    yield from (Paragraph(text, "fixed") for text in edition.fixed.get("basic_support", ()))
    if page.levels:
        rows = tuple((cell(level.title), cell(level.content), cell(level.for_whom)) for level in page.levels)
        yield Table(say("Hoe wij ondersteuning regelen"), (say("Niveau"), say("Wat wij doen"), say("Voor wie")), rows, (2.6, 5.4, 4.0))
    yield Heading(say("Ons ondersteuningsaanbod"))
    yield Paragraph(say("Dit kunnen wij bieden aan leerlingen die meer nodig hebben."))
    yield from _table(say("Kennis in ons team"), page.can)
    yield from _table(say("Mensen van buiten de school"), [line for line in page.experts if line.sign == "yes"])
    yield from _table(say("Het gebouw"), [line for line in page.facilities if line.sign == "yes"])
    if page.extras:
        yield Heading(say("Extra aanbod"), 2)
        yield Bullets(tuple(f"{name} ({period})" if period else name for name, period in page.extras))
    yield from _bounds(page)
    yield Heading(say("Wat leerlingen ervan vinden"))
    yield Paragraph(edition.voices or say("De school heeft nog niet opgeschreven wat leerlingen hierover zeiden (artikel 13b WPO)."))


def _table(title: str, lines: Iterable[OfferLine]) -> Iterator[Part]:
    rows = tuple((cell(line.label), cell("\n".join(text for text in (line.sentence, line.note) if text))) for line in lines)
    if rows:
        yield Heading(title, 2)
        yield Table(title, (say("Soort"), say("Wat dat betekent")), rows, WIDTHS)


def _bounds(page: SchoolPage) -> Iterator[Part]:
    no = [line.label for part in (page.cannot, page.experts, page.facilities) for line in part if line.sign == "no"]
    unknown = [line.label for part in (page.unknown, page.experts, page.facilities) for line in part if line.sign == "unknown"]
    if page.limits or no:
        yield Heading(say("Wat wij niet kunnen"))
        yield from [Bullets(page.limits)] if page.limits else []
        yield from [Paragraph(say("Dit is er niet op onze school: {names}.", names="; ".join(no)))] if no else []
    if unknown:
        names = "; ".join(unknown)
        yield Paragraph(say("Hierover staat nog niets in ons aanbod, vraag het ons: {names}.", names=names), "note")
