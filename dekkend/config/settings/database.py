"""Where are the data kept? SQLite in a file by default, PostgreSQL when DATABASE_URL names one."""

from typing import Any

from dekkend.config.settings.environment import VAR, postgresql, text


def sqlite() -> dict[str, Any]:
    """One file. Write-ahead logging and IMMEDIATE transactions let the worker write while people read.

    FULL: what was said to be stored is on the disk, also when the power goes the next moment. It costs some milliseconds per save.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(VAR / "dekkend.sqlite3"),
        # Opening the file for every request costs more than most queries. Not for ever: a restored database is a new file.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


DATABASES = {"default": postgresql(text("DATABASE_URL")) if text("DATABASE_URL") else sqlite()}
