"""Which triggers make the database refuse to change or remove a frozen version, whoever asks?

Only the days of adoption and publication may be filled in, once; and who froze it may be forgotten when that account goes.
SQLite copies a table when a column changes and loses its triggers: a migration that does so must end with `install`.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from dekkend.audit.gateways.guards import present

VERSIONS = "profiles_profileversion"
FIXED = "Een vastgelegde versie kan niet worden veranderd."
FILLED_LATER = ("adopted_on", "published_on")
FORGOTTEN = "frozen_by_id"
NAMES = {
    "sqlite": ("profile_version_fixed", "profile_version_stays", "profile_version_once"),
    "postgresql": ("profile_version_fixed", "profile_version_stays", "profile_version_whole"),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Set all triggers, for the columns that the table has now; those that stand already are set anew."""
    remove(connection)
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, VERSIONS)]
        for statement in (_postgresql if connection.vendor == "postgresql" else _sqlite)(columns):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a migration that goes back, and for a demo or tests that empty the database."""
    table = f" ON {VERSIONS}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in NAMES[connection.vendor]:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{table}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not, or are switched off."""
    return sorted(set(NAMES[connection.vendor]) - present(connection))


def _sqlite(columns: list[str]) -> list[str]:
    # INSERT OR REPLACE would remove a row without asking the trigger on DELETE.
    taken = (
        f"EXISTS (SELECT 1 FROM {VERSIONS} v WHERE v.id = NEW.id "  # noqa: S608  (fixed names)
        "OR (v.site_id = NEW.site_id AND v.school_year = NEW.school_year AND v.number = NEW.number))"
    )
    refuse = f"BEGIN SELECT RAISE(ABORT, '{FIXED}'); END"
    return [
        f"CREATE TRIGGER profile_version_fixed BEFORE UPDATE ON {VERSIONS} WHEN {_changed(columns, 'IS NOT')} {refuse}",
        f"CREATE TRIGGER profile_version_stays BEFORE DELETE ON {VERSIONS} {refuse}",
        f"CREATE TRIGGER profile_version_once BEFORE INSERT ON {VERSIONS} WHEN {taken} {refuse}",
    ]


def _postgresql(columns: list[str]) -> list[str]:
    run = "EXECUTE FUNCTION profile_version_refuse()"
    return [
        f"CREATE OR REPLACE FUNCTION profile_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{FIXED}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER profile_version_fixed BEFORE UPDATE ON {VERSIONS} FOR EACH ROW "
        f"WHEN ({_changed(columns, 'IS DISTINCT FROM')}) {run}",
        f"CREATE TRIGGER profile_version_stays BEFORE DELETE ON {VERSIONS} FOR EACH ROW {run}",
        f"CREATE TRIGGER profile_version_whole BEFORE TRUNCATE ON {VERSIONS} FOR EACH STATEMENT {run}",
    ]


def _changed(columns: list[str], differs: str) -> str:
    """SQL for "something else is changed than what may be"."""
    also = {name: f" AND OLD.{name} IS NOT NULL" for name in FILLED_LATER} | {FORGOTTEN: f" AND NEW.{FORGOTTEN} IS NOT NULL"}
    return " OR ".join(f'(OLD."{name}" {differs} NEW."{name}"{also.get(name, "")})' for name in columns)
