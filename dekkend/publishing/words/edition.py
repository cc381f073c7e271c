"""What does a document need to know beside the values: whose, which year, which version?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dekkend.profiles.words.school_page import Now


@dataclass(frozen=True, slots=True)
class Year:
    """The public profile of a site in one school year: its values as everyone may know them, in the form with this name.

    `left_out` are the paths of which a piece is not shown.
    """

    school_year: str
    template: str
    values: Mapping[str, Any]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of one site's profile, ready to be printed.

    `values` are those of `dekkend-profile/1`. `fingerprint` is the SHA-256 of the whole version and `address` where it stays; both are ""
    for a text that was not adopted. `fixed` are the region's own paragraphs by section of the form. `on` is the day it was made public,
    or the day that its printer says it is (YYYY-MM-DD). `years` are the site's public profiles, newest first, this one included;
    `standing` is what was kept with the answers of before them (profiles/rules/standing.py).
    """

    school: str
    school_year: str
    values: Mapping[str, Any]
    on: str
    site: str = ""  # BRIN6
    number: int = 0
    fingerprint: str = ""
    address: str = ""
    region: str = ""
    board: str = ""
    fixed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confirmed_on: str = ""  # the oldest of the days on which the school last said that a part of its offer is so; "" when none is known
    confirmed_until: str = ""  # the newest of those days
    unconfirmed: int = 0  # of how many parts no such day is known
    voices: str = ""  # how pupils were heard and what that changed (WPO 13b)
    voices_on: str = ""  # the day on which they were heard
    support_point: str = ""  # name and address of the region's ouder- en jeugdsteunpunt
    years: tuple[Year, ...] = ()
    standing: Mapping[str, Any] = field(default_factory=dict)
    now: Mapping[str, Now] = field(default_factory=dict)  # by path of a row: what is different from it today
    today: str = ""  # the day on which someone asks for the document: of that day are the terms of the law; "" is `on`
