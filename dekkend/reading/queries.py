"""Which documents are there for this person, how far is a batch, what was answered?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.permissions import sites_to_fill
from dekkend.profiles.words.roles import EDITORS
from dekkend.reading.models import Decision, SourceDocument, UploadBatch
from dekkend.reading.rules.site_match import Candidate, Match, suggest_sites
from dekkend.reading.words.states import KNOWN, UNFINISHED, State

# What a list needs; the reading and the printed lines of 205 documents together are large.
HEAVY = ("reading", "lines")


def known_document(partnership: Partnership, sha256: str) -> SourceDocument | None:
    """The document with these very bytes that this region already has, unless it was refused."""
    states = [state.value for state in KNOWN]
    return SourceDocument.anywhere.filter(partnership=partnership, sha256=sha256, state__in=states).defer(*HEAVY).first()


def documents_within(scope: Scope) -> QuerySet[SourceDocument]:
    """Newest first, light, with how many questions were answered in `answered`."""
    documents = SourceDocument.objects.within(scope.only(*EDITORS)).defer(*HEAVY).select_related("site")
    standing = Decision.objects.filter(document=OuterRef("pk"), undone_at__isnull=True).order_by().values("document")
    answered = Coalesce(Subquery(standing.annotate(number=Count("pk")).values("number")), 0)
    return documents.annotate(answered=answered).order_by("-batch__uploaded_at", "pk")


def batch_within(scope: Scope, batch_id: int) -> UploadBatch | None:
    return UploadBatch.objects.within(scope.only(*EDITORS)).filter(pk=batch_id).first()


def document_within(scope: Scope, document_id: int) -> SourceDocument | None:
    return SourceDocument.objects.within(scope.only(*EDITORS)).filter(pk=document_id).select_related("file", "site", "draft").first()


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is, in documents."""

    total: int
    unfinished: int
    read: int
    refused: int

    @property
    def done(self) -> int:
        return self.total - self.unfinished


def progress_of(documents: list[SourceDocument]) -> BatchProgress:
    states = [document.status for document in documents]
    return BatchProgress(
        total=len(states),
        unfinished=sum(state in UNFINISHED for state in states),
        read=sum(state in (State.READ, State.ACCEPTED) for state in states),
        refused=sum(state in (State.REFUSED, State.QUARANTINED) for state in states),
    )


def certainty_of(documents: list[SourceDocument]) -> dict[str, int]:
    """How many of the values that were read are certain, likely and unsure, of all documents together."""
    return {code: sum(document.counts.get(code, 0) for document in documents) for code in ("certain", "likely", "unsure")}


def standing_decisions(document: SourceDocument) -> dict[str, Decision]:
    """Per path the answer that counts now, in the order in which they were given."""
    standing = document.decisions.filter(undone_at__isnull=True).select_related("made_by").order_by("pk")
    return {decision.path: decision for decision in standing}


def site_suggestions(scope: Scope, document: SourceDocument) -> list[tuple[Candidate, Match]]:
    """The sites that this document may be about, best first."""
    sites = sites_to_fill(scope).filter(partnership_id=document.partnership_id)
    candidates = [Candidate(site.pk, site.name, site.street, site.house_number, site.postcode, site.place) for site in sites]
    by_id = {candidate.id: candidate for candidate in candidates}
    school = (document.as_reading().profile["values"].get("school")) or {}
    return [(by_id[match.id], match) for match in suggest_sites(school.get("name"), school.get("address"), candidates)]
