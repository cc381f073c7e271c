"""How does a question last over going back, renewing and printing, when nothing of it may be stored or stand in an address?

The browser of the person keeps it: one cookie, for these pages only, encrypted, gone when the browser closes and worth nothing after two
hours. The address holds a number that means nothing without that cookie.
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

from dekkend.finder.words.asking import Asked

COOKIE = "dekkend_zoeken"
PATH = "/zoeken/"
LASTS = 2 * 60 * 60  # seconds
MOST = 4  # questions at once: as many tabs
LARGEST = 3800  # bytes, what a browser keeps of one cookie
PURPOSE = b"dekkend finder"
MARK, MOST_MARKS = 6, 30  # hexadecimal signs of the mark of a word that was counted, and words of which that is remembered


def kept(cookie: str) -> dict[str, Asked]:
    """The questions in this cookie by number, the newest last; none when it is too old, broken or of someone else."""
    return opened(cookie)[0]


def first_time(cookie: str, stems: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these stems that this browser did not bring before: one person counts a word once."""
    before = opened(cookie)[1]
    return tuple(stem for stem in stems if mark_of(stem) not in before)


def keep(cookie: str, asked: Asked, stems: tuple[str, ...] = ()) -> tuple[str, str]:
    """The number of this question, and the cookie with it in; the oldest makes room. `stems` were counted, and are not again."""
    slot = secrets.token_hex(4)
    before, counted = opened(cookie)
    questions = [*before.items(), (slot, asked)][-MOST:]
    marks = [*dict.fromkeys([*counted, *map(mark_of, stems)])][-MOST_MARKS:]
    while len(made := encrypted(questions, marks)) > LARGEST and len(questions) > 1:
        questions = questions[1:]
    return slot, made


def opened(cookie: str) -> tuple[dict[str, Asked], tuple[str, ...]]:
    """The questions by number, and the marks of the words that were counted."""
    if not cookie or len(cookie) > LARGEST + 300:
        return {}, ()
    try:
        stored = json.loads(cipher().decrypt(cookie.encode(), ttl=LASTS))
        return {slot: asked_of(row) for slot, row in stored["asked"]}, tuple(stored["counted"])
    except (InvalidToken, ValueError, TypeError, KeyError):
        return {}, ()


def mark_of(stem: str) -> str:
    """So short that it stands for many words; it means nothing outside this cookie."""
    return hmac.digest(PURPOSE, stem.encode(), "sha256").hex()[:MARK]


def encrypted(questions: list[tuple[str, Asked]], marks: list[str]) -> str:
    rows = {"asked": [[slot, row_of(asked)] for slot, asked in questions], "counted": marks}
    return cipher().encrypt(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()).decode()


def row_of(asked: Asked) -> list[Any]:
    return [asked.text, asked.place, asked.chosen, asked.decided, asked.reach]


def asked_of(row: list[Any]) -> Asked:
    text, place, chosen, decided, reach = row
    return Asked(text, place, tuple(tuple(group) for group in chosen), decided, reach)


def cipher() -> MultiFernet:
    """With a key of its own, made of the secret key of the installation."""
    keys = (base64.urlsafe_b64encode(hmac.digest(force_bytes(key), PURPOSE, "sha256")) for key in secret_keys())
    return MultiFernet([Fernet(key) for key in keys])


def secret_keys() -> list[Any]:
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
