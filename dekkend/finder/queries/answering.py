"""What does the finder answer to someone without a screen, such as at a terminal?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dekkend.finder.queries.asked import vocabulary
from dekkend.finder.queries.distance import detour_at
from dekkend.finder.queries.index import index_on
from dekkend.finder.rules.places import spot_of
from dekkend.finder.rules.searching import search
from dekkend.finder.rules.telling import card_of
from dekkend.finder.rules.understanding import understand
from dekkend.finder.words.results import DETOUR, Card, Line, Need, Outcome, Wish
from dekkend.finder.words.understanding import Match
from dekkend.profiles.gateways.catalogue import load_catalogue

Named = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`needs` and `unsure` are typed words with what they may mean; `counts` by outcome. `codes` are those that were searched on."""

    place: str
    rough: bool
    needs: Named
    codes: tuple[tuple[str, ...], ...]
    unsure: Named
    not_needed: tuple[str, ...]
    unknown: tuple[str, ...]
    counts: dict[str, int]
    cards: tuple[Card, ...]
    detour: float = DETOUR

    @property
    def counts_line(self) -> str:
        return ", ".join(f"{outcome.label.lower()}: {self.counts[outcome.value]}" for outcome in Outcome) + "."

    def as_dict(self) -> dict[str, Any]:
        """For a program: codes and outcomes in words that never change, sentences in Dutch."""
        needs = [{"typed": typed, "codes": list(codes)} for (typed, _), codes in zip(self.needs, self.codes, strict=True)]
        return {
            "place": self.place,
            "measured_from_the_middle": self.rough,
            "detour": self.detour,
            "needs": needs,
            "unsure": [{"typed": typed, "may_be": list(labels)} for typed, labels in self.unsure],
            "not_needed": list(self.not_needed),
            "not_understood": list(self.unknown),
            "counts": self.counts,
            "schools": [school(card) for card in self.cards],
        }


def answer(place: str, words: Sequence[str], reach: int | None, most: int, *, today: date) -> Answer:
    """The schools for these needs, each a sentence or a code of the catalogue. Raises UnknownPlace."""
    index, catalogue = index_on(today), load_catalogue()
    matches = [match for text in words for match in read(text)]
    wanted = [match for match in matches if match.sure and not match.negated]
    needs = tuple(Need(match.codes, match.typed) for match in wanted)
    spot = spot_of(place, index.areas, index.places, index.regions)
    detour = detour_at(spot)
    hits = search(index, Wish(needs, spot, reach, detour=detour))
    shown = hits.order[:most].tolist()
    return Answer(
        place=spot.label if spot else "",
        rough=bool(spot and spot.rough),
        needs=tuple((match.typed, labels(match.codes)) for match in wanted),
        codes=tuple(match.codes for match in wanted),
        unsure=tuple((match.typed, match.codes) for match in matches if not match.sure and not match.negated),
        not_needed=tuple(match.typed for match in matches if match.negated),
        unknown=tuple(word for text in words if not catalogue.item(text) for word in understand(text, vocabulary()).unknown),
        counts={outcome.value: hits.counts[outcome] for outcome in Outcome},
        cards=tuple(card_of(index, hits, at, number, needs, catalogue, today) for number, at in enumerate(shown, 1)),
        detour=detour,
    )


def read(text: str) -> Sequence[Match]:
    """A code is itself; anything else is read as a sentence."""
    return (Match(text, text, (text,)),) if load_catalogue().item(text) else understand(text, vocabulary()).matches


def labels(codes: Sequence[str]) -> tuple[str, ...]:
    catalogue = load_catalogue()
    return tuple(item.label for code in codes if (item := catalogue.item(code)))


def school(card: Card) -> dict[str, Any]:
    return {
        "brin6": card.brin6,
        "name": card.name,
        "place": card.place,
        "kind": card.kind,
        "before_admission": card.condition.sentence or None,
        "outcome": card.outcome.value if card.outcome else None,
        "km": None if card.km is None else round(card.km, 2),
        "closes_on": card.closes_on.isoformat() if card.closes_on else None,
        "reasons": [line_of(line) for line in card.lines],
        "ask": card.ask or None,
    }


def line_of(line: Line) -> dict[str, Any]:
    """One need with the kind of support that decides; `beside` are the others, when none of them answers it."""
    return kind_of(line) | {"beside": [kind_of(each) for each in line.beside]}


def kind_of(line: Line) -> dict[str, Any]:
    return {
        "code": line.code,
        "answer": line.sign,
        "sentence": line.sentence,
        "school_says": line.text or None,
        "ticked": line.ticked,
        "school_year": line.year or None,
        "confirmed_on": line.confirmed_on.isoformat() if line.confirmed_on else None,
        "today": line.different or None,
        "ask": line.ask or None,
    }
