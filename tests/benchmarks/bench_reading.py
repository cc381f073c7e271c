"""How fast is reading, and how much memory does it take? `python -m tests.benchmarks.bench_reading [--documents 205]`

Prints figures, tests nothing. Beside our reading stands a plain table dump by pdfplumber (its text and its tables, nothing understood) of
the same PDFs in the same run, with as many processes: what reading costs at the least with that library.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dekkend.reading.gateways.batch import read_many, usual_jobs
from dekkend.reading.gateways.sandbox import stop_reading
from tests.benchmarks.documents import make

AIMS = {"txt": 0.05, "docx": 0.15, "pdf": 1.5}
FEW = 20


@dataclass(frozen=True)
class Measure:
    """Seconds of clock and of processor and peak bytes of every document, and the seconds of the whole run."""

    seconds: Sequence[float]
    processor: Sequence[float]
    peaks: Sequence[int]
    whole: float
    failed: int = 0

    @property
    def peak(self) -> float:
        return max(self.peaks) / 1e6


def ours(paths: list[Path], jobs: int) -> Measure:
    began = time.monotonic()
    outcomes = list(read_many(paths, jobs))
    whole = time.monotonic() - began
    stop_reading()
    read = [outcome for outcome in outcomes if outcome.reading]
    return Measure([o.seconds for o in read], [o.processor for o in read], [o.peak for o in read], whole, len(outcomes) - len(read))


def table_dump(paths: list[Path], jobs: int) -> Measure:
    began = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        results = pool.map(_dump, map(str, paths), chunksize=1)
    seconds, processor, peaks = zip(*results, strict=True)
    return Measure(seconds, processor, peaks, time.monotonic() - began)


def _dump(path: str) -> tuple[float, float, int]:
    import pdfplumber

    began, worked = time.monotonic(), time.process_time()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
    return time.monotonic() - began, time.process_time() - worked, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=205, help="how many PDFs in the last run")
    parser.add_argument("--jobs", type=int, default=usual_jobs(), help="how many at once in the last run")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print_figures(Path(folder), arguments.documents, arguments.jobs)


def print_figures(folder: Path, documents: int, jobs: int) -> None:
    say(f"{'one at a time, seconds':<28}{'clock':>8}{'processor':>11}{'aim':>8}{'longest':>9}{'peak MB':>9}")
    for kind, aim in AIMS.items():
        paths = make(folder, kind, FEW)
        tell(f"{kind}, {FEW} documents", aim, ours(paths, 1))
    few = [folder / f"school-{number:03}.pdf" for number in range(1, FEW + 1)]
    tell(f"table dump, {FEW} PDFs", None, table_dump(few, 1))
    paths = make(folder, "pdf", documents)
    say(f"\n{documents} PDFs, {jobs} at once: seconds in all, documents per second, peak MB of one document")
    compare([("dekkend", ours), ("table dump", table_dump)], paths, jobs)


def compare(readers: Iterable[tuple[str, Callable[[list[Path], int], Measure]]], paths: list[Path], jobs: int) -> None:
    measured = {name: read(paths, jobs) for name, read in readers}
    for name, measure in measured.items():
        say(f"{name:<28}{measure.whole:>10.1f}{len(paths) / measure.whole:>8.1f}{measure.peak:>10.0f}   not read: {measure.failed}")
    one, other = (measure.whole for measure in measured.values())
    say(f"{'dekkend / table dump':<28}{one / other:>10.2f} times the time (aim: 180 s for 205 documents on 2 processors, under 500 MB)")


def tell(name: str, aim: float | None, measure: Measure) -> None:
    goal = f"{aim:>8.2f}" if aim else " " * 8
    clock, processor = statistics.median(measure.seconds), statistics.median(measure.processor)
    say(f"{name:<28}{clock:>8.3f}{processor:>11.3f}{goal}{max(measure.seconds):>9.3f}{measure.peak:>9.0f}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
