"""Can anyone change or remove what was written down: through the ORM, or with SQL of their own?"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.query import QuerySet

from dekkend.audit.gateways import guards
from dekkend.audit.models import AppendOnly, Entry
from dekkend.audit.queries import check_chains, missing_guards

pytestmark = pytest.mark.django_db

THROUGH_THE_ORM = {
    "update": lambda entry: Entry.objects.update(actor_name="Niemand"),
    "filtered update": lambda entry: Entry.objects.filter(pk=entry.pk).update(actor_name="Niemand"),
    "delete": lambda entry: Entry.objects.all().delete(),
    "instance save": lambda entry: entry.save(),
    "instance delete": lambda entry: entry.delete(),
    "base manager": lambda entry: Entry._base_manager.all().delete(),
    "default manager": lambda entry: Entry._default_manager.update(actor_name="Niemand"),
    "bulk update": lambda entry: Entry.objects.bulk_update([entry], ["actor_name"]),
    "bulk create over it": lambda entry: Entry.objects.bulk_create(
        [entry], update_conflicts=True, update_fields=["actor_name"], unique_fields=["id"]
    ),
    "update or create": lambda entry: Entry.objects.update_or_create(pk=entry.pk, defaults={"actor_name": "Niemand"}),
}

BY_SQL = {
    "update": "UPDATE audit_entry SET actor_name = 'Niemand'",
    "update of one column": "UPDATE audit_entry SET keep_until = '2000-01-01'",
    "update of nothing": "UPDATE audit_entry SET hash = hash",
    "delete": "DELETE FROM audit_entry",
    "anchor update": "UPDATE audit_anchor SET last = 9",
    "anchor delete": "DELETE FROM audit_anchor",
}
ONLY_SQLITE = {
    "replace": "REPLACE INTO audit_entry SELECT * FROM audit_entry",
    "insert or replace by number": "INSERT OR REPLACE INTO audit_entry SELECT id + 100, chain, number, at, event, actor_id, 'Niemand', "
    "subject_kind, subject_id, subject_label, partnership_id, board_id, site_id, details, keep_until, previous, hash FROM audit_entry",
    "update or replace": "UPDATE OR REPLACE audit_entry SET id = id + 1",
}
ONLY_POSTGRESQL = {
    "truncate": "TRUNCATE audit_entry",
    "truncate anchors": "TRUNCATE audit_anchor",
    "on conflict": "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET actor_name = 'Niemand'",
    "merge": "MERGE INTO audit_entry t USING audit_entry s ON t.id = s.id WHEN MATCHED THEN DELETE",
}


@pytest.fixture
def two(write) -> Entry:
    """Two entries and an anchor, which no attack may touch."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_anchor (chain, first, last, previous, hash, signed_by, signed_at) VALUES (99, 1, 2, '', '', 3, '2020-01-01')"
        )
    write()
    return write()


@pytest.mark.parametrize("attack", THROUGH_THE_ORM)
def test_the_orm_refuses(two, attack):
    with pytest.raises(AppendOnly, match="kan niet worden veranderd"):
        THROUGH_THE_ORM[attack](two)
    assert Entry.objects.filter(actor_name="Dekkend").count() == 2


@pytest.mark.parametrize("attack", [*BY_SQL, *(ONLY_POSTGRESQL if connection.vendor == "postgresql" else ONLY_SQLITE)])
def test_the_database_refuses(two, attack):
    statement = (BY_SQL | ONLY_SQLITE | ONLY_POSTGRESQL)[attack]
    with pytest.raises(DatabaseError, match="kan niet worden veranderd"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.filter(actor_name="Dekkend").count() == 2


def test_a_queryset_without_our_refusal_is_refused_by_the_database(two):
    with pytest.raises(DatabaseError, match="kan niet worden veranderd"), transaction.atomic():
        QuerySet(Entry).all().delete()


def test_a_made_up_anchor_gives_no_leave_to_remove_what_is_not_over_its_term(two):
    insert = "INSERT INTO audit_anchor (chain, first, last, previous, hash, signed_by, signed_at) VALUES (1, 1, 2, '', '', 3, '2020-01-01')"
    with connection.cursor() as cursor:
        cursor.execute(insert)
    with pytest.raises(DatabaseError, match="kan niet worden veranderd"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")


def test_whoever_switches_the_guards_off_is_seen(two):
    assert missing_guards() == []
    guards.remove(connection)
    try:
        assert "audit_entry_fixed" in missing_guards()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE audit_entry SET actor_name = 'Niemand' WHERE number = 1")
        [report] = check_chains()
        assert [found.why for found in report.breaks] == ["Regel 1 is veranderd nadat zij geschreven is."]
    finally:
        guards.install(connection)


@pytest.mark.parametrize("column", [field.column for field in Entry._meta.concrete_fields if field.column not in ("id", "chain", "number")])
def test_a_change_of_any_column_is_found(two, column):
    """Once the guards are gone: the chain vouches for every column."""
    other = {"at": "'2001-01-01 00:00:00+00:00'", "keep_until": "'2001-01-01'", "details": "'{\"a\": 1}'"}
    numbers = ("actor_id", "partnership_id", "board_id", "site_id")
    value = other.get(column, "12345" if column in numbers else "'anders'")
    guards.remove(connection)
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE audit_entry SET {column} = {value} WHERE number = 1")
        assert [bool(report.breaks) for report in check_chains()] == [True]
    finally:
        guards.install(connection)
