"""How does the web server start? `dekkend serve`: tables and static files up to date first, then granian."""

from __future__ import annotations

import os
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = "Werk tabellen en vaste bestanden bij en start de webserver."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=os.environ.get("DEKKEND_HOST", "127.0.0.1"), help="op welk adres (127.0.0.1)")
        parser.add_argument("--port", default=os.environ.get("DEKKEND_PORT", "8000"), help="op welke poort (8000)")
        parser.add_argument("--processes", type=int, default=1, help="hoeveel webprocessen op deze machine (1)")

    def handle(self, *args: Any, host: str, port: str, processes: int, **options: Any) -> None:
        refuse_taken(host, port)
        follow(port)
        call_command("migrate", verbosity=0)
        refuse_unsafe(processes)
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write(f"Dekkend: http://{host}:{port}/  (stoppen: Ctrl+C)")
        self.stdout.flush()
        granian = Path(sys.executable).with_name("granian")
        command = [str(granian), "--interface", "wsgi", "--host", host, "--port", port, "--workers", str(processes)]
        command += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning", "--respawn-failed-workers"]
        # Asked to stop while a process is still starting, it would wait for that one for ever.
        command += ["--workers-kill-timeout", "30", "dekkend.config.wsgi:application"]
        os.execv(granian, command)  # noqa: S606  (our own server, fixed arguments)


def follow(port: str) -> None:
    """The address in mails and documents is the one at which this machine listens, as long as nobody gave another."""
    os.environ["DEKKEND_PORT"] = port  # read by the web processes that start next


def refuse_taken(host: str, port: str) -> None:
    """Granian lets others of this user listen at the same place; visitors would get now this installation, then the other."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((place[0], int(port), *place[2:]))  # by its own number: looked up, 70000 became another one
    except (OSError, ValueError, OverflowError) as fault:
        raise CommandError(
            f"Op {host}:{port} kan de webserver niet luisteren: waarschijnlijk draait er al iets. "
            "Stop dat, of kies een andere poort: dekkend serve --port 8001."
        ) from fault


def refuse_unsafe(processes: int) -> None:
    """Several processes may share SQLite on one machine, as `dekkend serve` and `dekkend worker` do: with its write-ahead log, which not
    every disk can keep (a share on another machine cannot), and transactions that wait for each other from their first word."""
    if processes < 1:
        raise CommandError("Geef met --processes een getal van 1 of meer.")
    if processes == 1 or connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
    if mode != "wal":
        raise CommandError(
            f"SQLite draait hier met journal_mode = {mode}; dan is meer dan één proces niet veilig. "
            "Zet DEKKEND_VAR op een schijf van deze machine zelf, gebruik PostgreSQL (DATABASE_URL), of start met --processes 1."
        )
