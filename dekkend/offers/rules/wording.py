"""What did a school itself write about an offer: a sentence, a row of a table, or only a cross beside an answer?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.kernel.sentences import say
from dekkend.offers.words import Claim

OWN_ROW = ".own-"  # in the key of a row that the school added itself


@dataclass(frozen=True, slots=True)
class Wording:
    """`text` is literally what stands there, "" for nothing; `row` says a row of a table in words ("Lift: ja"), "" for a sentence.

    `ticked`: the school chose this answer and wrote no words with it.
    """

    text: str
    row: str
    ticked: bool


def wording_of(claim: Claim) -> Wording:
    """How what the school wrote with this answer is shown."""
    text = own_words(claim.key, claim.choice, claim.label, claim.note, claim.quote)
    return Wording(text, row_in_words(text, answer_of(bool(claim.level))), is_ticked(claim.choice, text))


def answer_of(has_it: bool) -> str:
    return say("ja") if has_it else say("nee")


def own_words(key: str, choice: str, label: str, note: str, quote: str) -> str:
    """What the school itself wrote: the line of its own document, its note, and the name that it gave to a row of its own."""
    if quote or not (choice and OWN_ROW in key):
        return quote or note
    return ": ".join(text for text in (label, note) if text)


def is_ticked(choice: str, text: str) -> bool:
    return bool(choice and not text)


def row_in_words(text: str, answer: str) -> str:
    """ "Lift | | X" is a row of a table as it was read: "Lift: ja". Its own words, if any ("Gedrag | Nee |"); "" for a sentence."""
    cells = [cell.strip() for cell in text.split("|")]
    if len(cells) < 2 or not cells[0]:
        return ""
    words = [cell for cell in cells[1:] if len(cell) > 1]
    return f"{cells[0]}: {', '.join(words).lower() if words else answer}"
