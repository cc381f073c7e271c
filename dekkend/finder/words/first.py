"""What is said before anything else when someone types certain words: where there is help now, or where to look instead?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Spoken = Mapping[str, str]  # a text by language


@dataclass(frozen=True, slots=True)
class FirstLink:
    """Where a helpline is reached: an address or a number, and its text by language."""

    to: str
    text: Spoken


@dataclass(frozen=True, slots=True)
class FirstWords:
    """`urgent`: somebody may be in danger. `schools` is the kind of school that is looked for itself, "" for none.

    `literally` are phrases whose words count as they stand next to each other, folded, also words that carry nothing by themselves.
    """

    name: str
    urgent: bool
    text: Spoken
    links: tuple[FirstLink, ...]
    schools: str = ""
    literally: tuple[tuple[str, ...], ...] = ()
