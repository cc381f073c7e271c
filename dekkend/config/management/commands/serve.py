"""How does the web server start? `dekkend serve`: tables and static files up to date first, then granian."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Bring tables and static files up to date and start the web server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default=os.environ.get("DEKKEND_HOST", "127.0.0.1"))
        parser.add_argument("--port", default=os.environ.get("DEKKEND_PORT", "8000"))
        parser.add_argument("--processes", default="1", help="more than one needs PostgreSQL and `dekkend worker` beside it")

    def handle(self, *args: Any, host: str, port: str, processes: str, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write(f"Dekkend: http://{host}:{port}/  (stop with Ctrl+C)")
        self.stdout.flush()
        granian = Path(sys.executable).with_name("granian")
        command = [str(granian), "--interface", "wsgi", "--host", host, "--port", port, "--workers", processes]
        command += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
        # Asked to stop while a process is still starting, it would wait for that one for ever.
        command += ["--workers-kill-timeout", "30", "dekkend.config.wsgi:application"]
        os.execv(granian, command)  # noqa: S606  (our own server, fixed arguments)
