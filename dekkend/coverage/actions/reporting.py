"""How does someone get the report for the ondersteuningsplan: asked for, made in the background, taken, and thrown away in time?

Each step may be done twice: a worker that dies between two steps leaves work that another takes up where it was.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.coverage.actions.laying_down import hold
from dekkend.coverage.gateways.report_files import written
from dekkend.coverage.models import Report, ReportFile
from dekkend.coverage.permissions import may_ask_report
from dekkend.coverage.queries.looking import story_of
from dekkend.coverage.queries.reports import in_short, open_files, report_called, running
from dekkend.coverage.rules.report import Story
from dekkend.coverage.words import Question
from dekkend.coverage.words.reports import SUFFIXES
from dekkend.files.actions import destroy, keep
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope

log = logging.getLogger("dekkend.coverage")


@transaction.atomic
def ask_for_report(
    partnership: Partnership, question: Question, language: str, *, by: Any, scope: Scope, today: date, now: datetime
) -> tuple[Report, bool]:
    """The report that answers this, to be made, and whether it is new: when the same is being made already, that one is given."""
    if not may_ask_report(scope, partnership.pk, question):
        raise PermissionDenied(say("Alleen het samenwerkingsverband en zijn besturen vragen dit rapport."))
    hold(partnership)
    if already := running(partnership, question, language, now=now):
        return already, False
    asked = {"question": question.as_data(), "boards": list(question.own_boards), "language": language}
    report = Report.anywhere.create(partnership=partnership, day=today, asked_by=by, asked_at=now, **asked)
    ReportFile.objects.bulk_create(ReportFile(report=report, suffix=suffix) for suffix in SUFFIXES)
    write_down(Event.REPORT_ASKED, report, {"about": in_short(question)}, by=by, now=now)
    return report, True


def make_files(report_id: int, *, now: datetime) -> None:
    """Make the files of a report, all from one count, and keep them at once: a worker that dies before leaves none, and another one counts
    again for all. A file that cannot be made is noted: the others go on."""
    report = report_called(report_id)
    left = open_files(report_id) if report else []
    if report is None or not left:
        return
    try:
        story = story_of(report.partnership, report.asks, today=report.day)
    except Exception as fault:
        log.exception("a report could not be composed", extra={"report": report_id})
        note_fault(left, fault, now=now)
        return
    keep_files([(each, made(story, each, report)) for each in left], report, now=now)


def made(story: Story, each: ReportFile, report: Report) -> bytes | Exception:
    """The file, or what went wrong."""
    try:
        return written(story, each.suffix, report.language)
    except Exception as fault:
        log.exception("a file of a report could not be made", extra={"report": report.pk, "suffix": each.suffix})
        return fault


@transaction.atomic
def keep_files(files: Sequence[tuple[ReportFile, bytes | Exception]], report: Report, *, now: datetime) -> None:
    """All of them or, when another worker was first, none of them: never files of two counts beside each other."""
    hold(report.partnership)
    if len(open_files(report.pk)) < len(files):
        return
    for each, content in files:
        if isinstance(content, Exception):
            note_fault([each], content, now=now)
        else:
            keep_file(each, content, file_name(report, each.suffix), now=now)


def keep_file(each: ReportFile, content: bytes, name: str, *, now: datetime) -> None:
    stored = keep(ContentFile(content, name=name))
    ReportFile.objects.filter(pk=each.pk).update(file=stored, done_at=now)


def note_fault(files: list[ReportFile], fault: Exception, *, now: datetime) -> None:
    left = ReportFile.objects.filter(pk__in=[each.pk for each in files], done_at=None)
    left.update(fault=type(fault).__name__[:100], done_at=now)


@transaction.atomic
def take_report(report: Report, suffix: str, *, by: Any, now: datetime) -> None:
    """Write down who took the file along."""
    details = {"about": in_short(report.asks), "format": suffix, "day": report.day.isoformat()}
    write_down(Event.REPORT_TAKEN, report, details, by=by, now=now)


@transaction.atomic
def forget_old(*, now: datetime) -> int:
    """Throw away what was asked for longer ago than REPORT_KEPT_DAYS; returns how many. It can be made again at any time."""
    old = list(Report.anywhere.filter(asked_at__lt=now - timedelta(days=settings.REPORT_KEPT_DAYS)).prefetch_related("files__file"))
    for report in old:
        kept = [each.file for each in report.files.all() if each.file]
        report.delete()
        for stored in kept:
            destroy(stored, now=now)
    return len(old)


def file_name(report: Report, suffix: str) -> str:
    return f"dekking-{report.partnership.code}-{report.day.isoformat()}.{suffix}"


def write_down(event: Event, report: Report, details: dict[str, str], *, by: Any, now: datetime) -> None:
    about = Subject(SubjectKind.REGION, str(report.partnership_id), report.partnership.name)
    record(event, actor=by, subject=about, area=Area(report.partnership_id), now=now, details=details)
