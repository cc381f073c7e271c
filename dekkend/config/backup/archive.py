"""How are files written into one archive, and read back without trusting it?

Nothing is ever unpacked by name: each member is a plain file whose name must be in the list, and its bytes are only handed on when
the size is right. A link, a device, a way up, or a name that is not listed refuses the whole archive before anything is put back.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dekkend.config.backup.words import CUT_OFF, MANIFEST, NO_BACKUP, SAFE_NAME, BackupRefused, Kept, Manifest, manifest_from_json

CHUNK = 1 << 20  # bytes
LARGEST_MANIFEST = 64_000_000  # bytes; about half a million files
FAULTS = (EOFError, tarfile.TarError, zlib.error, gzip.BadGzipFile)


class Writer:
    """Adds files one by one and remembers what each was."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.files: dict[str, Kept] = {}

    def add(self, name: str, source: IO[bytes], size: int) -> None:
        """Add `size` bytes from `source`. Raises BackupRefused when the source ends earlier."""
        if not SAFE_NAME.fullmatch(name):
            raise BackupRefused(f"Het bestand {name} heeft een naam die niet in een reservekopie kan. Er is geen kopie gemaakt.")
        counted = Counted(source)
        try:
            self._tar.addfile(plain_file(name, size), counted)
        except OSError as fault:
            raise BackupRefused(f"Het bestand {name} kon niet helemaal gelezen worden. Er is geen kopie gemaakt.") from fault
        self.files[name] = Kept(size, counted.digest.hexdigest())

    def close_with(self, manifest: Manifest) -> None:
        data = manifest.to_json()
        self._tar.addfile(plain_file(MANIFEST, len(data)), io.BytesIO(data))


class Counted:
    """A source that makes the fingerprint of what passes."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self.digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(size)
        self.digest.update(data)
        return data


def plain_file(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info


@contextmanager
def new_archive(path: Path) -> Iterator[Writer]:
    """Write an archive; it gets its name only when it is whole, and only its owner may read it."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        with tarfile.open(part, "w:gz", compresslevel=6) as tar:
            yield Writer(tar)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)


def verify(path: Path) -> Manifest:
    """Read the whole archive once and compare every byte with its list. Raises BackupRefused; nothing is written."""
    found: dict[str, Kept] = {}
    manifest: Manifest | None = None
    with opened(path) as files:
        for name, source, size in files:
            if manifest is not None or name in found:
                raise BackupRefused(NO_BACKUP)  # the list is the last member, and each name comes once
            if name == MANIFEST:
                manifest = manifest_from_json(source.read(LARGEST_MANIFEST))
            else:
                found[name] = Kept(size, fingerprint(source))
    if manifest is None:
        raise BackupRefused(CUT_OFF)
    if found != manifest.files:
        raise BackupRefused(NO_BACKUP)
    return manifest


@contextmanager
def opened(path: Path) -> Iterator[Iterator[tuple[str, IO[bytes], int]]]:
    """The plain files in the archive, each as (name, bytes, size), in order. Raises BackupRefused for anything else.

    A stream that is damaged shows only when its bytes are asked for, so what is done inside counts too.
    """
    if not path.is_file():
        raise BackupRefused(f"Er is geen bestand {path}. Controleer de naam.")
    try:
        with gzip.open(path) as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
            yield plain_files(tar)
            while stream.read(CHUNK):  # to the end: the checksum of the whole stands there
                pass
    except FAULTS as fault:
        raise BackupRefused(CUT_OFF) from fault


def plain_files(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes], int]]:
    for info in tar:
        source = tar.extractfile(info) if info.isreg() and SAFE_NAME.fullmatch(info.name) else None
        if source is None:
            raise BackupRefused(NO_BACKUP)
        yield info.name, source, info.size


def fingerprint(source: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def copy_to(path: Path, source: IO[bytes], kept: Kept) -> None:
    """Write the bytes beside their place; raises BackupRefused when they are not those of the list."""
    digest = hashlib.sha256()
    path.touch(mode=0o600)
    with path.open("wb") as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
    if digest.hexdigest() != kept.sha256:
        raise BackupRefused(NO_BACKUP)
