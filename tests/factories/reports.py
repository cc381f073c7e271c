"""How does a test get a report about coverage that was asked for, and is there?"""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.utils import timezone

from dekkend.coverage.models import Report, ReportFile
from dekkend.coverage.words import Question
from dekkend.files.actions import keep
from dekkend.organisations.models import Partnership


def an_asked_report(partnership: Partnership, question: Question | None = None) -> Report:
    """One that is finished, with a PDF and without a Word file, which did not work."""
    now, asks = timezone.now(), question or Question()
    asked = {"question": asks.as_data(), "boards": list(asks.own_boards), "language": "nl", "asked_at": now}
    report = Report.anywhere.create(partnership=partnership, day=timezone.localdate(now), **asked)
    stored = keep(ContentFile(b"%PDF-1.7 verzonnen", name="dekking.pdf"))
    ReportFile.objects.create(report=report, suffix="pdf", file=stored, done_at=now)
    ReportFile.objects.create(report=report, suffix="docx", fault="ValueError", done_at=now)
    return report
