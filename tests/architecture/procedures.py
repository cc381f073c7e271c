"""`python -m tests.architecture.procedures` writes the pages of docs/procedures from the tables of the procedures."""

from __future__ import annotations

from pathlib import Path

from dekkend.adoption.rules.procedure import PROCEDURE, mermaid
from dekkend.adoption.words.procedure import ABOUT, Kind, State
from tests.architecture.procedure_of_cards import PAGE_OF_CARDS, written_of_cards

PAGE = Path(__file__).resolve().parents[2] / "docs" / "procedures" / "adoption.md"
HEAD = """# Adopting the yearly offer

Made from `dekkend/adoption/rules/procedure.py` by `make docs`; a test compares the two. Both regimes run this table: before 1 August 2025
(`law/values/adoption.yaml`) the step with the pupils does not exist. A step may be written down afterwards, never in the future.

- Each step points at one frozen version. The first step freezes the draft; a return or a correction opens a new draft from that version
  and begins a new round. What happened stays with the version it was about.
- Pupils are heard once per school year: after a return the advice can be asked at once.
- A board departs when it goes on after a negative advice, or does not wholly follow a remark. Then a talk comes before the decision.
- Passing a term changes nothing by itself; people are reminded.

"""


def written() -> str:
    rows = [row(Kind(move.code)) for move in PROCEDURE.moves]
    table = ["| from | step | to | who | in the way |", "|---|---|---|---|---|", *rows]
    return HEAD + "```mermaid\n" + mermaid() + "```\n\n" + "\n".join(table) + "\n"


def row(kind: Kind) -> str:
    move = PROCEDURE.move(kind)
    sources = ", ".join(State(source).value for source in move.sources)
    guards = ", ".join(guard.__name__.replace("_", " ") for guard in move.guards)
    return f"| {sources} | {kind.label} | {move.target} | {', '.join(role.label for role in ABOUT[kind].roles)} | {guards} |"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
    PAGE_OF_CARDS.write_text(written_of_cards(), encoding="utf-8")
