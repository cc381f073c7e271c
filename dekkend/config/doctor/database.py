"""Does the database answer, is it up to date, and does it run with the right switches?"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, connection

from dekkend.audit.gateways import guards as log_guards
from dekkend.config.doctor.words import Finding, good, problem, warning
from dekkend.config.health import database_answers, pending_migrations
from dekkend.profiles.gateways import guards as version_guards

# Switch of SQLite: the values that are right, and why it matters.
SWITCHES = {
    "journal_mode": (("wal", "memory"), "Lezen en schrijven gaan dan niet tegelijk."),
    "foreign_keys": ((1,), "Rijen kunnen dan naar iets wijzen dat er niet is."),
    "synchronous": ((1, 2, 3), "Bij stroomuitval kan dan werk verloren gaan."),
}
OLDEST_POSTGRESQL = 150000  # as the server numbers itself
FEWEST_CONNECTIONS = 20


def reachable() -> Iterator[Finding]:
    try:
        database_answers()
    except DatabaseError as fault:
        yield problem(
            "database",
            f"De database antwoordt niet ({type(fault).__name__}).",
            "Zonder database werkt geen enkel scherm.",
            "Controleer DATABASE_URL, of de server draait, en of deze machine erbij mag.",
        )
    else:
        yield good("database", f"De database antwoordt ({connection.vendor}).")


def migrations() -> Iterator[Finding]:
    pending = pending_migrations()
    if pending:
        yield problem(
            "migrations",
            f"De tabellen zijn niet bijgewerkt: {len(pending)} wijzigingen wachten ({', '.join(pending[:3])}).",
            "Deze versie verwacht ze.",
            "Maak een reservekopie (dekkend backup) en draai dekkend migrate.",
        )
    else:
        yield good("migrations", "De tabellen horen bij deze versie.")


def guards() -> Iterator[Finding]:
    """The triggers that keep the log and the frozen versions as they are."""
    gone = [*log_guards.missing(connection), *version_guards.missing(connection)]
    if gone:
        yield problem(
            "guards",
            f"De database bewaakt niet alles: {len(gone)} regels ontbreken of staan uit ({', '.join(gone)}).",
            "Het logboek of een vastgesteld profiel kan nu ongemerkt worden veranderd.",
            "Zet een reservekopie terug van voordat dit zo was, of vraag de leverancier. Draai daarna dekkend audit_check.",
        )
    else:
        yield good("guards", "De database weigert het logboek en vastgelegde profielen te veranderen.")


def switches() -> Iterator[Finding]:
    yield from (_sqlite() if connection.vendor == "sqlite" else _postgresql())


def _sqlite() -> Iterator[Finding]:
    wrong = [(name, why) for name, (right, why) in SWITCHES.items() if _ask(f"PRAGMA {name}") not in right]
    for name, why in wrong:
        now = "Zet de schakelaars in config/settings/database.py terug en start opnieuw."
        yield problem("sqlite_switch", f"SQLite draait met {name} = {_ask(f'PRAGMA {name}')}.", why, now)
    if not wrong:
        yield good("sqlite_switches", "SQLite draait met de goede schakelaars.")


def _postgresql() -> Iterator[Finding]:
    version = connection.pg_version  # type: ignore[attr-defined]
    if version < OLDEST_POSTGRESQL:
        yield problem(
            "postgresql",
            f"PostgreSQL {version // 10000} is te oud.",
            "Wij toetsen met 15 en nieuwer.",
            "Installeer PostgreSQL 15 of nieuwer.",
        )
    allowed = int(str(_ask("SHOW max_connections")))
    if allowed < FEWEST_CONNECTIONS:
        yield warning(
            "connections",
            f"PostgreSQL staat {allowed} verbindingen toe.",
            "Elk proces houdt er enkele open; daarna krijgen mensen een foutpagina.",
            "Maak max_connections groter dan processen maal DEKKEND_POOL.",
        )
    elif version >= OLDEST_POSTGRESQL:
        yield good("postgresql", f"PostgreSQL {version // 10000} staat {allowed} verbindingen toe.")


def _ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]
