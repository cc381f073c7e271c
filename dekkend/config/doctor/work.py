"""Is there someone to do the background work, and does it keep up?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from dekkend.config.doctor.words import Finding, good, problem, warning
from dekkend.notices.queries import stuck_mails
from dekkend.work.queries import living_workers, oldest_wait, overview

LONGEST_WAIT = timedelta(minutes=5)


def workers(now: datetime) -> Iterator[Finding]:
    alive = living_workers(now=now)
    waits = oldest_wait(now=now)
    if alive:
        yield good("worker", f"Er werken {len(alive)} workers op de achtergrond.")
        return
    say = problem if waits and waits > LONGEST_WAIT else warning
    yield say(
        "worker",
        "Er werkt geen worker op de achtergrond.",
        "Documenten die worden ingeleverd, blijven wachten.",
        "Start dekkend worker (in een demo doet dekkend serve dat zelf).",
    )


def queue(now: datetime) -> Iterator[Finding]:
    seen = overview(now=now)
    if seen.oldest and seen.oldest > LONGEST_WAIT:
        yield problem(
            "queue",
            f"De eerste taak in de rij wacht al {seen.oldest.total_seconds() / 60:.0f} minuten.",
            "Mensen wachten op wat zij inleverden.",
            "Start meer workers: dekkend worker --threads 2, op deze of een andere machine.",
        )
    else:
        yield good("queue", f"Er wachten {seen.waiting} taken.")
    if seen.failed:
        yield warning(
            "failed_jobs",
            f"{seen.failed} taken zijn mislukt.",
            "Wat zij moesten doen, is niet gebeurd.",
            "Een beheerder ziet ze op het scherm Taken en kan ze opnieuw starten.",
        )


def mails() -> Iterator[Finding]:
    """Mail that will not go out by itself any more."""
    stuck = stuck_mails().count()
    if stuck:
        yield warning(
            "stuck_mails",
            f"{stuck} mails zijn niet verstuurd, of het is niet zeker dat zij verstuurd zijn.",
            "Wie erop wacht, weet van niets.",
            "De beheerder van de regio ziet op het scherm Berichten waarom, en kan ze opnieuw versturen.",
        )
