"""Which checks are made of an installation, and in which order?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from dekkend.config.doctor import database, log, machine, people, safety, storage, work
from dekkend.config.doctor.words import Finding, Severity

Check = Callable[[], Iterator[Finding]]


def examine(*, now: datetime) -> list[Finding]:
    """Every check of a loaded installation, in the order in which a person would mend things.

    What is in the database is asked only when it answers (a server that does not costs half a minute for each question), and what is in
    the tables only when they are all there: before that, everything would seem to be missing.
    """
    found = [finding for check in without_the_database() for finding in findings_of(check)]
    if says("database", found):
        return found
    found += [finding for check in before_the_tables(now) for finding in findings_of(check)]
    if says("migrations", found):
        return found
    return found + [finding for check in in_the_tables(now) for finding in findings_of(check)]


def says(code: str, found: list[Finding]) -> bool:
    """This problem is among what was found."""
    return any(finding.code == code and finding.severity is Severity.PROBLEM for finding in found)


def without_the_database() -> list[Check]:
    return [
        machine.python,
        machine.fonts,
        safety.unsafe_settings,
        safety.mail,
        safety.contacts,
        storage.place,
        storage.disk,
        storage.private_folder,
        database.reachable,
    ]


def before_the_tables(now: datetime) -> list[Check]:
    return [
        lambda: machine.clock(now),
        database.switches,
        database.migrations,
    ]


def in_the_tables(now: datetime) -> list[Check]:
    return [
        database.guards,
        lambda: work.workers(now),
        lambda: work.queue(now),
        work.mails,
        lambda: people.administrators(now),
        lambda: log.retention(now),
    ]


def findings_of(check: Check) -> list[Finding]:
    """A check that breaks off is a finding too: the doctor itself never does."""
    try:
        return list(check())
    except Exception as fault:
        return [
            Finding(
                "not_checked",
                Severity.WARNING,
                "Eén ding kon niet nagekeken worden.",
                f"Er ging iets mis: {type(fault).__name__}.",
                "Los eerst de andere punten op en draai dekkend doctor daarna opnieuw.",
            )
        ]
