"""How is something drawn from the seed? For each thing a source of its own, so that one thing more changes no other."""

from __future__ import annotations

import random


def chance_for(seed: int, *about: object) -> random.Random:
    """The source of chance for one thing: the same seed and the same words give the same draws, in every process."""
    return random.Random(" ".join(map(str, (seed, *about))))  # noqa: S311  (made-up schools, no secrets)
