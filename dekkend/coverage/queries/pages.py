"""At which address stands the version with the sentence behind a figure?"""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from dekkend.coverage.queries.shown import numbers_of
from dekkend.coverage.words import Coverage, Evidence


def pages_of(coverage: Coverage, code: str) -> Callable[[Evidence], str]:
    """The address of each version behind this kind, "" for a school without a public profile. One query."""
    column = coverage.column(code)
    versions = {offer.version_id for (_, at), offers in coverage.marks.offers.items() if at == column for offer in offers}
    numbers = numbers_of(versions) if versions else {}

    def page(evidence: Evidence) -> str:
        number = next((numbers[offer.version_id] for offer in evidence.offers if offer.version_id in numbers), None)
        return reverse("profiles:version", args=[evidence.site.brin6, evidence.school_year, number]) if number else ""

    return page
