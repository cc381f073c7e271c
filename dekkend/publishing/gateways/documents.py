"""Which file does someone ask for: which document, in which format?

A room above this one that makes a document of its own composes a `Paper` (`words/paper.py`) and has it written by `as_pdf` (typst),
`as_word` (word) or `as_html` (html): each takes the paper and the bytes of its pictures by key (PNG, JPEG or SVG) and returns bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.law.queries import on
from dekkend.law.rules import Law
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.changes import change_list
from dekkend.profiles.rules.changes.covering import without_covered
from dekkend.profiles.rules.school_page import school_page
from dekkend.profiles.words.changes import ChangeList
from dekkend.profiles.words.school_page import SchoolPage
from dekkend.profiles.words.template import Template
from dekkend.publishing.rules.form_document import form_document
from dekkend.publishing.rules.guide_section import combined, guide_section
from dekkend.publishing.rules.parents_summary import in_english, parents_summary
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Paper

SHARED = "basic_support"  # the section of the form with what all schools of the region offer


@dataclass(frozen=True, slots=True)
class Document:
    """`code` stands in addresses and commands, `title` on screens; `name` is the middle of the file's name."""

    code: str
    title: str
    name: str
    compose: Callable[[Template, Edition], Paper]


def _form(template: Template, edition: Edition) -> Paper:
    return form_document(template, edition)


def _guide(template: Template, edition: Edition) -> Paper:
    shared = next((section.own_words for section in template.sections if section.id == SHARED), ())
    return guide_section(_page(template, edition), edition, edition.fixed.get(SHARED) or shared, _changes(template, edition))


def combined_guide(name: str, editions: Sequence[tuple[Template, Edition]]) -> Paper:
    """The section of several locations in one document, a chapter each; `name` is that of the school or the board."""
    sections = [(chapter_title(edition, editions), _guide(template, edition)) for template, edition in editions]
    return combined(name, say("Ondersteuning op onze scholen, schooljaar {year}", year=editions[0][1].school_year), sections)


def chapter_title(edition: Edition, editions: Sequence[tuple[Template, Edition]]) -> str:
    """The name of the location; with its number when two have the same name."""
    twins = sum(other.school == edition.school for _, other in editions)
    return f"{edition.school} ({edition.site})" if twins > 1 else edition.school


def _summary(template: Template, edition: Edition) -> Paper:
    return parents_summary(_page(template, edition), load_catalogue(), edition, _law(edition))


def _summary_en(template: Template, edition: Edition) -> Paper:
    return in_english(_page(template, edition), load_catalogue(), edition, _law(edition))


def _law(edition: Edition) -> Law:
    return on(date.fromisoformat(edition.today or edition.on))


def _page(template: Template, edition: Edition) -> SchoolPage:
    earlier = [(year.school_year, year.values) for year in edition.years]
    known: dict[str, Any] = {"earlier": earlier, "hours": hours_in_force(), "standing": edition.standing}
    return school_page(template, load_catalogue(), edition.values, {}, **known)


def _changes(template: Template, edition: Edition) -> ChangeList | None:
    """What is different from the year before; None when there is no year before."""
    before = next((year for year in edition.years if year.school_year < edition.school_year), None)
    if before is None:
        return None
    known: dict[str, Any] = {"catalogue": load_catalogue(), "hours": hours_in_force()}
    found = change_list(template, dict(before.values), dict(edition.values), earlier=load_template(before.template), **known)
    now = next((year.left_out for year in edition.years if year.school_year == edition.school_year), ())
    return without_covered(found, {*before.left_out, *now})


DOCUMENTS = {
    document.code: document
    for document in (
        Document("sop", "Ondersteuningsprofiel in het formulier van de regio", "ondersteuningsprofiel", _form),
        Document("schoolgids", "Tekst voor de schoolgids", "schoolgids", _guide),
        Document("samenvatting", "Samenvatting voor ouders", "samenvatting", _summary),
        Document("summary", "Summary for parents (English)", "summary", _summary_en),
    )
}
