"""Is the machine itself fit: Python, clock, fonts?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import connection

from dekkend.config.doctor.words import Finding, good, problem, warning

OLDEST_PYTHON = (3, 11)
MOST_DRIFT = 5.0  # seconds between this clock and that of the database
BUILT_AFTER = datetime(2026, 11, 1, tzinfo=UTC)  # no right clock stands before this version was made


def python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        yield problem(
            "python", f"Python {version} is te oud.", "Dekkend gebruikt delen van Python 3.11.", "Installeer Python 3.11 of nieuwer."
        )
    else:
        yield good("python", f"Python {version} is goed.")


def clock(now: datetime) -> Iterator[Finding]:
    try:
        ZoneInfo(settings.TIME_ZONE)
    except ZoneInfoNotFoundError:
        yield problem(
            "time_zone",
            f"De tijdzone {settings.TIME_ZONE} is op deze machine niet bekend.",
            "Termijnen lopen tot middernacht in Nederland.",
            "Installeer het pakket tzdata.",
        )
    drift = drift_from_database(now)
    if now < BUILT_AFTER or drift > MOST_DRIFT:
        yield problem(
            "clock",
            f"De klok van deze machine staat op {now:%Y-%m-%d %H:%M:%S} UTC en wijkt {drift:.0f} seconden af van de database.",
            "Termijnen en logboek kloppen dan niet, en werk lijkt verloren terwijl het nog loopt.",
            "Zet de klok gelijk, bijvoorbeeld met chrony of systemd-timesyncd.",
        )
    else:
        yield good("clock", "De klok en de tijdzone zijn goed.")


def drift_from_database(now: datetime) -> float:
    """Seconds between this clock and that of PostgreSQL; SQLite has no clock of its own."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (theirs,) = cursor.fetchone()
    return float(abs((datetime.now(UTC) - theirs).total_seconds()))


def fonts() -> Iterator[Finding]:
    """PDFs are drawn with the fonts of the machine."""
    listing = shutil.which("fc-list")
    found = subprocess.run([listing, ":", "family"], capture_output=True, text=True, check=False).stdout if listing else ""  # noqa: S603
    if found.strip():
        yield good("fonts", f"Er zijn {len(set(found.splitlines()))} lettertypen.")
    else:
        yield warning(
            "fonts",
            "Er zijn geen lettertypen gevonden.",
            "Een PDF krijgt dan een ander uiterlijk dan bedoeld.",
            "Installeer de pakketten fontconfig en fonts-liberation.",
        )
