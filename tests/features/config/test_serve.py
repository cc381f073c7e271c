"""Does the web server refuse to start with several processes where that is not safe?"""

from __future__ import annotations

import pytest
from django.core.management import CommandError
from django.db import connection

from dekkend.config.management.commands.serve import refuse_unsafe

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
