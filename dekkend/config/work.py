"""Which workers run, where, and what happens to work that one of them left behind?"""

from __future__ import annotations


def start_embedded_workers() -> None:
    """Worker threads inside this process, as many as EMBEDDED_WORKERS says."""
