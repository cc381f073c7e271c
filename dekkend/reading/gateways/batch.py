"""How do many files get read at once, without one bad file stopping the rest?"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.limits import Limits, limits_in_force
from dekkend.reading.gateways.sandbox import DEFAULT_BOUNDS, Bounds, read_measured
from dekkend.reading.rules.private import private_places, say_places
from dekkend.reading.words.result import DocumentRefused, Reading

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a reading, or a refusal. What it cost (seconds of clock and processor, bytes) is zero for a refused file."""

    path: Path
    reading: Reading | None = None
    refusal: DocumentRefused | None = None
    seconds: float = 0.0
    processor: float = 0.0
    peak: int = 0


def usual_jobs() -> int:
    """As many files at once as this process may use processors."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_many(
    paths: Iterable[Path],
    jobs: int | None = None,
    *,
    template: str = "haaglanden",
    limits: Limits | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> Iterator[Outcome]:
    """Every file, `jobs` at a time, each as soon as it is done. When the caller stops early, what has not begun is not read."""
    limits = limits or limits_in_force()

    def read(path: Path) -> Outcome:
        try:
            measured = read_measured(path, template=template, limits=limits, bounds=bounds)
            places = private_places(measured.lines, measured.reading.profile)
            if places:
                return Outcome(path, refusal=refusals.private_number(say_places(places)))
            return Outcome(path, measured.reading, seconds=measured.seconds, processor=measured.processor, peak=measured.peak)
        except DocumentRefused as refused:
            return Outcome(path, refusal=refused)
        except OSError:
            log.exception("a file could not be given to the reader")
            return Outcome(path, refusal=refusals.crashed())

    pool = ThreadPoolExecutor(max(1, jobs or usual_jobs()), thread_name_prefix="dekkend-read")
    try:
        waiting: list[Future[Outcome]] = [pool.submit(read, path) for path in paths]
        for done in as_completed(waiting):
            yield done.result()
            waiting.remove(done)  # a reading that was handed over need not stay in memory
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
