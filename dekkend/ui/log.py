"""What does one line in the log look like? JSON, with the event and its figures; never what a person typed."""

import json
import logging
from datetime import UTC, datetime

# The figures that our own code may add with `extra=`; anything else is left out on purpose.
KEPT = ("document", "batch", "site", "state", "code", "seconds", "count", "worker")


class JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= {name: str(getattr(record, name)) for name in KEPT if hasattr(record, name)}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
