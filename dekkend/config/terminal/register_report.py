"""What does someone at a terminal want to know about lists that were compared with the register?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from dekkend.kernel.dates import say_date
from dekkend.register.rules.telling import told
from dekkend.register.words.bundle import FileKind
from dekkend.register.words.changes import ChangeKind, Target

if TYPE_CHECKING:
    from dekkend.register.actions.comparing import Outcome

EXAMPLES = 5  # differences of one kind that are shown
REFUSED = 10
QUIET = (ChangeKind.NEW, ChangeKind.PUPILS, ChangeKind.OUTLINE, ChangeKind.CHILDREN, ChangeKind.DETAILS)  # counted, without examples


def lines(outcome: Outcome, report: dict[str, Any], *, applied: bool) -> Iterator[str]:
    """The whole report, line by line."""
    yield "Bestanden"
    yield from _files(report)
    yield from _refused(report)
    yield ""
    yield _size(report)
    yield ""
    yield from _differences(outcome, report)
    yield ""
    yield _end(outcome, report, applied=applied)
    yield f"{report['seconds']} seconden, hoogstens {report['megabytes']} MB geheugen."


def _files(report: dict[str, Any]) -> Iterator[str]:
    for file in report["files"]:
        kind = FileKind(file["kind"])
        rows = f", {file['used']} van {file['rows']} rijen" if file["rows"] else ""
        day = f", van {say_date(file['on'])}" if file["on"] else ""
        yield f"  {file['name']}: {kind.label.lower()}{rows}{day}. {file['note']}".rstrip()


def _refused(report: dict[str, Any]) -> Iterator[str]:
    if not report["refused_total"]:
        return
    yield f"{report['refused_total']} rijen zijn niet te gebruiken:"
    for row in report["refused"][:REFUSED]:
        yield f"  {row['file']}, regel {row['line']}: {row['reason']} ({row['text']})"
    if report["refused_total"] > REFUSED:
        yield f"  en nog {report['refused_total'] - REFUSED}; met --json staan ze er allemaal."


def _size(report: dict[str, Any]) -> str:
    place = report["region"] or "Nederland"
    told = f"{place}: {report['sites']} scholen en {report['areas']} postcodegebieden"
    if report["region"]:
        return f"{told}; daaromheen, binnen 10 km, {report['sites_around']} scholen en {report['areas_around']} gebieden."
    unknown = f"van {report['areas_without_region']} gebieden is het samenwerkingsverband niet bekend"
    return f"{told}; {unknown}, van {report['areas_without_point']} de ligging niet."


def _differences(outcome: Outcome, report: dict[str, Any]) -> Iterator[str]:
    if not outcome.differences:
        yield "Geen verschillen met het register."
        return
    for target, counts in report["counted"].items():
        yield f"Verschillen: {Target(target).label.lower()}"
        for kind, count in counts.items():
            yield f"  {ChangeKind(kind).label}: {count}"
            if ChangeKind(kind) not in QUIET:
                yield from _examples(outcome, target, kind)


def _examples(outcome: Outcome, target: str, kind: str) -> Iterator[str]:
    found = (each.difference for each in outcome.differences if each.difference.target == target and each.difference.kind == kind)
    for difference in islice(found, EXAMPLES):
        was, becomes = told(kind, difference.before) or "(leeg)", told(kind, difference.after) or "(leeg)"
        yield f"    {difference.key} {difference.name}: {was} > {becomes}. {difference.why}".rstrip()


def _end(outcome: Outcome, report: dict[str, Any], *, applied: bool) -> str:
    if not outcome.differences:
        return "Er is niets veranderd."
    if not applied:
        return "Er is niets veranderd. Met --apply neemt u de verschillen over."
    left = f" {report['left']} pasten niet meer en zijn blijven liggen." if report["left"] else ""
    return f"{report['applied']} verschillen overgenomen.{left}"
