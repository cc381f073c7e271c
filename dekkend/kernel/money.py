"""Which amount in euros does a Dutch text mean?

An amount is a decimal string, as the exchange format has it: "8500", "52172.50". Dutch puts a dot between thousands and a comma before
cents; an amount written otherwise ("8.50"), rounded in words ("circa") or one end of a range is `assumed`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SPACE = r"[ \u00a0\u202f]"
# counts are bounded, so that a page of digits costs no more than a page of words
_NUMBER = rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,3}}(?:,\d\d)?(?![.,]?\d)|\d{{1,12}}(?:[.,]\d{{1,12}}){{0,5}})"
_NO_CENTS = r"\s?[.,](?:[-‐-―−]{1,2}|=)"
_TIMES = r"(?:\s?(?:duizend|miljoen|mln)\b\.?|k\b)"
_AMOUNT = rf"{_NUMBER}(?:{_NO_CENTS})?{_TIMES}?"
_BEFORE = r"(?:€|\beuro?\b|\beur(?=\d))[.:]?\s{0,3}"
_AFTER = r"\s{0,2}(?:€|euro(?:['’]?s)?\b|eur\b)"
_MARKED = re.compile(rf"(?:{_BEFORE}{_AMOUNT}(?:{_AFTER})?|(?<![\w.,-])(?:{_AMOUNT}{_AFTER}|{_NUMBER}{_NO_CENTS}))(?!\d)", re.IGNORECASE)
_BARE = re.compile(rf"{_AMOUNT}", re.IGNORECASE)
_ROUNDED = re.compile(r"(?:\b(?:circa|ca\.?|ongeveer|ruim|bijna|plusminus|maximaal|max\.?)|±)\s*$", re.IGNORECASE)
_ROUNDING = re.compile(r"^(?:(?:circa|ca\.?|ongeveer|ruim|bijna|plusminus)\s+|±\s*)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-‐-―−]|tot|à|a)\s*(?:€\s*)?\d", re.IGNORECASE)
_TIMES_BY = {"duizend": 1000, "k": 1000, "miljoen": 1_000_000, "mln": 1_000_000}
_SHAPES = (
    # (shape, decimal sign, is it Dutch as it should be?)
    (re.compile(r"\d+(?:,\d\d)?"), ",", True),
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d\d)?"), ",", True),
    (re.compile(r"\d+(?:\.\d{3})*,\d"), ",", False),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d\d)?"), ".", False),
    (re.compile(r"\d+\.\d{1,2}"), ".", False),
    (re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+\.\d\d"), ".", False),
)


@dataclass(frozen=True, slots=True)
class ReadMoney:
    """An amount in euros as a decimal string. `assumed` when the writing leaves room for another amount."""

    value: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """An amount in a text, at `text[start:end]`, sign and all."""

    value: str
    start: int
    end: int
    assumed: bool = False


def read_money(text: str) -> ReadMoney | None:
    """The one amount that `text` is, with or without a euro sign; otherwise None."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip(" ;:")
    bare = _ROUNDING.sub("", text).rstrip(".")
    if not (_MARKED.fullmatch(bare) or _BARE.fullmatch(bare)):
        return None
    amount = _amount(bare)
    return amount and ReadMoney(amount.value, amount.assumed or len(bare) < len(text.rstrip(".")))


def find_money(text: str) -> list[FoundMoney]:
    """All amounts in running text that carry a sign: €, EUR, euro, or ",-" for no cents."""
    found = []
    for match in _MARKED.finditer(text):
        amount = None if text[max(0, match.start() - 1) : match.start()] == "-" else _amount(match.group())
        if amount:
            loose = _is_rounded(text, match.start()) or bool(_RANGE.match(text, match.end()))
            found.append(FoundMoney(amount.value, match.start(), match.end(), amount.assumed or loose))
    return found


def is_money(value: str) -> bool:
    """Is this string an amount as the exchange format writes it: "8500" or "52172.50", no more than twelve digits?"""
    return bool(re.fullmatch(r"(?:0|[1-9]\d{0,9})(?:\.\d\d)?", value, re.ASCII))


def say_money(value: str) -> str:
    """The amount as Dutch people write it: "€ 8.500", "€ 106,50"."""
    whole, _, cents = value.partition(".")
    return f"€ {int(whole):,}".replace(",", ".") + (f",{cents}" if cents else "")


def say_euros(value: Decimal) -> str:
    """An amount on the cent, as `say_money` writes it; whole euros without cents."""
    return say_money(f"{value:.2f}".removesuffix(".00"))


def _is_rounded(text: str, start: int) -> bool:
    return bool(_ROUNDED.search(text[max(0, start - 14) : start]))


def _amount(text: str) -> ReadMoney | None:
    number = re.search(_NUMBER, text)
    if not number:
        return None
    digits = re.sub(r"\s", "", number.group())
    for shape, sign, is_dutch in _SHAPES:
        if shape.fullmatch(digits):
            times = re.search(_TIMES, text[number.end() :], re.IGNORECASE)
            return _made(digits, sign, times.group() if times else "", assumed=not is_dutch or " " in number.group() or bool(times))
    return None


def _made(digits: str, decimal_sign: str, times: str, *, assumed: bool) -> ReadMoney | None:
    thousands_sign = "." if decimal_sign == "," else ","
    plain = digits.replace(thousands_sign, "")
    if decimal_sign == ".":
        whole, _, cents = plain.rpartition(".")
        plain = f"{whole.replace('.', '')}.{cents}" if whole else plain
    value = Decimal(plain.replace(",", ".")) * _TIMES_BY.get(times.strip(" .").lower(), 1)
    if value >= 10**10:
        return None
    return ReadMoney(f"{value:.2f}".removesuffix(".00"), assumed)
