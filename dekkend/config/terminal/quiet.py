"""How does a command end when the reader of its output has gone, or someone pressed Ctrl-C? Without a word."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

BROKEN_PIPE = 141  # 128 + the number of the signal, as a shell reports it
INTERRUPTED = 130


def run_quietly(work: Callable[[], int]) -> int:
    """The exit status of `work`."""
    try:
        status = work()
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # what is still in the buffer would complain when Python closes it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
