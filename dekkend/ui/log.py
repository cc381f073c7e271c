"""What does one line in the log look like? JSON, with the event and its figures; never what a person typed."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

# The figures that our own code may add with `extra=`; anything else is left out on purpose.
KEPT = (
    *("request_id", "route", "method", "status", "person"),
    *("document", "batch", "site", "state", "code", "seconds", "count", "worker", "job", "attempt"),
)
OWN = "dekkend"
MASK = "•"
ADDRESS = re.compile(r"[^\s@<>()\"']+@[^\s@<>()\"']+")
LONGEST_PATH = 200  # lines
LONG_NUMBER = re.compile(r"\d(?:[\s.-]?\d){6,}")


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": event_of(record),
        }
        line |= {name: getattr(record, name) for name in KEPT if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            line["error"] = path_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def event_of(record: logging.LogRecord) -> str:
    """Our own events are fixed words. Libraries fill addresses and values into theirs, so only the words around those are kept."""
    own = record.name == OWN or record.name.startswith(f"{OWN}.")
    return masked(record.getMessage() if own else str(record.msg))


def masked(text: str) -> str:
    """The second net, for what a library wrote into its sentence itself."""
    return LONG_NUMBER.sub(MASK, ADDRESS.sub(MASK, text))


def path_of(fault: BaseException | None) -> list[str]:
    """The kind of each fault and the places it went through. Never its message: databases and parsers quote the value in it."""
    told: list[str] = []
    while fault is not None and len(told) < LONGEST_PATH:
        told.append(f"{type(fault).__module__}.{type(fault).__qualname__}")
        told += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(fault.__traceback__)]
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    return told
