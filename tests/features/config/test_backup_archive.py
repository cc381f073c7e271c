"""Is an archive that was cut off, changed, or made to write elsewhere refused before anything is put back?"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from dekkend.config.backup.archive import new_archive, verify
from dekkend.config.backup.restoring import as_numbers, check_backup
from dekkend.config.backup.words import BackupRefused, Kept, Manifest

DATA = b"SQLite format 3\x00 en wat rijen"


def manifest(files: dict[str, Kept], **changed: object) -> Manifest:
    told = {"version": "0.1.0", "made_at": "2026-09-01T12:00:00+02:00", "engine": "sqlite", "migrations": (), "rows": {}}
    return Manifest(**(told | {"files": files} | changed))


@pytest.fixture
def whole(tmp_path) -> Path:
    path = tmp_path / "kopie.tar.gz"
    with new_archive(path) as archive:
        archive.add("database.sqlite3", io.BytesIO(DATA), len(DATA))
        archive.add("private/a1/b2/geheim", io.BytesIO(b"profiel" * 50_000), 350_000)
        archive.close_with(manifest(archive.files))
    return path


def crafted(path: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    """An archive as an attacker would make it: any member, and a list that agrees with it."""
    files = {info.name: Kept(len(data), hashlib.sha256(data).hexdigest()) for info, data in members}
    with tarfile.open(path, "w:gz") as tar:
        for info, data in members:
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        told = manifest(files).to_json()
        info = tarfile.TarInfo("manifest.json")
        info.size = len(told)
        tar.addfile(info, io.BytesIO(told))
    return path


def database() -> tuple[tarfile.TarInfo, bytes]:
    return tarfile.TarInfo("database.sqlite3"), DATA


def test_a_whole_archive_is_accepted_and_says_what_is_in_it(whole):
    assert set(verify(whole).files) == {"database.sqlite3", "private/a1/b2/geheim"}


@pytest.mark.parametrize("part", [0, 1, 10, 100, -1, -8, -40])
def test_a_truncated_archive_is_refused(whole, part):
    data = whole.read_bytes()
    whole.write_bytes(data[:part])
    with pytest.raises(BackupRefused):
        verify(whole)


@pytest.mark.parametrize("place", [b"profielprofiel", b"en wat rijen", b'"made_at"'])
def test_an_archive_in_which_one_byte_was_changed_is_refused(whole, place):
    plain = bytearray(gzip.decompress(whole.read_bytes()))
    plain[plain.index(place) + 1] ^= 1
    whole.write_bytes(gzip.compress(bytes(plain)))
    with pytest.raises(BackupRefused):
        verify(whole)


@pytest.mark.parametrize(
    "name",
    ["../buiten", "private/../../buiten", "/etc/passwd", "private//a", "private/.", "private/a b", "C:\\a", "private/a\x00b"],
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(BackupRefused):
        verify(crafted(tmp_path / "kwaad.tar.gz", [database(), (tarfile.TarInfo(name), b"kwaad")]))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_anything_but_a_plain_file_is_refused(tmp_path, kind):
    info = tarfile.TarInfo("private/a")
    info.type, info.linkname = kind, "/etc/passwd"
    with pytest.raises(BackupRefused):
        verify(crafted(tmp_path / "kwaad.tar.gz", [database(), (info, b"")]))


def test_a_file_that_is_not_listed_or_comes_twice_is_refused(tmp_path):
    twice = [database(), (tarfile.TarInfo("private/a"), b"een"), (tarfile.TarInfo("private/a"), b"twee")]
    with pytest.raises(BackupRefused):
        verify(crafted(tmp_path / "kwaad.tar.gz", twice))


@pytest.mark.parametrize("data", [b"", b"tekst", gzip.compress(b"tekst", mtime=0), b"PK\x03\x04"], ids=["empty", "text", "packed", "zip"])
def test_a_file_of_another_kind_is_refused_with_a_sentence(tmp_path, data):
    (tmp_path / "ander.tar.gz").write_bytes(data)
    with pytest.raises(BackupRefused) as refused:
        verify(tmp_path / "ander.tar.gz")
    assert "Neem een andere kopie" in refused.value.message


@pytest.mark.parametrize("changed", [{"version": "99.0.0"}, {"migrations": ("reading.9999_later",)}])
def test_a_backup_of_a_newer_version_is_refused(tmp_path, changed):
    path = tmp_path / "nieuw.tar.gz"
    with new_archive(path) as archive:
        archive.add("database.sqlite3", io.BytesIO(DATA), len(DATA))
        archive.close_with(manifest(archive.files, **changed))
    with pytest.raises(BackupRefused, match="nieuwere versie"):
        check_backup(path)


def test_an_unfinished_archive_gets_no_name(tmp_path):
    with pytest.raises(RuntimeError), new_archive(tmp_path / "kopie.tar.gz"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_versions_are_compared_as_numbers():
    assert as_numbers("0.10.0") > as_numbers("0.9.9")


def test_the_list_is_json_that_a_person_can_read(whole):
    told = json.loads(verify(whole).to_json())
    assert told["format"] == "dekkend-backup/1"
