"""How is a scenario called that a plan becomes, and when are two names the same?"""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.kernel.sentences import say
from dekkend.planning.rules.telling import euros, kinds_in_words
from dekkend.planning.words.asking import Asked, Way


def name_of(asked: Asked, labels: Mapping[str, str]) -> str:
    """After what was asked, short enough for a list. `labels` by code."""
    kinds = kinds_in_words(asked.codes, labels)
    if asked.way is Way.EUROS:
        return say("Plan met {money} voor {kinds}", money=euros(asked.number * 100), kinds=kinds)
    if asked.way is Way.SHARE:
        return say("Plan om {share}% te dekken met {kinds}", share=asked.number, kinds=kinds)
    return say("Plan met {count} keer erbij voor {kinds}", count=asked.number, kinds=kinds)


def same_name(one: str, other: str) -> bool:
    """Capitals do not tell two names apart."""
    return one.casefold() == other.casefold()
