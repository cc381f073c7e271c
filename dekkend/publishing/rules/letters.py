"""Which signs in a text are no letters for any file: control signs, halves of signs, and the bullets of an old font?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from dekkend.publishing.words.paper import Paper

BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0FC, 0xF0D8, 0xF076, 0xF0A8), "•")  # as Word keeps the signs of Symbol and Wingdings
LINES = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
NO_TEXT = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
ADDRESSES = ("file", "link")


def in_letters(text: str) -> str:
    """The text without what no file may hold; every letter of every script stays."""
    if text.isascii() and text.isprintable():
        return text
    return NO_TEXT.sub("", text.replace("\r\n", "\n").translate(BULLETS | LINES))


def retold(paper: Paper, say: Callable[[str], str]) -> Paper:
    """The same document with each text as `say` gives it back. What a part points at (a file, an address) stays as it is."""
    told: Paper = _retold(paper, say)
    return told


def _retold(thing: Any, say: Callable[[str], str]) -> Any:
    if isinstance(thing, str):
        return say(thing)
    if isinstance(thing, tuple):
        return tuple(_retold(each, say) for each in thing)
    if not is_dataclass(thing):
        return thing
    told = {field.name: getattr(thing, field.name) for field in fields(thing)}
    return type(thing)(**{name: value if name in ADDRESSES else _retold(value, say) for name, value in told.items()})  # type: ignore[misc]
