"""Do the services, settings and script of deploy/ fit the commands, and does docs/installing.md name the same places?"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dekkend.config.settings.mail import site_address
from dekkend.config.settings.safety import refuse_unsafe
from tests.conftest import PROJECT

DEPLOY = PROJECT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
INSTALLING = (PROJECT / "docs/installing.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"(?:^|=|/bin/| )dekkend ([a-z_]+)(.*)")


def commands() -> dict[str, set[str]]:
    """Each command that the services and the page run, with its options."""
    lines = [line for unit in SERVICES for line in unit.read_text("utf-8").splitlines() if line.startswith("ExecStart=")]
    lines += re.findall(r"^dekkend .*$", INSTALLING, re.MULTILINE)
    found: dict[str, set[str]] = {}
    for piece in (piece for line in lines for piece in re.split(r"&&|\|\||'", line)):
        for name, rest in COMMAND.findall(piece):
            found.setdefault(name, set()).update(re.findall(r"(?<= )--[a-z]+", rest))
    return found


def test_the_commands_are_found_in_the_files():
    assert set(commands()) == {"audit_check", "backup", "begin", "doctor", "migrate", "restore", "serve", "worker"}
    assert commands()["audit_check"] == {"--save", "--against"}


@pytest.mark.parametrize(("name", "options"), sorted(commands().items()))
def test_what_is_run_is_a_command_with_these_options(name, options):
    asked = [sys.executable, "-m", "dekkend.config.cli", name, "--help"]
    told = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode == 0, told.stderr
    assert {option for option in options if option not in told.stdout} == set()


def test_all_services_run_as_the_user_and_with_the_settings_that_the_page_makes():
    for unit in SERVICES:
        text = unit.read_text("utf-8")
        assert "\nUser=dekkend\n" in text, unit.name
        assert "\nEnvironmentFile=/etc/dekkend/dekkend.env\n" in text, unit.name
        assert "\nNoNewPrivileges=yes\n" in text, unit.name
    assert "useradd --system --home-dir /var/lib/dekkend" in INSTALLING
    assert "-o root -g dekkend -m 0640 /opt/dekkend/app/deploy/dekkend.env /etc/dekkend/dekkend.env" in INSTALLING


def test_each_place_that_is_named_is_one_of_the_page():
    named = {
        place
        for path in [*UNITS, DEPLOY / "dekkend", DEPLOY / "dekkend.env"]
        for place in re.findall(r"(?<![\w/])(/(?:opt|etc|var/lib)/[\w./-]*\w)", path.read_text("utf-8"))
    }
    assert {place for place in named if place not in INSTALLING and not place.startswith("/opt/dekkend/app/docs/")} == set()


def test_each_timer_has_its_service_and_is_enabled_on_the_page():
    timers = [unit for unit in UNITS if unit.suffix == ".timer"]
    assert len(timers) == 2
    for timer in timers:
        assert timer.with_suffix(".service").exists()
        assert re.search(rf"systemctl enable --now .*{re.escape(timer.name)}", INSTALLING)


def test_each_file_that_the_page_copies_is_there():
    copied = set(re.findall(r"/opt/dekkend/app/(deploy/[\w./-]*\w)", INSTALLING))
    assert len(copied) >= 5
    assert [path for path in copied if not list(PROJECT.glob(f"{path}*"))] == []


def read_by_a_shell(path: Path) -> dict[str, str]:
    lines = subprocess.run(
        ["/bin/sh", "-c", f"env -i sh -c 'set -a; . \"{path}\"; env'"], capture_output=True, text=True, check=True
    ).stdout
    return dict(line.split("=", 1) for line in lines.splitlines() if line.startswith(("DEKKEND_", "DATABASE_", "DJANGO_")))


def test_the_settings_start_a_real_installation_once_the_key_is_filled_in(monkeypatch):
    given = read_by_a_shell(DEPLOY / "dekkend.env")
    assert given["DJANGO_SETTINGS_MODULE"] == "dekkend.config.settings.production"
    assert given["DEKKEND_MAIL_FROM"] == "Dekkend <dekkend@example.org>"
    refuse_unsafe(
        secret_key="abcdefghij" * 6,
        hosts=[given["DEKKEND_HOSTS"]],
        debug="",
        client_address_header=given["DEKKEND_CLIENT_ADDRESS_HEADER"],
        mail_host=given["DEKKEND_MAIL_HOST"],
        mail_signs_in=True,
        mail_tls=given["DEKKEND_MAIL_TLS"] == "1",
    )
    monkeypatch.setenv("DEKKEND_HOSTS", given["DEKKEND_HOSTS"])
    monkeypatch.setenv("DEKKEND_ADDRESS", "")
    assert site_address() == "https://dekkend.example.org"


def test_the_settings_name_only_what_is_explained():
    explained = (PROJECT / "docs/operations.md").read_text(encoding="utf-8")
    assert [
        name for name in read_by_a_shell(DEPLOY / "dekkend.env") if f"`{name}`" not in explained and name != "DJANGO_SETTINGS_MODULE"
    ] == []


def test_the_proxy_sets_what_the_settings_expect():
    proxy = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in proxy
    assert "proxy_set_header X-Real-IP $remote_addr;" in proxy
    assert read_by_a_shell(DEPLOY / "dekkend.env")["DEKKEND_CLIENT_ADDRESS_HEADER"] == "HTTP_X_REAL_IP"
