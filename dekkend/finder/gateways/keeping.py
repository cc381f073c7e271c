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


def kept(cookie: str) -> dict[str, Asked]:
    """The questions in this cookie by number, the newest last; none when it is too old, broken or of someone else."""
    if not cookie or len(cookie) > LARGEST + 300:
        return {}
    try:
        stored = json.loads(cipher().decrypt(cookie.encode(), ttl=LASTS))
        return {slot: asked_of(row) for slot, row in stored}
    except (InvalidToken, ValueError, TypeError, KeyError):
        return {}


def keep(cookie: str, asked: Asked) -> tuple[str, str]:
    """The number of this question, and the cookie with it in; the oldest makes room."""
    slot = secrets.token_hex(4)
    questions = [*kept(cookie).items(), (slot, asked)][-MOST:]
    while len(made := encrypted(questions)) > LARGEST and len(questions) > 1:
        questions = questions[1:]
    return slot, made


def encrypted(questions: list[tuple[str, Asked]]) -> str:
    rows = [[slot, row_of(asked)] for slot, asked in questions]
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
