"""How do files become one zip, and several zips one? The documents are packed already: they are put in as they are."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO

MOMENT = (1980, 1, 1, 0, 0, 0)  # the same files give the same bytes


@contextmanager
def open_zip(out: IO[bytes]) -> Iterator[Callable[[str, bytes], None]]:
    """A zip that is being written: what it gives puts one file (path, bytes) in."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as whole:
        yield lambda name, content: whole.writestr(_about(name), content)


def write_zip(out: IO[bytes], files: Mapping[str, bytes]) -> None:
    """Write these files (by path) as a zip."""
    with open_zip(out) as put:
        for name, content in files.items():
            put(name, content)


def join_zips(out: IO[bytes], first: Mapping[str, bytes], parts: Iterable[IO[bytes]]) -> None:
    """Write one zip with these files in front and then everything that is in the parts, one part at a time."""
    with open_zip(out) as put:
        for name, content in first.items():
            put(name, content)
        for part in parts:
            with part, zipfile.ZipFile(part) as old:
                for name in old.namelist():
                    put(name, old.read(name))


def _about(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, MOMENT)
    info.external_attr = 0o644 << 16
    return info
