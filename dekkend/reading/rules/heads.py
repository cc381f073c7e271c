"""What do the columns of a grid mean in this document: which choices are named above it, and in which order?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, Choice
from dekkend.reading.rules.matching import CLOSE, compact, likeness, same
from dekkend.reading.words.document import Line

_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Head:
    """`order` holds the choice codes from left to right. `why` is filled when a column was named by elimination or by the form's own
    order, and says so in Dutch. `start` and `end` are indices in the given lines (the head is lines[start:end])."""

    order: tuple[str, ...]
    why: str
    start: int
    end: int
    note_first: bool = False  # the note column stands before the answer

    @property
    def sure(self) -> bool:
        return not self.why


def find_head(lines: Sequence[Line], block: Block) -> Head | None:
    """The table head of a grid among lines: a line that opens with one of the block's `heads`, and the lines with only column names
    below it."""
    for at, line in enumerate(lines):
        rest = _after_head(line.text, block)
        if rest is None and _head_in_two_rows(lines, at, block):
            rest = ""
        rest = _broken_head(lines, at, block) if rest is None else rest
        if rest is None:
            continue
        end, texts = at + 1, [rest]
        while end < len(lines) and end < at + 12 and _only_column_words(lines[end].text, block):
            texts.append(lines[end].text)
            end += 1
        while lines[end - 1].blank and end - 1 > at:
            end -= 1
        words = " ".join(texts)
        if _names_a_choice(words, block):
            return replace(_head(words, block, at, end), note_first=_note_first(words, block))
    return None


def _head_in_two_rows(lines: Sequence[Line], at: int, block: Block) -> bool:
    """ "Uitgangspunt HGW | Stand van zaken" with the names of the columns in the row below."""
    if not any(compact(lines[at].text).startswith(compact(head)) for head in block.heads) or len(lines[at].text.split()) > 8:
        return False
    below = [line.text for line in lines[at + 1 : at + 4] if not line.blank]
    return bool(below) and _column_words(below[0], block) and len([c for c in block.choices if _place(" ".join(below), c) is not None]) >= 2


def order_of(cells: Sequence[str], block: Block) -> dict[int, str]:
    """Choice code by cell index for the cells of a real header row."""
    found: dict[int, str] = {}
    for at, text in enumerate(cells):
        choice = named_choice(text, block)
        if choice and choice.code not in found.values():
            found[at] = choice.code
    return found


def named_choice(text: str, block: Block) -> Choice | None:
    """The choice that this text names as a whole."""
    return next((choice for choice in block.choices if text.strip() and same(text, choice.names)), None)


def _after_head(text: str, block: Block) -> str | None:
    """The rest of a line after "Uitgangspunt HGW", or None when the line does not open so."""
    tokens = list(_TOKEN.finditer(text))
    for head in sorted(block.heads, key=len, reverse=True):
        gathered = ""
        for token in tokens[:6]:
            gathered += compact(token.group())
            if gathered == compact(head) or (len(gathered) > 6 and likeness(gathered, compact(head)) >= CLOSE):
                rest = text[token.end() :]
                return rest if not rest.strip() or _mostly_column_words(rest, block) else None
    return None


def _broken_head(lines: Sequence[Line], at: int, block: Block) -> str | None:
    """The rest of a line that opens with the first word of "Betrokken experts" when the other stands below it in a narrow column."""
    words, below = lines[at].text.split(), lines[at + 1].text.split() if at + 1 < len(lines) else []
    if len(words) < 3 or not below:
        return None
    pairs = [head.split() for head in block.heads if len(head.split()) == 2]
    if not any(compact(words[0]) == compact(one) and compact(below[0]) == compact(two) for one, two in pairs):
        return None
    rest = " ".join(words[1:])
    return rest if _column_words(rest, block) and _names_a_choice(rest, block) else None


def _head(words: str, block: Block, start: int, end: int) -> Head:
    places = {choice.code: place for choice in block.choices if (place := _place(words, choice)) is not None}
    missing = [choice for choice in block.choices if choice.code not in places]
    own = tuple(choice.code for choice in block.choices)
    if not missing:
        broken = any(word not in _vocabulary(block) for word in _words(words))
        why = say("een kolomkop is in dit document afgebroken of anders") if broken else ""
        return Head(tuple(sorted(places, key=places.__getitem__)), why, start, end)
    order = tuple(sorted(places, key=places.__getitem__))
    if len(missing) == 1 and order == tuple(code for code in own if code in places) and _spare_words(words, block):
        return Head(own, say("de kolom '{label}' heet in dit document anders", label=missing[0].label), start, end)
    if len(order) >= 2 and not _unused_words(words, order, block):
        return Head(order, "", start, end)
    return Head(own, say("de kolomkoppen zijn niet alle herkend"), start, end)


def _note_first(words: str, block: Block) -> bool:
    letters = compact(words)
    places = [letters.find(compact(name)) for name in (block.note, *block.note_aliases) if name and compact(name) in letters]
    answers = [place for choice in block.choices if (place := _place(words, choice)) is not None]
    return bool(places) and bool(answers) and min(places) < min(answers)


def _place(words: str, choice: Choice) -> int | None:
    """Where a choice is named in the head, as an offset in its compact letters; longer names first. A head of several printed lines
    may have the words of one name apart from each other, in their order, and in narrow columns even broken."""
    letters = compact(words)
    tokens = _tokens(words)
    for name in sorted(choice.names, key=len, reverse=True):
        if compact(name) in letters:
            return letters.find(compact(name))
        spread = _spread_out(tokens, [compact(word) for word in name.split()])
        if spread is not None:
            return spread
    return next((at for token, at in tokens if len(token) >= 4 and compact(choice.label).startswith(token)), None)


def _tokens(words: str) -> list[tuple[str, int]]:
    """The words of the head with their offsets in its compact letters."""
    tokens, at = [], 0
    for word in _words(words):
        tokens.append((word, at))
        at += len(word)
    return tokens


def _words(text: str) -> list[str]:
    return [compact(word) for word in re.split(r"[\s/]+", text) if compact(word)]


def _spread_out(tokens: Sequence[tuple[str, int]], name: Sequence[str]) -> int | None:
    """Offset of the first word of `name` when all its words (two or more) stand in the head in order."""
    wanted = list(name)
    first = None
    for token, at in tokens:
        if len(name) > 1 and wanted and token == wanted[0]:
            first = at if first is None else first
            wanted.pop(0)
    return first if len(name) > 1 and not wanted else None


def _known(word: str, vocabulary: frozenset[str]) -> bool:
    """A word of the column names, or a piece of one where a narrow column broke it."""
    pieces = len(word) >= 2 and any(name != word and (name.startswith(word) or name.endswith(word)) for name in vocabulary)
    return word in vocabulary or pieces


def _names_a_choice(words: str, block: Block) -> bool:
    return any(_place(words, choice) is not None for choice in block.choices)


def _vocabulary(block: Block) -> frozenset[str]:
    names = [name for choice in block.choices for name in choice.names] + [block.note, *block.note_aliases]
    return frozenset(compact(word) for name in names for word in re.split(r"[\s/]+", name) if compact(word))


def _column_words(text: str, block: Block) -> bool:
    words = _words(text)
    return bool(words) and all(_known(word, _vocabulary(block)) for word in words)


def _mostly_column_words(text: str, block: Block) -> bool:
    """More than half of the words are column names: "Expertise gedrag Ja" is a row, not a head."""
    words = _words(text)
    return sum(_known(word, _vocabulary(block)) for word in words) * 2 > len(words)


def repeats_of(lines: Sequence[Line], block: Block) -> list[tuple[int, int]]:
    """Where the head of the table stands again, as (start, end): a line of only its own words, and the lines of column names below it."""
    found, at = [], 0
    while at < len(lines):
        rest = _after_head(lines[at].text, block)
        if rest is None or not rest.strip() or not _column_words(rest, block):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and not lines[end].blank and _only_column_words(lines[end].text, block):
            end += 1
        found.append((at, end))
        at = end
    return found


def _only_column_words(text: str, block: Block) -> bool:
    heads = {compact(word) for head in block.heads for word in head.split()}
    words = _words(text)
    return not words or (
        all(_known(word, _vocabulary(block)) or word in heads for word in words[:1])
        and all(_known(word, _vocabulary(block)) for word in words[1:])
    )


def _unused_words(words: str, order: Sequence[str], block: Block) -> list[str]:
    """Words of the head that name none of the choices found: another column may be hidden in them."""
    names = [name for choice in block.choices if choice.code in order for name in choice.names] + [block.note, *block.note_aliases]
    used = {compact(word) for name in names for word in re.split(r"[\s/]+", name)}
    return [word for word in _words(words) if word not in used]


def _spare_words(words: str, block: Block) -> list[str]:
    return [word for word in _words(words) if not _known(word, _vocabulary(block))]
