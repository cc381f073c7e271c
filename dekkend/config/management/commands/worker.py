"""How does background work run beside the web server? `dekkend worker --threads 2`, until it is told to stop."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from dekkend.config.work import start_workers

PATIENCE = 20.0  # seconds; reading one document takes ten at most


class Command(BaseCommand):
    help = "Do background work: read documents that were handed in. Start as many of these as you like."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--threads", type=int, default=2, help="jobs at the same time (default 2)")

    def handle(self, *args: Any, threads: int, **options: Any) -> None:
        asked = threading.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: asked.set())
        workers = start_workers(threads)
        self.stdout.write(f"Worker started, {threads} threads.")
        asked.wait()
        workers.finish(PATIENCE)
