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
    yield f"{_many(report['refused_total'], 'rij is', 'rijen zijn')} niet te gebruiken:"
    for row in report["refused"][:REFUSED]:
        yield f"  {row['file']}, regel {row['line']}: {row['reason']} ({row['text']})"
    if report["refused_total"] > REFUSED:
        yield f"  en nog {report['refused_total'] - REFUSED}; met --json staan ze er allemaal."


def _size(report: dict[str, Any]) -> str:
    place = report["region"] or "Nederland"
    areas = ("postcodegebied", "postcodegebieden")
    told = f"{place}: {_many(report['sites'], 'school', 'scholen')} en {_many(report['areas'], *areas)}"
    nowhere = f"van {_many(report['areas_without_point'], *areas)} is de ligging niet bekend"
    if not report["region"]:
        return f"{told}; van {_many(report['areas_without_region'], *areas)} is het samenwerkingsverband niet bekend, {nowhere}."
    around = f"daaromheen, binnen 10 km, {_many(report['sites_around'], 'school', 'scholen')} en {_many(report['areas_around'], *areas)}"
    return f"{told}; {around}{'; ' + nowhere if report['areas_without_point'] else ''}."


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


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
        name = difference.name if difference.name.startswith(difference.key) else f"{difference.key} {difference.name}"
        yield f"    {name}: {was} > {becomes}. {difference.why}".rstrip()


def _end(outcome: Outcome, report: dict[str, Any], *, applied: bool) -> str:
    if not outcome.differences:
        return "Er is niets veranderd."
    held = sum(each.difference.held for each in outcome.differences)
    waits = f" {_many(held, 'wacht', 'wachten')} op een mens: kijk op het scherm Register." if held else ""
    if not applied:
        return f"Er is niets veranderd. Met --apply neemt u de verschillen over.{waits}"
    left = f" {_many(report['left'], 'paste niet meer en is', 'pasten niet meer en zijn')} blijven liggen." if report["left"] else ""
    return f"{_many(report['applied'], 'verschil', 'verschillen')} overgenomen.{left}{waits}"
