"""Which page of the docs is drawn from the table of need cards? `python -m tests.architecture.procedures` writes it."""

from __future__ import annotations

from pathlib import Path

from dekkend.needcards.rules.procedure import PROCEDURE, mermaid
from dekkend.needcards.words.cards import SCHOOL, Kind, State

PAGE_OF_CARDS = Path(__file__).resolve().parents[2] / "docs" / "procedures" / "need-card.md"
HEAD = """# A question to other schools (need card)

Made from `dekkend/needcards/rules/procedure.py` by `make docs`; a test compares the two.

- A card never names a child. It is treated as personal data all the same: only coordinators and directors of the school that asks and of
  the schools that were asked can read it, with a second factor, and every reading stands in the log.
- What was sent is never changed; it can be withdrawn. More schools can be asked; no school gets the same card twice.
- A school that was asked answers yes, yes if, no because, or asks something back, and changes its answer as long as the card is open. No
  answer is not known, never no: no step makes a school say no, and a term that passes only reminds people.
- Once a card is closed or withdrawn, the schools that were asked can no longer read it. Seven days later that is final, and the reasons
  of each no go to the signals of the region: code, postcode area, reason. Content goes `DEKKEND_NEED_CARD_WEEKS` weeks after closing.
- Lapse and wipe are done by Dekkend itself: a card that its sender forgot closes as many weeks after its day.

"""
BY_ITSELF = (Kind.LAPSE, Kind.WIPE)


def written_of_cards() -> str:
    rows = [row(Kind(move.code)) for move in PROCEDURE.moves]
    table = ["| from | step | to | who | in the way |", "|---|---|---|---|---|", *rows]
    return HEAD + "```mermaid\n" + mermaid() + "```\n\n" + "\n".join(table) + "\n"


def row(kind: Kind) -> str:
    move = PROCEDURE.move(kind)
    sources = ", ".join(State(source).value for source in move.sources)
    guards = ", ".join(guard.__name__.replace("_", " ") for guard in move.guards)
    who = "Dekkend" if kind in BY_ITSELF else ", ".join(role.label for role in SCHOOL)
    return f"| {sources} | {kind.label} | {move.target} | {who} | {guards} |"
