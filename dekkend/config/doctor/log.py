"""Is the log of events looked after: do entries over their term go?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dekkend.audit.queries import retention_last_finished
from dekkend.audit.rules.retention import is_overdue
from dekkend.config.doctor.words import Finding, good, warning


def retention(now: datetime) -> Iterator[Finding]:
    last = retention_last_finished()
    if not is_overdue(last, now=now):
        yield good("retention", "Wat over zijn bewaartermijn is, is uit het logboek verwijderd.")
        return
    yield warning(
        "retention",
        f"De bewaartermijn van het logboek is voor het laatst nagelopen op {last:%d-%m-%Y}."
        if last
        else "De bewaartermijn van het logboek is nog nooit nagelopen.",
        "Gegevens van mensen blijven dan langer staan dan afgesproken.",
        "Een worker doet het elke dag: start dekkend worker. Nu meteen: dekkend audit_expire.",
    )
