"""Does the terminal answer an administrator in Dutch sentences, and never with a trace of a wrong setting?"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.management import BaseCommand, CommandError, call_command, get_commands, load_command_class
from django.db import OperationalError

from dekkend.config.cli import COMMANDS, OF_THE_SERVER, main
from dekkend.config.management.commands import worker

UNSAFE = {"DJANGO_SETTINGS_MODULE": "dekkend.config.settings.production", "DEKKEND_SECRET_KEY": "", "DEKKEND_HOSTS": "dekkend.example"}
UNREADABLE = {"DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo", "DATABASE_URL": "mysql://localhost/x"}


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dekkend.config.cli", *command], env=os.environ | environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", [("migrate",), ("begin", "--code", "PO9901", "--administrator", "wie@zilverkust.example")])
def test_an_unsafe_setting_is_one_message_that_names_each_and_no_trace(command, tmp_path):
    done = run(*command, **UNSAFE, DEKKEND_VAR=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("Dekkend start niet, want dat zou niet veilig zijn.\n- DEKKEND_SECRET_KEY moet")
    assert "Traceback" not in done.stderr


def test_a_setting_that_cannot_be_read_is_one_sentence(tmp_path):
    done = run("migrate", **UNREADABLE, DEKKEND_VAR=str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "Dekkend start niet. DATABASE_URL moet met postgresql:// beginnen.\n")


def test_a_library_that_is_missing_after_an_upgrade_is_one_sentence(monkeypatch, capsys):
    def fail(given: list[str]) -> int:
        raise ModuleNotFoundError("No module named 'highspy'", name="highspy")

    monkeypatch.setattr("dekkend.config.cli.django_command", fail)
    assert main(["migrate"]) == 1
    assert "Er ontbreekt een onderdeel: highspy" in capsys.readouterr().err


def test_a_database_server_that_does_not_answer_is_one_sentence(monkeypatch, capsys):
    """The words are those of the driver's pool; the test beside it holds them against the installed one."""

    def fail(given: list[str]) -> int:
        raise OperationalError("couldn't get a connection after 30.00 sec")

    monkeypatch.setattr("dekkend.config.cli.django_command", fail)
    assert main(["migrate"]) == 1
    assert "De database antwoordt niet" in capsys.readouterr().err


def test_the_pool_still_says_it_in_these_words():
    pool = pytest.importorskip("psycopg_pool")
    never = pool.ConnectionPool("host=127.0.0.1 port=1 connect_timeout=1", min_size=1, open=True, reconnect_timeout=0.1, timeout=0.1)
    with pytest.raises(pool.PoolTimeout, match="get a connection"):
        never.getconn()
    never.close()


def test_a_fault_of_ours_keeps_its_trace(monkeypatch):
    monkeypatch.setattr("dekkend.config.cli._own_command", lambda given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["doctor"])


def test_the_overview_names_what_the_server_needs_too(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in (*COMMANDS, *OF_THE_SERVER))


def test_the_overview_forgets_no_command_of_ours():
    ours = {name for name, app in get_commands().items() if str(app).startswith("dekkend.")}
    assert ours == set(OF_THE_SERVER) - {"migrate"}
    assert set(OF_THE_SERVER) <= set(get_commands())


@pytest.mark.parametrize("name", sorted(set(OF_THE_SERVER) - {"migrate"}))
def test_a_command_of_ours_explains_itself_in_dutch(name):
    command = load_command_class(get_commands()[name], name)
    told = [
        command.help,
        *(action.help for action in command.create_parser("dekkend", name)._actions if action.dest in own_options(command)),
    ]
    assert all(told)
    assert not {word for text in told for word in text.lower().split()} & {"the", "this", "which", "default", "number", "file"}


def own_options(command: BaseCommand) -> set[str]:
    """What the command itself added beside what Django gives to all."""
    given = BaseCommand().create_parser("dekkend", "bare")
    return {action.dest for action in command.create_parser("dekkend", "own")._actions} - {action.dest for action in given._actions}


@pytest.mark.django_db
def test_a_worker_without_tables_says_so_and_ends(monkeypatch):
    monkeypatch.setattr(worker, "pending_migrations", lambda: ["offers.0001_initial"])
    with pytest.raises(CommandError, match="Draai eerst dekkend migrate"):
        call_command("worker")
