"""Backup, change, restore: is everything as it was, and does a doubtful backup change nothing?"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FILL = """
from django.core.files.base import ContentFile
from dekkend.accounts.models import User
from dekkend.files.actions import keep
from dekkend.organisations.models import Partnership
Partnership.objects.create(code="PO9999", name="SWV Zilverkust")
User.objects.create_user("a@zilverkust.example", "x", name="Marieke Terlinden")
for number in range(3):
    keep(ContentFile(b"profiel %d" % number * 1000, name=f"{number}.txt"))
"""
CHANGE = """
from django.utils import timezone
from dekkend.accounts.models import User
from dekkend.files.actions import destroy
from dekkend.files.models import StoredFile
User.objects.all().delete()
destroy(StoredFile.objects.first(), now=timezone.now())
"""
FROZEN = """
from django.utils import timezone
from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.publishing import freeze_draft
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site
draft = make_draft(a_site(a_region()), vuursprot(), evidence={}, source=None, made_by=None, now=timezone.now())
freeze_draft(draft, by=None, now=timezone.now())
"""
REFUSED = """
from django.db import connection, transaction, DatabaseError
from dekkend.audit.gateways import guards as of_log
from dekkend.profiles.gateways import guards as of_versions
print("missing", of_versions.missing(connection), of_log.missing(connection))
for statement in ("UPDATE profiles_profileversion SET number = 9", "DELETE FROM profiles_profileversion"):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        print("done")
    except DatabaseError as why:
        print(str(why).splitlines()[0])
"""


def contents(installation) -> dict[str, object]:
    """Every row of our tables, and every private file by its fingerprint."""
    tables = ["accounts_user", "files_storedfile", "organisations_partnership", "django_migrations"]
    rows: dict[str, object] = {table: sorted(map(str, installation.ask(f"SELECT * FROM {table}"))) for table in tables}
    private = installation.folder / "private"
    files = {str(path.relative_to(private)): hashlib.sha256(path.read_bytes()).hexdigest() for path in private.rglob("*") if path.is_file()}
    return rows | {"files": files}


@pytest.fixture
def filled(installation):
    installation.shell(FILL)
    return installation


def back_up(installation, path: Path) -> None:
    done = installation.run("backup", str(path))
    assert done.returncode == 0, done.stderr
    assert "3 bestanden" in done.stdout
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_changed_after_a_backup_is_as_it_was_after_a_restore(filled, tmp_path):
    before = contents(filled)
    back_up(filled, tmp_path / "kopie.tar.gz")
    filled.shell(CHANGE)
    assert contents(filled) != before
    refused = filled.run("restore", str(tmp_path / "kopie.tar.gz"))
    assert refused.returncode == 1
    assert "niet leeg" in refused.stderr
    done = filled.run("restore", str(tmp_path / "kopie.tar.gz"), "--force")
    assert done.returncode == 0, done.stderr
    assert contents(filled) == before


def test_a_backup_moves_to_an_empty_machine(filled, new_installation, tmp_path):
    back_up(filled, tmp_path / "kopie.tar.gz")
    elsewhere = new_installation()
    done = elsewhere.run("restore", str(tmp_path / "kopie.tar.gz"))
    assert done.returncode == 0, done.stderr
    assert contents(elsewhere) == contents(filled)
    assert "No migrations to apply" in elsewhere.run("migrate").stdout


def test_after_a_restore_the_database_still_refuses_to_change_a_frozen_version_or_the_log(filled, new_installation, tmp_path):
    filled.shell(FROZEN)
    back_up(filled, tmp_path / "kopie.tar.gz")
    elsewhere = new_installation()
    for installation, how in ((elsewhere, []), (filled, ["--force"])):
        done = installation.run("restore", str(tmp_path / "kopie.tar.gz"), *how)
        assert done.returncode == 0, done.stderr
        refusal = "Een vastgelegde versie kan niet worden veranderd."
        assert installation.shell(REFUSED).splitlines() == ["missing [] []", refusal, refusal]


def test_a_doubtful_backup_changes_nothing(filled, tmp_path):
    whole, cut = tmp_path / "kopie.tar.gz", tmp_path / "half.tar.gz"
    back_up(filled, whole)
    before = contents(filled)
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    done = filled.run("restore", str(cut), "--force")
    assert (done.returncode, contents(filled)) == (1, before)
    assert "niet heel" in done.stderr
    other = filled.run("restore", str(whole), "--force", "--sha256", "0" * 64)
    assert (other.returncode, contents(filled)) == (1, before)
    assert "vingerafdruk klopt niet" in other.stderr


def test_a_backup_never_replaces_a_file(filled, tmp_path):
    (tmp_path / "kopie.tar.gz").write_text("van iemand")
    done = filled.run("backup", str(tmp_path / "kopie.tar.gz"))
    assert done.returncode == 1
    assert (tmp_path / "kopie.tar.gz").read_text() == "van iemand"
