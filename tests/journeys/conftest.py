"""How does a journey run the real commands on an installation of its own, on the database that DATABASE_URL names?"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

PATIENCE = 120.0  # seconds


class Installation:
    """A folder and a database. `run` waits for a command, `start` does not; what still runs at the end is killed, by its number."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder, self.database_url = folder, database_url
        self.environment = os.environ | {
            "DEKKEND_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo",
            "DATABASE_URL": database_url,
            "DEKKEND_POOL": "4",
        }
        self.started: list[subprocess.Popen] = []

    @property
    def sqlite(self) -> Path:
        return self.folder / "dekkend.sqlite3"

    def start(self, *arguments: str, **changed: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "dekkend.config.cli", *arguments]
        with (self.folder / f"log-{len(self.started)}.txt").open("wb") as log:
            process = subprocess.Popen(command, env=self.environment | changed, stdout=log, stderr=log)
        self.started.append(process)
        return process

    def run(self, *arguments: str, **changed: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "dekkend.config.cli", *arguments]
        environment = self.environment | changed
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)

    def shell(self, code: str) -> str:
        done = self.run("shell", "-v", "0", "-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, query: str) -> list[tuple]:
        if self.database_url:
            with psycopg.connect(self.database_url) as connection:
                return connection.execute(query).fetchall()
        with closing(sqlite3.connect(self.sqlite, timeout=10)) as connection:
            return connection.execute(query).fetchall()

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.wait()


@pytest.fixture
def new_installation(tmp_path) -> Iterator:
    """`new_installation()`: an empty place with a database of its own."""
    made: list[Installation] = []
    server = os.environ.get("DATABASE_URL", "")

    def make() -> Installation:
        folder = tmp_path / f"installation-{len(made)}"
        folder.mkdir()
        made.append(Installation(folder, new_database(server) if server else ""))
        return made[-1]

    yield make
    for installation in made:
        installation.end()
        if server:
            name = urlsplit(installation.database_url).path.lstrip("/")
            on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def installation(new_installation) -> Installation:
    """One installation with its tables."""
    made = new_installation()
    done = made.run("migrate", "-v", "0")
    assert done.returncode == 0, done.stderr
    return made


def new_database(server: str) -> str:
    name = f"journey_{uuid.uuid4().hex[:12]}"
    on_server(server, f'CREATE DATABASE "{name}"')
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def on_server(server: str, statement: str) -> None:
    with psycopg.connect(urlunsplit(urlsplit(server)._replace(path="/postgres")), autocommit=True) as connection:
        connection.execute(statement)
