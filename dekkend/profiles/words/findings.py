"""What is a finding: something in a profile that a person should look at before it is public?

A finding never blocks saving and can be overruled with a reason. It says what, why and what now, and cites its source.
"""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass
from typing import Any


class Severity(enum.StrEnum):
    """How much it matters. SERIOUS: likely against the law or someone's privacy; WARNING: likely wrong; INFO: could be better."""

    SERIOUS = "serious"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `path` is a path of the profile, a block id, or "school_year".

    `start:end` is the place in the value at `path`; 0:0 when the finding is about no piece of it, and then `quote` (if any) is what it
    rests on. `quote` is the text there, with two exceptions: a number that must not be stored has dots for its digits, and of staff
    initials all are named.
    """

    code: str
    path: str
    severity: Severity
    message: str
    source: str
    quote: str = ""
    start: int = 0
    end: int = 0

    @property
    def key(self) -> str:
        """What an overruling is remembered by: it holds as long as the same text stands in the same place."""
        digest = hashlib.sha256(self.quote.encode("utf-8", "replace")).hexdigest()[:12]
        return f"{self.code}:{self.path}:{digest}"

    def as_dict(self) -> dict[str, Any]:
        """The shape in which findings travel as JSON."""
        return {
            "code": self.code,
            "path": self.path,
            "severity": self.severity.value,
            "message": self.message,
            "source": self.source,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
        }


_WPO = "https://wetten.overheid.nl/BWBR0003420/2026-08-01"


class Source(enum.StrEnum):
    """Where a finding rests on: an article with its address, or a rule of ours that docs/findings.md explains."""

    CARE_DUTY = f"WPO artikel 40 lid 3 tot en met 5 ({_WPO}#Artikel40)"
    SCHOOL_GUIDE = f"WPO artikel 13 lid 1 onder c en artikel 13a; artikel 8 lid 5 is vervallen ({_WPO}#Artikel13)"
    SCHOOL_PLAN = f"WPO artikel 12 en 13a: het schoolplan geldt ten hoogste vier jaar ({_WPO}#Artikel13a)"
    COUNCIL_ADVICE = "WMS artikel 11 lid 1 onder r (https://wetten.overheid.nl/BWBR0020685/2025-08-01#Artikel11)"
    BOARD = f"WPO artikel 13 lid 1 onder c: het bevoegd gezag stelt vast ({_WPO}#Artikel13)"
    PERSONAL_DATA = "AVG artikel 5 lid 1 onder c (https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679)"
    CITIZEN_NUMBER = "UAVG artikel 46 (https://wetten.overheid.nl/BWBR0040940/2021-07-01#Artikel46)"
    ARITHMETIC = "Rekenregel: vast bedrag + bedrag per leerling × aantal leerlingen (docs/findings.md#geld)"
    SAME_YEAR = "Regel: bedrag, schooljaar en teldatum horen bij elkaar (docs/findings.md#geld)"
    ORDER_OF_STEPS = "Regel: opstellen, advies van de MR, vaststellen (docs/findings.md#vaststellen)"
    NO_CLASH = "Regel: tekst en tabel zeggen hetzelfde (docs/findings.md#tegenspraak)"
    COMPLETE = "Regel: elke rij is beantwoord (docs/findings.md#leeg)"
    WORKING_REFERENCE = "Regel: een verwijzing komt ergens uit (docs/findings.md#verwijzingen)"
    FORM_TEXT = "Regel: vragen van het formulier horen niet in de tekst (docs/findings.md#formulier)"
    READABILITY = "Leesbaarheidsformule van Flesch en Douma, 1960 (docs/findings.md#leesbaarheid)"
