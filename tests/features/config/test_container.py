"""Would the container file work? There is no engine in the tests: what it copies is there, what it runs answers, and nobody is root."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.conftest import PROJECT

LINES = (PROJECT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()


def said(instruction: str) -> list[str]:
    """What stands behind this instruction, of the last image."""
    last = max(at for at, line in enumerate(LINES) if line.startswith("FROM "))
    return [line.removeprefix(f"{instruction} ") for line in LINES[last:] if line.startswith(f"{instruction} ")]


def test_everything_that_is_copied_is_there():
    copied = [line.split()[1:-1] for line in LINES if line.startswith("COPY ") and "--from=" not in line]
    assert copied
    assert [path for paths in copied for path in paths if not (PROJECT / path).exists()] == []


def test_it_runs_as_somebody_without_rights_and_not_as_root():
    (user,) = said("USER")
    assert user not in ("root", "0")
    assert re.search(rf"useradd --system --uid [1-9]\d+ [^&]*\b{user}\b", " ".join(said("RUN")))
    assert f"install -d -o {user} -g {user} -m 0700 {said('VOLUME')[0]}" in " ".join(said("RUN"))


def test_it_starts_as_a_real_installation():
    assert "DJANGO_SETTINGS_MODULE=dekkend.config.settings.production" in " ".join(said("ENV"))


def test_what_it_starts_is_a_command_of_ours():
    command = re.search(r'exec (python -m [\w.]+) "\$@"', " ".join(said("RUN")))
    assert command, "the file that starts dekkend is not written as expected"
    module = command[1].split()[-1]
    (argument,) = re.findall(r'"(\w+)"', said("CMD")[-1])
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "dekkend.config.settings.test"}
    asked = [sys.executable, "-m", module, argument, "--help"]
    told = subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=60, cwd=PROJECT)
    assert told.returncode == 0, told.stderr
    assert "--processes" in told.stdout


@pytest.mark.parametrize("library", ["django", "granian", "psycopg"])
def test_the_libraries_that_it_installs_have_fingerprints(library):
    lock = (PROJECT / "deploy" / "requirements.lock").read_text(encoding="utf-8")
    assert re.search(rf"^{library}(\[[\w,]+\])?==[\w.]+ \\\n\s+--hash=sha256:", lock, re.MULTILINE)
