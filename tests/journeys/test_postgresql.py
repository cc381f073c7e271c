"""Does the whole demo, tables, documents and all, come up on a real PostgreSQL as it does on SQLite?"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
HOW = "no PostgreSQL server: get it with `apt-get install postgresql`; all tests run on it with DATABASE_URL=postgresql://... make test"
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


def programs() -> Path | None:
    """The newest installed server's programs: Debian keeps them out of the path."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


def as_owner(*command: str) -> None:
    """PostgreSQL refuses to run as root; then its own user runs it."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The address of an empty database on a server of its own."""
    bin_folder = programs()
    if bin_folder is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(HOW)
    folder, port = Path(tempfile.mkdtemp(prefix="dekkend-pg-")), free_port()
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    data = str(folder / "data")
    as_owner(str(bin_folder / "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    switches = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {QUICK}"
    as_owner(str(bin_folder / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", switches, "start")
    yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    as_owner(str(bin_folder / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def test_the_demo_comes_up_on_postgresql(postgresql, tmp_path):
    environment = os.environ | {
        "DATABASE_URL": postgresql,
        "DEKKEND_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo",
    }
    command = [sys.executable, "-m", "dekkend.config.cli", "demo"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "15 documenten zijn ingeleverd" in done.stdout
    assert "Intern begeleider, De Zilvertoren" in done.stdout
