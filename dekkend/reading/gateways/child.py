"""What does the process do that reads one document?

It takes no more time, memory, open files or written files than a document needs, sends one line of JSON, and ends.
"""

from __future__ import annotations

import json
import math
import os
import resource
import signal
import socket
import sys
import traceback
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dekkend.profiles.words.template import Template

OPEN_FILES = 64


@dataclass(frozen=True, slots=True)
class Order:
    """What a child has to do: read the file at `path` as on day `today`, within `seconds` (processor, clock) and `memory` bytes.

    `known` are hashes of the region's own sentences, beside those that come with the form."""

    path: str
    template: str
    limits: dict[str, int]
    seconds: float
    memory: int
    today: str
    known: list[str] = field(default_factory=list)

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"


def form_of(name: str) -> Template:
    """The installed form of this name, or the form in a file that ends in .yaml."""
    templates = import_module("dekkend.profiles.gateways.templates")
    form: Template = templates.template_from(Path(name)) if name.endswith(".yaml") else templates.load_template(name)
    return form


def be_child(order: Order, wire: socket.socket) -> NoReturn:
    """Read one document and end."""
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
    from dekkend.profiles.gateways.hours import hours_in_force
    from dekkend.profiles.gateways.templates import UnknownTemplate
    from dekkend.reading.gateways.intake import Limits, open_document
    from dekkend.reading.gateways.json_shape import reading_to_json
    from dekkend.reading.rules.page_lines import printed_lines
    from dekkend.reading.rules.read import read_document
    from dekkend.reading.words.result import DocumentRefused

    try:
        form = form_of(order.template)
        template = replace(form, fixed_shingles=form.fixed_shingles | frozenset(order.known))
        document = open_document(Path(order.path), limits=Limits(**order.limits))
        reading = read_document(document, template, today=date.fromisoformat(order.today), hours=hours_in_force())
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
