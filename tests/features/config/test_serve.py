"""Does the web server refuse to start with several processes where that is not safe?"""

from __future__ import annotations

import socket

import pytest
from django.core.management import CommandError
from django.db import connection

from dekkend.config.management.commands.serve import follow, refuse_taken, refuse_unsafe
from dekkend.config.settings.mail import site_address

pytestmark = pytest.mark.django_db


def test_several_processes_are_safe_on_every_database_that_we_set_up():
    refuse_unsafe(2)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_without_its_write_ahead_log_is_for_one_process():
    with connection.execute_wrapper(lambda execute, sql, params, many, context: execute("SELECT 'delete'", (), many, context)):
        refuse_unsafe(1)
        with pytest.raises(CommandError, match="--processes 1"):
            refuse_unsafe(2)


def test_a_number_of_processes_is_at_least_one():
    with pytest.raises(CommandError, match="1 of meer"):
        refuse_unsafe(0)


def test_a_port_where_something_listens_already_is_refused_even_when_that_would_share_it():
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match="andere poort"):
            refuse_taken("127.0.0.1", str(other.getsockname()[1]))


@pytest.mark.parametrize("port", ["acht", "70000"])
def test_a_port_that_does_not_exist_is_refused_in_words(port):
    with pytest.raises(CommandError, match="andere poort"):
        refuse_taken("127.0.0.1", port)


def test_a_free_port_is_fine():
    refuse_taken("127.0.0.1", "0")


def test_the_printed_address_follows_the_port_unless_another_was_given(monkeypatch):
    for name in ("DEKKEND_ADDRESS", "DEKKEND_HOSTS", "DEKKEND_PORT"):
        monkeypatch.setenv(name, "")
    follow("8123")
    assert site_address() == "http://127.0.0.1:8123"
    monkeypatch.setenv("DEKKEND_ADDRESS", "https://dekkend.example/")
    follow("8123")
    assert site_address() == "https://dekkend.example"
