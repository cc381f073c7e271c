"""Which words lead to something that is said first, and what is said?"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dekkend.finder.gateways.stemming import stems
from dekkend.finder.gateways.word_lists import load_small_words, read
from dekkend.finder.rules.tokens import folded_words
from dekkend.finder.rules.vocabulary import vocabulary
from dekkend.finder.words.first import FirstLink, FirstWords
from dekkend.finder.words.understanding import Vocabulary


@lru_cache(maxsize=1)
def load_first_words() -> dict[str, FirstWords]:
    """By name, in the order in which they are said. A malformed file raises at once."""
    return {raw["name"]: first_words(raw) for raw in read("first_words.yaml")["notes"]}


def first_words(raw: dict[str, Any]) -> FirstWords:
    links = tuple(FirstLink(each["to"], {"nl": each["nl"], "en": each["en"]}) for each in raw["links"])
    literally = tuple(folded_words(phrase) for phrase in raw.get("literally", ()))
    return FirstWords(raw["name"], bool(raw.get("urgent")), dict(raw["text"]), links, raw.get("schools", ""), literally)


@lru_cache(maxsize=1)
def words_that_lead() -> Vocabulary:
    """The same reading as of needs, with the name of what is said in the place of a kind of support."""
    notes = read("first_words.yaml")["notes"]
    phrases = [
        (str(words), language, (note["name"],), False) for note in notes for language, all_ in note["words"].items() for words in all_
    ]
    return vocabulary(phrases, load_small_words(), stems)
