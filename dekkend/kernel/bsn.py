"""Where does a text hold a number that could be a citizen's number (BSN) or a pupil's number?

Such a number is never stored. Caught: nine digits that pass the 11-test, in one piece or as people space them ("123 456 782",
"1234.56.782"), with a dot, a dash or a space; pupil's numbers (onderwijsnummer: starts with 10, remainder 5); and any eight or nine digits
after a word such as "BSN", whether they pass or not. Not caught: a number without label that was split over lines or unusually spaced,
eight digits without label (company numbers and dates look the same), and what stands in a link address. Left alone, because they are not
about a person: phone numbers (ten digits; or after "tel"), IBANs, amounts, and numbers labelled as KvK, RSIN, btw, bank or invoice.
One in eleven other nine-digit numbers passes the test by chance: that is a false alarm a person has to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r"(?<![\w+])(?<!\d[.,])\d(?:[ \u00a0.\-‑–]?\d){7,40}(?![\w])")
_PART = re.compile(r"(?<!\d)\d{9}(?!\d)|(?<![\d.\-‑–])\d{2,5}(?:[.\-‑–]\d{2,5}){1,3}(?![\d.\-‑–])")
_USUAL_GROUPS = ((3, 3, 3), (4, 2, 3), (2, 2, 2, 3), (2, 3, 4), (5, 4), (4, 5))
_USUAL_SPACED = ((3, 3, 3), (4, 2, 3), (2, 2, 2, 3))
_LABEL = re.compile(
    r"(?:\bbsn\b|burger\s?service\s?n(?:umme)?r|\bsofi|persoons(?:gebonden )?\s?nummer|\bpgn\b|onderwijsnummer)"
    r"[^\d\n]{0,20}$",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:\btel(?:efoon)?(?:nummer)?|\bfax|\bmobiel|\bkvk|kamer van koophandel|\brsin|\bbtw|fiscaal|\biban|rekening(?:nummer)?|\bbank|\bgiro"
    r"|factuur(?:nummer)?|\bisbn|vestigingsnummer|\bbeschikking(?:snummer)?|€|\beur)[^\d\n]{0,12}$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(r"\s?(?:euro|eur\b|,-|€)", re.IGNORECASE)
_MASKED = re.compile(r"https?://\S+|www\.\S+|\b[A-Z]{2}\d\d ?[A-Z]{4} ?\d[\d ]{8,12}\d|(?:\+|\b00)\d{2}[\d \-()]{8,14}")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number at `text[start:end]`; `kind` is "bsn", "pupil" (onderwijsnummer) or "labelled" (called a BSN, but fails the test)."""

    start: int
    end: int
    kind: str


def find_bsn(text: str) -> list[FoundNumber]:
    """All numbers in `text` that must not be stored, in order."""
    masked = _MASKED.sub(lambda match: "x" * len(match.group()), text)
    return [found for run in _RUN.finditer(masked) for found in _in_run(masked, run)]


def passes_eleven_test(digits: str) -> bool:
    """Do these nine digits form a possible BSN (9a + 8b + ... + 2h - i divisible by 11)?"""
    return len(digits) == 9 and digits.strip("0") != "" and _remainder(digits) == 0


def is_pupil_number(digits: str) -> bool:
    """Do these nine digits form a possible onderwijsnummer: start with 10, and remainder 5 in the same sum?"""
    return len(digits) == 9 and digits.startswith("10") and _remainder(digits) == 5


def _in_run(text: str, run: re.Match[str]) -> Iterator[FoundNumber]:
    before = text[max(0, run.start() - 45) : run.start()]
    digits = re.sub(r"\D", "", run.group())
    if _LABEL.search(before) and len(digits) in (8, 9):
        yield FoundNumber(run.start(), run.end(), _kind(digits.zfill(9)) or "labelled")
    elif _OTHER_LABEL.search(before) or _MONEY_AFTER.match(text, run.end()):
        return
    elif len(digits) == 9 and _is_usual(run.group()):
        if kind := _kind(digits):
            yield FoundNumber(run.start(), run.end(), kind)
    else:
        for part in _PART.finditer(text, run.start(), run.end()):
            kind = _kind(re.sub(r"\D", "", part.group()))
            if kind and _is_usual(part.group()) and not _is_decimal(text, part):
                yield FoundNumber(part.start(), part.end(), kind)


def _kind(digits: str) -> str:
    if passes_eleven_test(digits):
        return "bsn"
    return "pupil" if is_pupil_number(digits) else ""


def _is_usual(run: str) -> bool:
    groups = tuple(len(group) for group in re.split(r"\D", run))
    signs = set(re.findall(r"\D", run))
    if len(signs) > 1:
        return False
    return not signs or groups in (_USUAL_SPACED if signs & {" ", "\u00a0"} else _USUAL_GROUPS)


def _is_decimal(text: str, part: re.Match[str]) -> bool:
    return bool(re.search(r"\d\.$", text[max(0, part.start() - 2) : part.start()]))


def _remainder(digits: str) -> int:
    return (sum((9 - place) * int(digit) for place, digit in enumerate(digits[:8])) - int(digits[8])) % 11
