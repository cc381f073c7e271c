"""How does background work run beside the web server? `dekkend worker --threads 2`, until it is told to stop."""

from __future__ import annotations

import logging
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dekkend.config.health import pending_migrations
from dekkend.config.work import start_workers

log = logging.getLogger("dekkend.work")
LOOK_EVERY = 0.2  # seconds
PATIENCE = 60.0  # seconds for present jobs; a reading takes 10 at most


class Command(BaseCommand):
    help = (
        "Doe het werk op de achtergrond: documenten lezen, mail versturen, termijnen bewaken. Er mogen er meer draaien, op meer machines."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--threads", type=int, default=2, help="hoeveel taken tegelijk (2)")

    def handle(self, *args: Any, threads: int, **options: Any) -> None:
        if pending_migrations():
            raise CommandError(
                "De tabellen zijn er nog niet of zijn niet bijgewerkt. Draai eerst dekkend migrate, en start dan deze worker."
            )
        asked: list[int] = []  # no Event: set inside a signal while the same thread begins to wait for it, it would block for ever

        def ask(number: int, frame: object) -> None:
            asked.append(number)
            signal.signal(number, signal.SIG_DFL)  # asked twice: at once

        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, ask)
        crew = start_workers(threads)
        log.info("worker started", extra={"count": threads})
        self.stdout.write(f"Worker gestart, {threads} taken tegelijk. Stoppen: Ctrl+C; wat loopt, wordt afgemaakt.")
        self.stdout.flush()
        while not asked:
            time.sleep(LOOK_EVERY)
        crew.stop()
        done = crew.wait(PATIENCE)
        log.info("worker stopped", extra={"state": "finished" if done else "left work behind"})
