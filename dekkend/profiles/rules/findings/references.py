"""Which references lead nowhere for someone who reads the profile on its own?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case, Text
from dekkend.profiles.words.findings import Finding, Severity, Source
from dekkend.profiles.words.template import BlockKind

_ATTACHMENT = re.compile(r"\b(?:zie|in|als)\s(?:de\s)?bijlage(?:n)?\s?(?P<number>\d{1,2}|[IVX]{1,4}\b|[A-F]\b)?", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b(?:onderstaand|bovenstaand|volgend)e?\s(?:\w+\s)?(?:schema|figuur|afbeelding|model|overzicht|tabel)\b", re.IGNORECASE
)
_CLICK = re.compile(r"\bklik\s(?:\w+\s){0,2}hier\b|\b(?:via|op|zie)\s(?:deze|de|onderstaande)\slink\b", re.IGNORECASE)
_WEB = re.compile(r"https?://|www\.|\b[\w-]+\.(?:nl|com|org|eu|net|example)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\bin\sontwikkeling\b|\bvolgt\b|\bin\svoorbereiding\b|\bwordt\b|\bop\s(?:aanvraag|school)\b|\binzien\b", re.IGNORECASE
)


def find_dead_references(case: Case) -> Iterator[Finding]:
    for place in case.texts:
        yield from _attachments(place, case)
        yield from _figures(place, case)
        yield from _clicks(place)
    yield from _documents(case)


def _attachments(place: Text, case: Case) -> Iterator[Finding]:
    titles = " ".join(str(chapter.get("title") or "") for chapter in case.values.get("own_chapters") or ()).lower()
    for match in _ATTACHMENT.finditer(place.text):
        named = f"bijlage {match['number'] or ''}".strip().lower()
        if named in titles:
            continue
        message = say("De tekst verwijst naar een bijlage die niet bij dit profiel zit. Schrijf de inhoud hier, of maak er een link van.")
        yield _finding("attachment_missing", message, place, match)


def _figures(place: Text, case: Case) -> Iterator[Finding]:
    match = _FIGURE.search(place.text)
    if not match or place.block.id != "support_structure":
        return
    if case.values.get("support_scheme") or case.values.get("support_levels"):
        return
    message = say("De tekst verwijst naar een schema dat er niet bij staat. Voeg het schema toe, met een beschrijving in woorden.")
    yield _finding("figure_missing", message, place, match)


def _clicks(place: Text) -> Iterator[Finding]:
    match = _CLICK.search(place.text)
    if match and place.block.kind is not BlockKind.FACTS and not _WEB.search(place.text[match.start() : match.end() + 120]):
        message = say(
            "Hier staat een verwijzing naar een link, maar het adres staat er niet. Op papier werkt die niet. Schrijf het adres uit."
        )
        yield _finding("link_missing", message, place, match)


def _documents(case: Case) -> Iterator[Finding]:
    for number, document in enumerate(case.values.get("related_documents") or ()):
        label, url = document.get("label") or "", document.get("url")
        if label and not url and not _TO_COME.search(label) and not _WEB.search(label):
            message = say(
                "Bij ‘{label}’ staat geen adres, dus niemand kan erheen. Vul het webadres in, of schrijf waar het te vinden is.",
                label=label[:60],
            )
            path = f"related_documents[{number}].url"
            yield Finding("document_link_missing", path, Severity.INFO, message, Source.WORKING_REFERENCE.value, label)


def _finding(code: str, message: str, place: Text, match: re.Match[str]) -> Finding:
    return Finding(code, place.path, Severity.INFO, message, Source.WORKING_REFERENCE.value, match.group(), match.start(), match.end())
