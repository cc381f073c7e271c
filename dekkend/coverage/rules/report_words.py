"""How are figures written in a document, in Dutch?"""

from __future__ import annotations

from dekkend.coverage.rules.listed import percent
from dekkend.kernel.sentences import say


def thousands(value: int) -> str:
    """1.008."""
    return f"{value:,}".replace(",", ".")


def percents(share: float | None) -> str:
    """ "85%"; nothing is counted where no children are."""
    found = percent(share)
    return say("niet geteld") if found is None else f"{found}%"


def decimal(km: float) -> str:
    """ "3,1" kilometres."""
    return f"{km:.1f}".replace(".", ",")


def kilometres(km: float) -> str:
    """ "3,1 km"."""
    return f"{decimal(km)} km"
