"""Which reports were asked for, what are they about, and how far are they?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from dekkend.coverage.models import Report, ReportFile
from dekkend.coverage.queries.looking import board_names
from dekkend.coverage.rules.telling import number
from dekkend.coverage.words import Question
from dekkend.coverage.words.reports import MadeFile, ReportState
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.catalogue import load_catalogue

PATIENCE = timedelta(minutes=30)  # what is not finished by then never will be: making one takes seconds


def reports_within(scope: Scope) -> QuerySet[Report]:
    """Those that this person may see, the newest first, with their files."""
    found = Report.objects.within(scope).select_related("partnership", "asked_by").prefetch_related("files__file")
    return found.order_by("-pk")


def state_of(report: Report, *, now: datetime) -> ReportState:
    """No query when the files were fetched along."""
    files = tuple(made(each) for each in report.files.all())
    waiting = any(not each.size and not each.failed for each in files)
    return ReportState(files, stuck=waiting and report.asked_at < now - PATIENCE)


def made(each: ReportFile) -> MadeFile:
    if each.file is None or each.file.destroyed_at:
        return MadeFile(each.suffix, failed=bool(each.fault))
    return MadeFile(each.suffix, each.file.size, each.file.sha256)


def running(partnership: Partnership, question: Question, language: str, *, now: datetime) -> Report | None:
    """The same report that is being made now."""
    same = {"question": question.as_data(), "boards": list(question.own_boards), "language": language}
    found = Report.anywhere.filter(partnership=partnership, asked_at__gte=now - PATIENCE, files__done_at=None, **same)
    return found.first()


def open_files(report_id: int) -> list[ReportFile]:
    """The files that still have to be made."""
    return list(ReportFile.objects.filter(report_id=report_id, done_at=None).order_by("pk"))


def report_called(report_id: int) -> Report | None:
    return Report.anywhere.select_related("partnership").filter(pk=report_id).first()


def told(question: Question) -> tuple[tuple[str, str], ...]:
    """What the report is about, as (what, which). One query when a board was chosen."""
    item = load_catalogue().item(question.code)
    boards = ", ".join(board_names(question.boards))
    return (
        (say("Kinderen"), question.municipality or say("alle gemeenten")),
        (say("Soort hulp"), item.label if item else say("alle soorten")),
        (say("Schooljaar"), question.school_year or say("zoals het nu is")),
        (say("Thuisnabij is"), say("zoals ingesteld") if question.radius is None else f"{number(question.radius)} km"),
        (say("Scholen in lijsten"), boards or say("alle besturen")),
    )


def in_short(question: Question) -> str:
    """The same for a list: only what is asked otherwise than usual. No query."""
    item = load_catalogue().item(question.code)
    radius = "" if question.radius is None else f"{number(question.radius)} km"
    asked: Iterable[str] = (question.municipality, item.label if item else "", question.school_year, radius)
    return ", ".join(each for each in asked if each) or say("alles")
