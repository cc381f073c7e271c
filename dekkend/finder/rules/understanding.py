"""Which needs stand in a typed sentence? Words that we know, words that look like them, and what we do not know; never a silent guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dekkend.finder.rules.compounds import in_compound
from dekkend.finder.rules.negation import needed
from dekkend.finder.rules.spelling import resembling
from dekkend.finder.rules.tokens import Token, folded, tokens, words_in
from dekkend.finder.words.understanding import Entry, How, Match, Needed, SmallWords, Understood, Vocabulary
from dekkend.kernel.given_names import GIVEN_NAMES

ROOM = 2  # other words that may stand between the words of a phrase
MOST_MEANINGS = 3  # codes that one phrase may stand for before we ask which
MOST_SUGGESTIONS = 3  # words that one misspelt word may be
SHORTEST_UNKNOWN, LONGEST_UNKNOWN = 3, 30  # letters of a stem that is counted
PARTICLES = {"van", "de", "der", "den", "ter", "ten", "te", "el", "al", "het"}  # what stands inside a name
_CALLED = """
heet genaamd naam zoon zoontje dochter dochtertje jongen jongetje meisje kind kindje leerling broer broertje zus zusje kleinzoon
kleindochter juf meester mevrouw meneer called named name son daughter boy girl child brother sister
"""
CALLED = frozenset(_CALLED.split())  # a word after one of these may be a name


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the places of its words."""

    entry: Entry
    at: tuple[int, ...]


def understand(text: str, vocabulary: Vocabulary) -> Understood:
    """What we make of this text. Never raises, whatever was typed."""
    words = tokens(text, vocabulary.small, vocabulary.stems)
    chosen = longest_first([found for found in found_in(words, vocabulary) if not taken_back(found, words, vocabulary)])
    used = {at for found in chosen for at in found.at}
    matches = [(found.at[0], match_of(found, words, used, vocabulary)) for found in chosen if found.entry.codes]
    left = [token for token in words if token.at not in used and tells(token, vocabulary)]
    guesses = [(token.at, match) for token in left for match in guessed(token, words, used, vocabulary)]
    guessed_at = {at for at, _ in guesses}
    unknown = [token for token in left if token.at not in guessed_at]
    told = distinct([match for _, match in sorted(matches + guesses, key=lambda each: each[0])])
    strange = tuple(dict.fromkeys(token.typed for token in unknown))
    return Understood(tuple(told), strange, stems_of(unknown, words, text), left_over(text, told, strange))


def left_over(text: str, told: Sequence[Match], unknown: Sequence[str]) -> tuple[str, ...]:
    """The words of a text that say nothing of a need, so that of every word it is told what became of it."""
    used = {word for match in told for typed in (match.typed, *match.also) for word in typed.split()} | set(unknown)
    return tuple(dict.fromkeys(word for word in words_in(text) if word[0].isalnum() and word not in used))


def found_in(words: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Found]:
    """Every entry whose words all stand close together within one part of the sentence, in any order."""
    for token in words:
        for key in token.stems:
            for entry in vocabulary.by_key.get(key, ()):
                if places := places_of(entry, token, words):
                    yield Found(entry, places)


def places_of(entry: Entry, anchor: Token, words: Sequence[Token]) -> tuple[int, ...]:
    """Where the words of this entry stand around the anchor, () when one is missing. The nearest counts."""
    if len(entry.keys) == 1:
        return (anchor.at,)
    reach = len(entry.keys) + ROOM
    around = [each for each in words[max(0, anchor.at - reach) : anchor.at + reach + 1] if each.part == anchor.part]
    around.sort(key=lambda each: abs(each.at - anchor.at))
    taken: list[int] = []
    for key in entry.keys:
        place = next((each.at for each in around if each.at not in taken and key in each.stems), None)
        if place is None:
            return ()
        taken.append(place)
    return tuple(sorted(taken)) if max(taken) - min(taken) < reach else ()


def longest_first(found: Sequence[Found]) -> list[Found]:
    """Of entries that want the same word the longest, then the one whose words stand closest."""
    chosen: list[Found] = []
    used: set[int] = set()
    for each in sorted(found, key=lambda each: (-len(each.at), each.at[-1] - each.at[0], each.at, each.entry.keys)):
        if used.isdisjoint(each.at):
            chosen.append(each)
            used.update(each.at)
    return sorted(chosen, key=lambda each: each.at)


