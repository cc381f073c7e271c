"""Where does a document get read, so that a hostile one can hurt nothing?

A small parent process, started once and without threads, loads the reader's libraries and forks one child for every document. The child is
bound in time, memory and files, writes one line of JSON and ends. The parent kills a child that is over time, always by the number of a
child it has not yet reaped, and adds how the child ended. Nothing is unpickled: a child that was taken over can only send wrong JSON.

Wire: the client passes one end of a socket pair over the control socket; on it stand a line with the order, the child's line, and the
parent's last line. When the control socket closes, the parent ends its children and itself.
"""

from __future__ import annotations

import contextlib
import gc
import json
import math
import os
import resource
import selectors
import signal
import socket
import sys
import time
import traceback
from dataclasses import asdict, dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

FIRST_BYTES = {b"%PDF": "dekkend.reading.gateways.pdf", b"PK\x03\x04": "dekkend.reading.gateways.word"}
OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Order:
    """What a child has to do: read the file at `path` as on day `today`, within `seconds` (processor and clock alike) and `memory` bytes."""

    path: str
    template: str
    limits: dict[str, int]
    seconds: float
    memory: int
    today: str

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"


@dataclass(slots=True)
class Child:
    pid: int
    wire: socket.socket
    started: float
    deadline: float
    late: bool = False


def serve(control: socket.socket) -> None:
    """Read documents until the client closes the control socket."""
    children: dict[int, Child] = {}
    bell, ringer = socket.socketpair()
    ringer.settimeout(0)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(ringer.fileno(), warn_on_full_buffer=False)
    waiting = selectors.DefaultSelector()
    waiting.register(control, selectors.EVENT_READ)
    waiting.register(bell, selectors.EVENT_READ)
    _load_reader()
    orders, warm = 0, False
    while True:
        rung = [key.fileobj for key, _ in waiting.select(_patience(children))]
        if bell in rung:
            bell.recv(4096)
        if control in rung:
            if not _take_order(control, children):
                break
            orders += 1
        if orders > 1 and not warm:
            warm = _warm_up()  # there are more to come; the first ones are being read meanwhile
        _end_late(children)
        _reap(children)
    for child in children.values():
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)


def _load_reader() -> None:
    import_module("dekkend.reading.gateways.intake")
    import_module("dekkend.reading.rules.read")
    gc.freeze()  # what is loaded now is shared with the children and never collected


def _warm_up() -> bool:
    """Read an empty form here, so that the words of the form are prepared once and not in every child."""
    from dekkend.profiles.gateways.templates import load_template
    from dekkend.reading.rules.read import read_document
    from dekkend.reading.words.document import Document, Line, Source

    form = load_template()
    texts = [form.title, *(heading for section in form.sections for heading in section.headings)]
    for block in form.blocks():
        texts += [*block.headings, " ".join([*block.heads[:1], *(c.label for c in block.choices)]), *(row.label for row in block.rows)]
    lines = tuple(Line(f"{text} ", number) for number, text in enumerate(texts, 1))
    with contextlib.suppress(Exception):
        read_document(Document(Source("", "", "text/plain"), "text", lines), form)
    gc.freeze()
    return True


def _patience(children: dict[int, Child]) -> float | None:
    late = [child.deadline for child in children.values() if not child.late]
    return max(0.0, min(late) - time.monotonic()) if late else None


def _take_order(control: socket.socket, children: dict[int, Child]) -> bool:
    """Start a child for the next order; False when the client is gone."""
    message, handles, _, _ = socket.recv_fds(control, 1, 1)
    if not message or not handles:
        return False
    wire = socket.socket(fileno=handles[0])
    order = Order(**json.loads(wire.makefile("rb").readline()))
    _prepare(order)
    now = time.monotonic()
    pid = os.fork()
    if pid == 0:
        for handle in (control, *(child.wire for child in children.values())):
            handle.close()  # else another document would seem unfinished as long as this one lasts
        _be_child(order, wire)
    children[pid] = Child(pid, wire, now, now + order.seconds)
    return True


