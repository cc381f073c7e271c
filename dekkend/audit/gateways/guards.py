"""Which triggers make the database refuse to change or remove what is in the log, whoever asks?

An entry can only go when its own term is over by the clock of the database and an anchor stands for it. Anchors never go.
SQLite copies a table when a column changes and loses its triggers: a migration that does so must end with `install`.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

ENTRIES, ANCHORS = "audit_entry", "audit_anchor"
COVERED = f"EXISTS (SELECT 1 FROM {ANCHORS} a WHERE a.chain = OLD.chain AND OLD.number BETWEEN a.first AND a.last)"  # noqa: S608  (fixed names)
FIXED = "Het logboek kan niet worden veranderd."

SQLITE = {
    "audit_entry_fixed": f"BEFORE UPDATE ON {ENTRIES} BEGIN SELECT RAISE(ABORT, '{FIXED}'); END",
    "audit_entry_stays": f"BEFORE DELETE ON {ENTRIES} WHEN OLD.keep_until IS NULL OR OLD.keep_until >= date('now') "
    f"OR NOT {COVERED} BEGIN SELECT RAISE(ABORT, '{FIXED}'); END",
    # INSERT OR REPLACE would remove a row without asking the trigger above.
    "audit_entry_once": f"BEFORE INSERT ON {ENTRIES} WHEN EXISTS (SELECT 1 FROM {ENTRIES} e WHERE e.id = NEW.id "  # noqa: S608
    f"OR (e.chain = NEW.chain AND e.number = NEW.number)) BEGIN SELECT RAISE(ABORT, '{FIXED}'); END",
    "audit_anchor_fixed": f"BEFORE UPDATE ON {ANCHORS} BEGIN SELECT RAISE(ABORT, '{FIXED}'); END",
    "audit_anchor_stays": f"BEFORE DELETE ON {ANCHORS} BEGIN SELECT RAISE(ABORT, '{FIXED}'); END",
    "audit_anchor_once": f"BEFORE INSERT ON {ANCHORS} WHEN EXISTS (SELECT 1 FROM {ANCHORS} a WHERE a.id = NEW.id "  # noqa: S608
    f"OR (a.chain = NEW.chain AND a.first = NEW.first)) BEGIN SELECT RAISE(ABORT, '{FIXED}'); END",
}
POSTGRESQL = {
    "audit_entry_fixed": f"BEFORE UPDATE ON {ENTRIES} FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "audit_entry_stays": f"BEFORE DELETE ON {ENTRIES} FOR EACH ROW EXECUTE FUNCTION audit_refuse_unless_expired()",
    "audit_entry_whole": f"BEFORE TRUNCATE ON {ENTRIES} FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "audit_anchor_fixed": f"BEFORE UPDATE OR DELETE ON {ANCHORS} FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "audit_anchor_whole": f"BEFORE TRUNCATE ON {ANCHORS} FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
}
FUNCTIONS = (
    f"CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{FIXED}' "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE OR REPLACE FUNCTION audit_refuse_unless_expired() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF OLD.keep_until IS NULL OR OLD.keep_until >= CURRENT_DATE OR NOT {COVERED} THEN RAISE EXCEPTION '{FIXED}' "
    "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Set all triggers; those that stand already are set anew."""
    remove(connection)
    with connection.cursor() as cursor:
        for statement in FUNCTIONS if connection.vendor == "postgresql" else ():
            cursor.execute(statement)
        for name, rest in _triggers(connection).items():
            cursor.execute(f"CREATE TRIGGER {name} {rest}")


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a migration that goes back, and for tests that empty the database."""
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            table = f" ON {ANCHORS if 'anchor' in name else ENTRIES}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{table}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The triggers that should be there and are not, or are switched off."""
    return sorted(set(_triggers(connection)) - present(connection))


def present(connection: BaseDatabaseWrapper) -> set[str]:
    """All triggers of this database that are switched on, of whatever feature."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}


def _triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE
