"""How do people write a date or an amount?"""

from __future__ import annotations

import datetime

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
SHORT = "jan. feb. mrt. apr. mei juni juli aug. sept. okt. nov. dec.".split()  # noqa: SIM905
WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()  # noqa: SIM905


def written_date(value: str, how: str) -> str:
    """A date of any precision ("2023-09-14", "2023-09", "2023") as a Dutch school would write it; a year alone stays a year."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = int(rest[0])
    if len(rest) == 1:
        return f"{rest[0]}-{year}" if how in ("dashes", "iso") and month > 9 else f"{MONTHS[month - 1]} {year}"
    day = int(rest[1])
    weekday = WEEKDAYS[datetime.date(int(year), month, day).weekday()]
    return {
        "dashes": f"{day:02}-{month:02}-{year}",
        "slashes": f"{day}/{month}/{year}",
        "dots": f"{day:02}.{month:02}.{year}",
        "words": f"{day} {MONTHS[month - 1]} {year}",
        "short": f"{day} {SHORT[month - 1]} {year}",
        "weekday": f"{weekday} {day} {MONTHS[month - 1]} {year}",
        "iso": value,
    }[how]


def written_money(value: str, how: str) -> str:
    """A decimal string ("8500", "106.50") as Dutch money. Amounts with cents are always written in full."""
    euros, _, cents = value.partition(".")
    whole = f"{int(euros):,}".replace(",", ".")
    if cents:
        return f"{whole},{cents:0<2} euro" if how == "words" else f"€ {whole},{cents:0<2}"
    return {
        "plain": f"€ {whole}",
        "dash": f"€ {euros},-",
        "decimals": f"€ {whole},00",
        "tight": f"€{whole},-",
        "words": f"{whole} euro",
    }[how]
