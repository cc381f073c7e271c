"""Is an answer of a school complete, does it still count, and what does a card come to in numbers?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dekkend.kernel.sentences import say
from dekkend.needcards.words.facts import Answered, Tally
from dekkend.needcards.words.replies import NEEDS_TEXT, Reason, Reply


def incomplete(given: Answered) -> dict[str, str]:
    """What is missing in an answer, by field; empty when it is whole."""
    reply = Reply(given.reply)
    if reply is Reply.NONE:
        return {"reply": say("Kies een antwoord.")}
    if reply is Reply.NO and not given.reasons:
        return {"reasons": say("Kies waarom het niet kan. Daarmee ziet de regio wat er ontbreekt.")}
    if reply is Reply.NO and Reason.OTHER.value in given.reasons and not given.text.strip():
        return {"text": say("Schrijf kort op wat het is.")}
    if reply is Reply.YES_IF and not given.text.strip():
        return {"text": say("Schrijf op onder welke voorwaarde het kan.")}
    if reply in NEEDS_TEXT and not given.text.strip():
        return {"text": say("Schrijf op wat u wilt weten.")}
    return {}


def tidy(given: Answered) -> Answered:
    """Only what belongs to this answer: reasons belong to no."""
    reasons = tuple(dict.fromkeys(given.reasons)) if given.reply == Reply.NO.value else ()
    return Answered(given.reply, given.text.strip(), reasons, given.contact.strip())


def tally(replies: Iterable[str]) -> Tally:
    """Counts per answer; "" (no answer) is counted as itself, never as no."""
    counted = Counter(replies)
    return Tally(sum(counted.values()), dict(counted))
