"""How is a text written in a CSV cell so that a spreadsheet never takes it for a formula?"""

from __future__ import annotations

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    return f"'{text}" if text.startswith(DANGEROUS) else text
