"""How do lists of words become something in which a typed sentence is looked up at once?"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from dekkend.finder.rules.tokens import folded, words_in
from dekkend.finder.words.understanding import Entry, SmallWords, Stems, Vocabulary

SHORTEST = 5  # letters from which a word may be misspelt
LONG = 9  # letters from which two faults are allowed


def vocabulary(phrases: Iterable[tuple[str, str, tuple[str, ...], bool]], small: SmallWords, stems: Stems) -> Vocabulary:
    """Of phrases as (words, language, codes, ask). What comes later wins from the same words earlier; phrases without a word fall away."""
    entries: dict[tuple[str, ...], Entry] = {}
    for words, language, codes, ask in phrases:
        keys = keys_of(words, language, small, stems)
        if keys and not (len(keys) == 1 and telling_words(words, small)[0] in small.ordinary):
            entries[tuple(sorted(keys))] = Entry(words, codes, keys, ask)
    single = {plain: entry for entry in entries.values() if len(entry.keys) == 1 and (plain := plain_of(entry, small))}
    rarity = Counter(key for entry in entries.values() for key in set(entry.keys))
    by_key: dict[str, list[Entry]] = {}
    for entry in entries.values():
        by_key.setdefault(min(entry.keys, key=lambda key: (rarity[key], key)), []).append(entry)
    told = repr(sorted((entry.keys, entry.codes, entry.ask) for entry in entries.values()))
    return Vocabulary(
        by_key={key: tuple(found) for key, found in by_key.items()},
        single=single,
        near=near(single),
        small=small,
        stems=stems,
        fingerprint=hashlib.sha256(told.encode()).hexdigest()[:16],
    )


def keys_of(words: str, language: str, small: SmallWords, stems: Stems) -> tuple[str, ...]:
    """The stems of a phrase in its own language. A phrase of small words only keeps them: "SO" is a kind of school."""
    telling = telling_words(words, small)
    return tuple(key for word in telling for key in stems(word) if key.startswith(f"{language}:"))


def telling_words(words: str, small: SmallWords) -> list[str]:
    plain = [folded(word) for word in words_in(words) if word.isalnum()]
    return [word for word in plain if word not in small.empty] or plain


def plain_of(entry: Entry, small: SmallWords) -> str:
    """The one telling word of a phrase of one word, "" when that is a small or an ordinary word."""
    telling = [word for word in telling_words(entry.words, small) if word not in small.ordinary]
    return telling[0] if len(telling) == 1 else ""


def near(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """From each word with a few letters left out to the words it was made of (as in SymSpell: so a fault costs no walk along all words)."""
    found: dict[str, set[str]] = {}
    for word in words:
        for shorter in left_out(word):
            found.setdefault(shorter, set()).add(word)
    return {shorter: tuple(sorted(all_)) for shorter, all_ in found.items()}


def left_out(word: str) -> set[str]:
    """The word itself, and with as many letters left out as it may have faults."""
    made = {word}
    for _ in range(faults_allowed(word)):
        made |= {each[:at] + each[at + 1 :] for each in made for at in range(len(each))}
    return made


def faults_allowed(word: str) -> int:
    return 0 if len(word) < SHORTEST else 1 if len(word) < LONG else 2
