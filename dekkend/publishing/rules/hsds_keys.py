"""Under which lasting identifier is a thing known in HSDS?"""

from __future__ import annotations

from uuid import UUID, uuid5

NAMESPACE = UUID("6f0c1a52-6a0e-5f0c-9a51-0f8d7f5d2b71")


def identifier(kind: str, *parts: str) -> str:
    """The UUID of this thing: the same on every day and in every installation."""
    return str(uuid5(NAMESPACE, "/".join((kind, *parts))))