def taken_back(found: Found, words: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a "not" makes another thing of this phrase, so that the shorter phrase in it counts.

    "Goed lezen" asks for nothing, but "niet goed lezen" does; "niet lezen" asks for help, but "lezen hoeft niet" does not.
    """
    small, first = vocabulary.small, words[found.at[0]]
    if found.entry.codes:
        return any(not_asked(words[at], words, small) for at in found.at)
    before = (each for each in words[: first.at] if each.clause == first.clause)
    return any(each.plain in small.negators for each in before)


def not_asked(word: Token, words: Sequence[Token], small: SmallWords) -> bool:
    """A negator beside a word like "needed" in its own clause."""
    near = words[max(0, word.at - 1) : word.at + 2]
    return word.plain in small.negators and any(each.plain in small.needed and each.clause == word.clause for each in near)


def match_of(found: Found, words: Sequence[Token], used: set[int], vocabulary: Vocabulary) -> Match:
    sure = not found.entry.ask and len(found.entry.codes) <= MOST_MEANINGS
    typed = " ".join(words[at].typed for at in found.at)
    match = Match(typed, found.entry.words, found.entry.codes, sure=sure)
    return turned(match, needed(found.at, words, used, vocabulary.small))


def turned(match: Match, said: Needed) -> Match:
    """As a "not" near it makes it: not needed, or to be asked."""
    unclear = said is Needed.UNCLEAR
    return replace(match, negated=said is Needed.NO, sure=match.sure and not unclear, unclear=unclear)


def tells(token: Token, vocabulary: Vocabulary) -> bool:
    """A word that says something, and that no rule of grammar explains."""
    small = vocabulary.small
    plain = token.plain
    known = any(plain in group for group in small.explained)
    return not known and len(plain) >= SHORTEST_UNKNOWN and any(sign.isalpha() for sign in plain)


def guessed(token: Token, words: Sequence[Token], used: set[int], vocabulary: Vocabulary) -> list[Match]:
    """What an unknown word may be: a compound that holds a word we know, or that word misspelt."""
    said = needed((token.at,), words, used, vocabulary.small)
    if part := in_compound(token.plain, vocabulary):
        entry, sure = part
        sure = sure and not entry.ask and len(entry.codes) <= MOST_MEANINGS
        said = said if said is Needed.YES else Needed.UNCLEAR  # no statement of dyslexia is not: no dyslexia
        return [turned(Match(token.typed, entry.words, entry.codes, How.COMPOUND, sure), said)] if entry.codes else []
    like = [vocabulary.single[word] for word in resembling(token.plain, vocabulary.near)][:MOST_SUGGESTIONS]
    return [turned(Match(token.typed, entry.words, entry.codes, How.SPELLING, sure=False), said) for entry in like if entry.codes]


def distinct(matches: Sequence[Match]) -> list[Match]:
    """The same kinds of support named twice count once: by the words that we are sure of, with the others beside them."""
    found: dict[tuple[tuple[str, ...], bool], Match] = {}
    for match in matches:
        key = (match.codes, match.negated)
        first = found.setdefault(key, match)
        if first is match:
            continue
        best, other = (match, first) if match.sure and not first.sure else (first, match)
        also = dict.fromkeys((*first.also, other.typed))
        found[key] = replace(best, also=tuple(typed for typed in also if typed != best.typed))
    return list(found.values())


def stems_of(unknown: Sequence[Token], words: Sequence[Token], text: str) -> tuple[str, ...]:
    """The Dutch stem that may be counted: one of a question at most, so that no two of them can be laid together again.

    What may be a name is left out: a capital (unless the word is the whole question), a known name, a word after "zoon" or "heet", and
    unknown words next to each other. The longest is counted: it says most.
    """
    named = names_among(unknown, text)
    may = [token for token in unknown if token.plain not in named and (not token.typed[:1].isupper() or len(words) == 1)]
    stems = [key.removeprefix("nl:") for token in may for key in token.stems if key.startswith("nl:")]
    counted = {stem for stem in stems if stem.isalpha() and SHORTEST_UNKNOWN <= len(stem) <= LONGEST_UNKNOWN}
    return tuple(sorted(counted, key=lambda stem: (-len(stem), stem))[:1])


def names_among(unknown: Sequence[Token], text: str) -> frozenset[str]:
    """Which of these words may be (a part of) somebody's name."""
    typed = [word for word in map(folded, words_in(text)) if word not in PARTICLES]
    strange = {token.plain for token in unknown}
    pairs = list(pairwise(typed))
    together = {word for pair in pairs if strange.issuperset(pair) for word in pair}
    called = {after for before, after in pairs if before in CALLED}
    return frozenset(word for word in strange if word in GIVEN_NAMES or word in together or word in called)
