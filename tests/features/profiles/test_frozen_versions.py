"""Can anyone change or remove a frozen version: through the ORM, or with SQL of their own?"""

from __future__ import annotations

import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from dekkend.config.doctor.database import guards as guards_finding
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.actions.publishing import adopt_version, freeze_draft, publish_version
from dekkend.profiles.gateways import guards
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import as_profile
from dekkend.profiles.rules.values import fingerprint
from tests.corpus.school import vuursprot

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)
TABLE = "profiles_profileversion"


@pytest.fixture
def version(site) -> ProfileVersion:
    return publish_draft(a_draft(site), on=DAY)


def a_draft(site):
    return make_draft(site, vuursprot(), evidence={}, source=None, made_by=None, now=timezone.now())


def refused(attack) -> None:
    with pytest.raises(DatabaseError, match="kan niet worden veranderd"), transaction.atomic():
        attack()


def run(sql: str, *given: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)


COLUMNS = [field.column for field in ProfileVersion._meta.concrete_fields]
OTHER = {
    "id": "999",
    "site_id": "site_id + 1",
    "source_id": "7",
    "draft_id": "NULL",
    "frozen_by_id": "7",
    "number": "9",
    "frozen_at": "'2001-01-01 00:00:00+00:00'",
    "adopted_on": "'2001-01-01'",
    "published_on": "'2001-01-01'",
    "values": "'{}'",
    "evidence": "'{\"a\": 1}'",
    "standing": "'{\"a\": 1}'",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_can_be_changed(version, column):
    other = OTHER.get(column, "'anders'")
    refused(lambda: run(f'UPDATE {TABLE} SET "{column}" = {other}'))


@pytest.mark.parametrize("column", ["adopted_on", "published_on"])
def test_a_day_that_was_filled_in_cannot_be_emptied(version, column):
    refused(lambda: run(f"UPDATE {TABLE} SET {column} = NULL"))


ATTACKS = {
    "delete": lambda version: run(f"DELETE FROM {TABLE}"),
    "delete through the ORM": lambda version: ProfileVersion.anywhere.filter(pk=version.pk).delete(),
    "delete one": lambda version: version.delete(),
    "update through the ORM": lambda version: ProfileVersion.anywhere.update(values={}),
    "bulk update": lambda version: ProfileVersion.anywhere.bulk_update([changed(version)], ["values"]),
    "save": lambda version: changed(version).save(),
    "bulk create over it": lambda version: ProfileVersion.anywhere.bulk_create(
        [changed(version)], update_conflicts=True, update_fields=["values"], unique_fields=["id"]
    ),
}


def changed(version: ProfileVersion) -> ProfileVersion:
    version.values = {**version.values, "vision": "Iets anders."}
    return version


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_other_way_goes_either(version, attack):
    refused(lambda: ATTACKS[attack](version))
    assert fingerprint(as_profile(ProfileVersion.anywhere.select_related("site").get())) == version.fingerprint


@pytest.mark.skipif("connection.vendor != 'sqlite'")
@pytest.mark.parametrize("key", ["id", "number"])
def test_a_row_cannot_be_replaced(version, key):
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    other = ", ".join({"values": "'{}'", "id": "id" if key == "id" else "id + 1"}.get(column, f'"{column}"') for column in COLUMNS)
    refused(lambda: run(f"INSERT OR REPLACE INTO {TABLE} ({columns}) SELECT {other} FROM {TABLE}"))
    refused(lambda: run(f"UPDATE OR REPLACE {TABLE} SET number = number + 1"))


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_the_table_cannot_be_emptied(version):
    run("SET CONSTRAINTS ALL IMMEDIATE")  # what the fixture still had to check would be the refusal
    refused(lambda: run(f"TRUNCATE {TABLE} CASCADE"))


def test_the_days_of_adoption_and_publication_are_filled_in_once(site, person):
    now = timezone.now()
    version = freeze_draft(a_draft(site), by=person(), now=now)
    adopt_version(version, on=DAY, by=None, now=now)
    publish_version(version, on=DAY, by=None, now=now)
    refused(lambda: publish_version(version, on=DAY + datetime.timedelta(days=1), by=None, now=now))


def test_an_account_can_go_and_the_version_stays(site, person):
    someone = person()
    version = freeze_draft(a_draft(site), by=someone, now=timezone.now())
    ProfileVersion.anywhere.filter(frozen_by=someone).update(frozen_by=None)
    version.refresh_from_db()
    assert version.frozen_by is None


def test_every_column_of_today_is_guarded_after_all_migrations(version):
    assert guards.missing(connection) == []


def test_the_doctor_sees_a_guard_that_is_gone(db):
    assert [finding.severity for finding in guards_finding()] == ["good"]
    guards.remove(connection)
    try:
        [finding] = guards_finding()
        assert finding.severity == "problem"
        assert "profile_version_fixed" in finding.what
    finally:
        guards.install(connection)
