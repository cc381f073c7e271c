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
import os
import selectors
import signal
import socket
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from dekkend.reading.gateways.child import Order, be_child, form_of

FIRST_BYTES = {b"%PDF": "dekkend.reading.gateways.pdf", b"PK\x03\x04": "dekkend.reading.gateways.word"}


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
            order = _take_order(control, children)
            if order is None:
                break
            orders += 1
            if orders > 1 and not warm:
                warm = _warm_up(order.template)  # there are more to come; the first ones are being read meanwhile
        _end_late(children)
        _reap(children)
    for child in children.values():
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)


def _load_reader() -> None:
    for name in (
        "reading.gateways.intake",
        "reading.rules.read",
        "reading.rules.page_lines",
        "reading.gateways.json_shape",
        "profiles.gateways.hours",
    ):
        import_module(f"dekkend.{name}")
    gc.freeze()  # what is loaded now is shared with the children and never collected


def _warm_up(template: str) -> bool:
    with contextlib.suppress(LookupError):
        import_module("dekkend.reading.gateways.warming").warm_up(form_of(template))
    gc.freeze()
    return True


def _patience(children: dict[int, Child]) -> float | None:
    late = [child.deadline for child in children.values() if not child.late]
    return max(0.0, min(late) - time.monotonic()) if late else None


def _take_order(control: socket.socket, children: dict[int, Child]) -> Order | None:
    """Start a child for the next order; None when the client is gone."""
    message, handles, _, _ = socket.recv_fds(control, 1, 1)
    if not message or not handles:
        return None
    wire = socket.socket(fileno=handles[0])
    order = Order(**json.loads(wire.makefile("rb").readline()))
    _prepare(order)
    now = time.monotonic()
    pid = os.fork()
    if pid == 0:
        for handle in (control, *(child.wire for child in children.values())):
            handle.close()  # else another document would seem unfinished as long as this one lasts
        be_child(order, wire)
    children[pid] = Child(pid, wire, now, now + order.seconds)
    return order


def _prepare(order: Order) -> None:
    """Load here, once, what this kind of file needs; a fault is left to the child, which reports it."""
    try:
        form_of(order.template)
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
        processor = usage.ru_utime + usage.ru_stime
        end = {"clean": status == 0, "late": late, "seconds": seconds, "processor": processor, "peak": usage.ru_maxrss * 1024}
        _send(child.wire, b"\n" + json.dumps(end).encode() + b"\n")


def _send(wire: socket.socket, line: bytes) -> None:
    try:
        wire.settimeout(1)
        wire.sendall(line)
    except OSError:
        pass  # the client did not wait
    finally:
        wire.close()


def main() -> None:
    """Started by `sandbox` with the number of the control socket as the last argument."""
    control = socket.socket(fileno=int(sys.argv[-1]))
    serve(control)
