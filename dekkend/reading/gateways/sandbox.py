"""What does a file say, read where it can do no harm: apart, within 10 seconds and 1 GB?"""

from __future__ import annotations

import atexit
import json
import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import dekkend
from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.child import Order
from dekkend.reading.gateways.json_shape import reading_from_json
from dekkend.reading.gateways.limits import Limits, limits_in_force
from dekkend.reading.words.result import DocumentRefused, Reading

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
log = logging.getLogger(__name__)

START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from dekkend.reading.gateways.nursery import main; main()"
LARGEST_RESULT = 64_000_000  # bytes of JSON; a real reading is 100 KB
GRACE = 20.0  # seconds that the nursery may be late before it is given up; it may be loading libraries on a busy machine


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one document may cost: `seconds` of processor and of clock, `memory` in bytes of address space."""

    seconds: float = 10.0
    memory: int = 1_000_000_000


DEFAULT_BOUNDS = Bounds()
PrintedLines = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A reading and what it cost: seconds of clock and of processor, peak memory in bytes (the loaded reader included).

    `lines` is the printed text it was read from, each line as (number, page, text), in order: what a reviewer sees beside the values.
    """

    reading: Reading
    seconds: float
    processor: float
    peak: int
    lines: PrintedLines = ()


def read_file(
    path: Path | str,
    *,
    template: str = "haaglanden",
    limits: Limits | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
    today: date | None = None,
) -> Reading:
    """The file at `path` read in a process of its own, as on day `today` (None: this day). May be called from any thread.
    Without `limits` those of this installation hold.

    Raises DocumentRefused with a Dutch sentence for every failure; beside those of `open_document` its code is too_slow, too_much_memory or
    crashed. The template is trusted: the name of an installed form, or the path of a data file
    that ends in .yaml; LookupError when it is not there.
    """
    return read_measured(path, template=template, limits=limits, bounds=bounds, today=today).reading


def read_measured(
    path: Path | str,
    *,
    template: str = "haaglanden",
    limits: Limits | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
    today: date | None = None,
    known: Iterable[str] = (),
) -> Measured:
    """As `read_file`, with what it cost. `known` are hashes of sentences that count as the region's own, beside those of the form."""
    path = Path(path).absolute()
    if not path.is_file():  # also keeps pipes and devices out, which would wait for ever
        raise refusals.missing()
    day = today or datetime.now(tz=AMSTERDAM).date()
    order = Order(str(path), template, asdict(limits or limits_in_force()), bounds.seconds, bounds.memory, day.isoformat(), sorted(known))
    return _understand(_NURSERY.send(order), bounds)


def start_reading() -> None:
    """Start the reading process now; worth it when there is other work to do before the first file."""
    _NURSERY.start()


def stop_reading() -> None:
    """End the reading process and everything it is reading; the next `read_file` starts a new one."""
    _NURSERY.stop()


def _understand(answer: bytes, bounds: Bounds) -> Measured:
    """The lines of child and nursery as a reading. The child's line counts only when the child ended well."""
    try:
        body, _, last = answer.rstrip(b"\n").rpartition(b"\n")
        end = json.loads(last)
        if end["late"]:
            raise refusals.too_slow(bounds.seconds)
        if not end["clean"]:
            log.warning("a reading process ended badly after %.1f s", end["seconds"])
            raise refusals.crashed()
        result = json.loads(body)
        if "unknown_template" not in result:
            return Measured(_reading(result), end["seconds"], end["processor"], end["peak"], _lines(result))
    except (ValueError, KeyError, TypeError) as cause:
        raise refusals.crashed() from cause
    raise LookupError(result["unknown_template"])


def _lines(result: dict[str, Any]) -> PrintedLines:
    return tuple((int(number), int(page), str(text)) for number, page, text in result.get("lines", ()))


def _reading(result: dict[str, Any]) -> Reading:
    if "refused" in result:
        raise DocumentRefused(*map(str, result["refused"]))
    if "out_of_memory" in result:
        raise refusals.too_much_memory()
    if "fault" in result:
        log.error("the reader failed: %s", result["fault"])
        raise refusals.crashed()
    return reading_from_json(result["reading"])


class _Nursery:
    """The process that forks a child for every document. Started when first needed, and anew when it has ended or this process forked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def send(self, order: Order) -> bytes:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                ours.sendall(order.line())
                self._pass(theirs)
            ours.settimeout(order.seconds + GRACE)
            try:
                return _read_all(ours)
            except OSError:  # the nursery itself hangs
                self.stop()
                return b""

    def _pass(self, wire: socket.socket) -> None:
        with self._lock:
            for attempt in (1, 2):
                try:
                    socket.send_fds(self._running(), [b"\0"], [wire.fileno()])
                    return
                except OSError:
                    self._stop()
                    if attempt == 2:
                        raise

    def _running(self) -> socket.socket:
        if self._control is None:
            self._control, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                    _command(theirs.fileno()), pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, start_new_session=True
                )
        return self._control

    def start(self) -> None:
        with self._lock:
            self._running()

    def stop(self) -> None:
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        control, process = self._control, self._process
        self._control = self._process = None
        if control is None or process is None:
            return
        control.close()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def forget(self) -> None:
        """After a fork: the nursery belongs to the parent, and its lock may have been taken there."""
        self._lock = threading.Lock()
        if self._control is not None:
            self._control.close()
        self._control = self._process = None


def _command(handle: int) -> list[str]:
    """Python without its start-up files: what it may import is said here, and it starts sooner."""
    path = [str(Path(dekkend.__file__).parent.parent), *sys.path]
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", START, json.dumps(path), str(handle)]


def _read_all(wire: socket.socket) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := wire.recv(1 << 16):
        parts.append(part)
        size += len(part)
        if size > LARGEST_RESULT:
            return b""
    return b"".join(parts)


_NURSERY = _Nursery()
atexit.register(stop_reading)
os.register_at_fork(after_in_child=_NURSERY.forget)