def _prepare(order: Order) -> None:
    """Load here, once, what this kind of file needs; a fault is left to the child, which reports it."""
    try:
        import_module("dekkend.profiles.gateways.templates").load_template(order.template)
        with Path(order.path).open("rb") as file:
            module = FIRST_BYTES.get(file.read(4))
        if module and module not in sys.modules:
            import_module(module)
            gc.freeze()
    except Exception:
        return


def _end_late(children: dict[int, Child]) -> None:
    for child in children.values():
        if not child.late and time.monotonic() >= child.deadline:
            os.kill(child.pid, signal.SIGKILL)
            child.late = True


def _reap(children: dict[int, Child]) -> None:
    for child in list(children.values()):
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid == 0:
            continue
        del children[child.pid]
        late = child.late or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU)
        seconds = time.monotonic() - child.started
        end = {"clean": status == 0, "late": late, "seconds": seconds, "peak": usage.ru_maxrss * 1024}
        _send(child.wire, b"\n" + json.dumps(end).encode() + b"\n")


def _send(wire: socket.socket, line: bytes) -> None:
    try:
        wire.settimeout(1)
        wire.sendall(line)
    except OSError:
        pass  # the client did not wait
    finally:
        wire.close()


def _be_child(order: Order, wire: socket.socket) -> None:
    """Read one document and end; never returns."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        _bind(order)
        wire.sendall(_line(order))
        status = 0
    finally:
        os._exit(status)  # whatever went wrong, the parent sees it


def _line(order: Order) -> bytes:
    try:
        return json.dumps(_result(order), allow_nan=False).encode() + b"\n"
    except MemoryError:
        return b'{"out_of_memory": true}\n'


def _bind(order: Order) -> None:
    """No more time, memory, open files or written files than a document needs; nothing on the terminal."""
    sys.dont_write_bytecode = True
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    seconds = math.ceil(order.seconds)
    _lower(resource.RLIMIT_CPU, seconds, seconds + 1)  # first a signal that the parent can tell from a crash, then the end
    _lower(resource.RLIMIT_AS, order.memory, order.memory)
    _lower(resource.RLIMIT_FSIZE, 0, 0)
    _lower(resource.RLIMIT_CORE, 0, 0)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)


def _lower(number: int, soft: int, hard: int) -> None:
    allowed = resource.getrlimit(number)[1]
    if allowed != resource.RLIM_INFINITY:
        soft, hard = min(soft, allowed), min(hard, allowed)
    resource.setrlimit(number, (soft, hard))


def _result(order: Order) -> dict[str, Any]:
    from dekkend.profiles.gateways.templates import UnknownTemplate, load_template
    from dekkend.reading.gateways.intake import Limits, open_document
    from dekkend.reading.gateways.json_shape import reading_to_json
    from dekkend.reading.rules.page_lines import printed_lines
    from dekkend.reading.rules.read import read_document
    from dekkend.reading.words.result import DocumentRefused

    try:
        template = load_template(order.template)
        document = open_document(Path(order.path), limits=Limits(**order.limits))
        reading = read_document(document, template, today=date.fromisoformat(order.today))
        return {"reading": reading_to_json(reading), "lines": printed_lines(document)}
    except DocumentRefused as refused:
        if _ran_out_of_memory(refused):
            return {"out_of_memory": True}
        return {"refused": [refused.code, refused.message]}
    except UnknownTemplate:
        return {"unknown_template": order.template}
    except Exception as fault:
        return {"out_of_memory": True} if _ran_out_of_memory(fault) else {"fault": _place(fault)}


def _ran_out_of_memory(fault: BaseException | None) -> bool:
    seen = 0
    while fault is not None and seen < 20:
        if isinstance(fault, MemoryError):
            return True
        fault, seen = fault.__cause__ or fault.__context__, seen + 1
    return False


def _place(fault: Exception) -> str:
    """The kind and place of a fault, without its message: that may hold words of the document."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {Path(last.filename).name}, line {last.lineno}"


def main() -> None:
    """Started by `sandbox` with the number of the control socket as the last argument."""
    control = socket.socket(fileno=int(sys.argv[-1]))
    serve(control)
