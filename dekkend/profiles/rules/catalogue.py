"""What is a choice worth, how is it said to parents, and which kind of support do a school's own words mean?"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata

from dekkend.kernel.sentences import say
from dekkend.profiles.words.catalogue import Catalogue, Suggestion, SupportItem

LEAST_SCORE = 0.5
MOST_SUGGESTIONS = 3
_WHOLE, _WORDS, _COMPOUND, _TYPO = 1.0, 0.9, 0.75, 0.6
_LONG = 5  # letters from which a name may stand inside a longer word, or be misspelt


def offer_level(catalogue: Catalogue, code: str, choice: str | None) -> int | None:
    """0 for not there, from 1 upward for more; None when it was not answered, or when the code is no offer (HGW is quality)."""
    block = catalogue.blocks.get(code.partition(".")[0])
    return block.levels.get(choice) if block and choice is not None else None


def say_offer(catalogue: Catalogue, code: str, choice: str | None) -> str:
    """One B1 sentence for parents: can, cannot, or not known. Raises `KeyError` for a code that is not in the catalogue."""
    item = catalogue.item(code)
    if item is None:
        raise KeyError(code)
    said = catalogue.blocks[item.block].said.get(choice or "")
    if said is None:
        return say("De school heeft niet opgeschreven of {whether}.", whether=item.whether)
    return say(said, can=item.can, cannot=item.cannot, name=item.name)


def suggest_code(text: str, catalogue: Catalogue) -> list[Suggestion]:
    """Kinds of support that the name of an own row or an extra offer may mean, best first, at most three; often none."""
    words = _fold(text[:300])
    if not words:
        return []
    scored = ((max(_score(words, name) for name in _names(item)), item.code) for item in catalogue.items)
    best = sorted(((score, code) for score, code in scored if score >= LEAST_SCORE), reverse=True)
    return [Suggestion(code, round(score, 2)) for score, code in best[:MOST_SUGGESTIONS]]


def _score(words: tuple[str, ...], name: tuple[str, ...]) -> float:
    if words == name:
        return _WHOLE
    longer = min(sum(map(len, name)) / 100, 0.09)  # of two names that fit, the longer says more
    if _stands_in(words, name):
        return _WORDS + longer
    if len(name) > 1 or len(name[0]) < _LONG:
        return 0
    return max(_word_score(word, name[0]) + longer for word in words)


def _stands_in(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(words[at : at + len(name)] == name for at in range(len(words) - len(name) + 1))


def _word_score(word: str, name: str) -> float:
    if word.startswith(name) or (word.endswith(name) and len(word) > len(name) + 2):
        return _COMPOUND
    if len(word) < _LONG or abs(len(word) - len(name)) > 2:
        return 0
    return _TYPO if difflib.SequenceMatcher(None, word, name).ratio() > 0.87 else 0


@functools.lru_cache(maxsize=256)
def _names(item: SupportItem) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(folded for name in (item.label, *item.aliases) if (folded := _fold(name))))


def _fold(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without accents and signs; "expertise" and "specialist" say nothing by themselves."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain) if word not in ("expertise", "extra"))
