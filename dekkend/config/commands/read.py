"""How are documents read from the command line? `dekkend read FILE...`"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dekkend.config.terminal.progress import Bar, Lines, Progress, Silent
from dekkend.config.terminal.quiet import run_quietly
from dekkend.kernel.numbers import whole_number
from dekkend.kernel.settings import WrongSetting

if TYPE_CHECKING:
    from dekkend.config.commands.read_report import Summary
    from dekkend.reading.gateways.batch import Outcome
    from dekkend.reading.gateways.json_files import OutFolder

ABOUT = """Leest documenten (.txt, .docx, .pdf) en zegt per waarde waar het staat en hoe zeker het is.
Een map staat voor alle documenten erin. Een slecht bestand houdt de rest niet op."""
ENDS = "Eindigt met 0: alles is gelezen; 1: een deel niet; 2: niets gelezen, of de opdracht klopt niet."
MOST_JOBS = 64


def add_parser(subparsers: Any) -> None:
    parser = subparsers.add_parser("read", help="lees documenten", description=ABOUT, epilog=ENDS)
    parser.add_argument("files", nargs="+", metavar="BESTAND", type=Path, help="een document of een map")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="JSON op het scherm: één object bij één bestand, anders een lijst")
    shape.add_argument("--table", action="store_true", help="alleen de tabel met wat er gelezen is (zonder --json altijd zo)")
    parser.add_argument("--out", metavar="MAP", type=Path, help="bewaar per document een JSON-bestand in deze map")
    parser.add_argument(
        "--template",
        metavar="FORMULIER",
        default="haaglanden",
        help="het formulier, of een .yaml-bestand met een eigen formulier (standaard: %(default)s)",
    )
    parser.add_argument("--jobs", metavar="AANTAL", type=_jobs, help="zo veel tegelijk (standaard: zo veel als er processors zijn)")


def _jobs(text: str) -> int:
    number = whole_number(text)
    if number is None or not 1 <= number <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"geef een getal van 1 tot en met {MOST_JOBS}")
    return number


def run(arguments: argparse.Namespace) -> int:
    return run_quietly(lambda: _run(arguments))


def _run(arguments: argparse.Namespace) -> int:
    from dekkend.reading.gateways.file_list import find_documents
    from dekkend.reading.gateways.sandbox import start_reading

    files = find_documents(arguments.files)
    if not files:
        return _complain("in deze map staat geen document (.txt, .docx of .pdf)")
    start_reading()
    single = len(arguments.files) == 1 and not arguments.files[0].is_dir()
    try:
        out = _out_folder(arguments.out, files)
    except OSError as fault:
        return _complain(f"de map {arguments.out} is niet te maken ({fault.strerror})")
    try:
        summary = _read_all(arguments, files, out, single)
    except WrongSetting as fault:
        return _complain(str(fault))
    except LookupError:
        return _complain(f"het formulier {arguments.template} is er niet; er zijn: {', '.join(_forms())}")
    return summary.status(single)


def _complain(sentence: str) -> int:
    sys.stderr.write(f"dekkend read: {sentence}\n")
    return 2


def _forms() -> list[str]:
    from dekkend.profiles.gateways.templates import template_names

    return template_names()


def _out_folder(folder: Path | None, files: list[Path]) -> OutFolder | None:
    from dekkend.reading.gateways.json_files import OutFolder

    return OutFolder(folder, files) if folder else None


def _read_all(arguments: argparse.Namespace, files: list[Path], out: OutFolder | None, single: bool) -> Summary:
    from dekkend.config.commands.read_report import JsonList, Summary, add_row, print_summary
    from dekkend.profiles.gateways.hours import hours_in_force
    from dekkend.reading.gateways.batch import read_many

    hours_in_force()  # the reading process asks for it where nobody hears a complaint
    summary = Summary()
    printed = JsonList(sys.stdout, single) if arguments.json else None
    with_progress = _with_progress(read_many(files, arguments.jobs, template=arguments.template), arguments, len(files))
    for outcome in with_progress:
        problem = _keep(outcome, out)
        add_row(summary, outcome, problem)
        if printed:
            printed.add(files.index(outcome.path), outcome)
    if printed:
        printed.end()
    print_summary(summary, files, arguments.json)
    return summary


def _keep(outcome: Outcome, out: OutFolder | None) -> str:
    """Write the file of this outcome; gives what went wrong, or nothing."""
    from dekkend.reading.gateways.json_shape import reading_to_json

    if outcome.reading is None or out is None:
        return ""
    try:
        out.write(outcome.path, reading_to_json(outcome.reading))
    except OSError as fault:
        return f"Gelezen, maar het bewaren is niet gelukt ({fault.strerror}). Controleer de map en de ruimte op de schijf."
    return ""


def _with_progress(outcomes: Iterable[Outcome], arguments: argparse.Namespace, total: int) -> Iterator[Outcome]:
    progress = _progress(arguments, total)
    try:
        for outcome in outcomes:
            progress.step(outcome.path.name, "niet gelezen" if outcome.refusal else "")
            yield outcome
    except BaseException:
        from dekkend.reading.gateways.sandbox import stop_reading

        stop_reading()  # Ctrl-C, a closed pipe: do not wait for what is still being read
        raise
    finally:
        progress.end()


def _progress(arguments: argparse.Namespace, total: int) -> Progress:
    if total < 2:
        return Silent()
    if sys.stderr.isatty():
        return Bar(sys.stderr, total)
    return Silent() if arguments.json else Lines(sys.stderr, total)
