"""What stands in our own lists of words, and which version of them is it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from dekkend.finder.gateways.stemming import stems
from dekkend.finder.rules.vocabulary import vocabulary
from dekkend.finder.words.understanding import SmallWords, Vocabulary
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.words.catalogue import Catalogue

DATA = resources.files("dekkend.finder") / "data"
Phrase = tuple[str, str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class WordList:
    """The curated list. `checked` says of each language who read it through and when, "" when nobody besides its makers did."""

    version: str
    on: date
    checked: dict[str, str]
    phrases: tuple[Phrase, ...]


@lru_cache(maxsize=1)
def load_word_list() -> WordList:
    """A malformed file, or a code that is not in the catalogue, raises at once."""
    raw = read("synonyms.yaml")
    known = {item.code for item in load_catalogue().items}
    phrases = tuple(phrase for entry in raw["entries"] for phrase in phrases_of(entry))
    if strange := {code for _, _, codes, _ in phrases for code in codes} - known:
        raise ValueError(f"the word list names what is not in the catalogue: {sorted(strange)}")
    return WordList(str(raw["version"]), raw["date"], raw["checked"], phrases)


def phrases_of(entry: dict[str, Any]) -> list[Phrase]:
    codes, ask = tuple(entry["codes"]), bool(entry.get("ask"))
    return [(str(words), language, codes, ask) for language in ("nl", "en") for words in entry.get(language, ())]


@lru_cache(maxsize=1)
def load_small_words() -> SmallWords:
    raw = read("small_words.yaml")
    both = {name: frozenset(word for words in raw[name].values() for word in words) for name in ("empty", "ordinary")}
    rest = {name: frozenset(words) for name, words in raw.items() if name not in both and name != "version"}
    return SmallWords(**both, **rest)


def of_catalogue(catalogue: Catalogue) -> list[Phrase]:
    """The names of the kinds of support themselves, in both languages, and how people call them elsewhere."""
    found: list[Phrase] = []
    for item in catalogue.items:
        names = [(item.label, "nl"), (item.label_en, "en"), *((alias, "nl") for alias in item.aliases)]
        found += [(words, language, (item.code,), False) for words, language in names]
    return found


@lru_cache(maxsize=4)
def vocabulary_with(learned: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Vocabulary:
    """Catalogue, our list, and what people of this installation added (stem, codes); what comes later wins."""
    added = [(stem, "nl", codes, False) for stem, codes in learned]
    return vocabulary([*of_catalogue(load_catalogue()), *load_word_list().phrases, *added], load_small_words(), stems)


def read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text("utf-8"))
