"""What was worked out lately in this process, so that it need not be worked out again? A little, by the name of all that is in it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Found = TypeVar("Found")
_ALL: list[Kept] = []


class Kept:
    """The last so many results, each by a key that says everything it depends on: what changes has another key, nothing goes stale."""

    def __init__(self, most: int) -> None:
        self.most, self.lock = most, threading.Lock()
        self.results: OrderedDict[Hashable, Any] = OrderedDict()
        _ALL.append(self)

    def get(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """The result for this key. Two that ask at once may both make it: that costs time, never a wrong figure."""
        with self.lock:
            if key in self.results:
                self.results.move_to_end(key)
                return self.results[key]
        made = make()
        with self.lock:
            self.results[key] = made
            while len(self.results) > self.most:
                self.results.popitem(last=False)
        return made


def forget() -> None:
    """Let go of everything: for tests, in which databases come and go."""
    for kept in _ALL:
        with kept.lock:
            kept.results.clear()
