"""Which files lie in a folder, an archive or an upload, and are they small enough to look at?"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dekkend.kernel.sentences import say
from dekkend.register.words.changes import NotUsable

LARGEST = 60_000_000  # bytes of one file, unpacked; the largest list of DUO is 20 MB
LARGEST_TOGETHER = 300_000_000  # bytes of everything, unpacked
MOST_FILES = 500
ARCHIVE = b"PK\x03\x04"
AT_A_TIME = 1_000_000  # bytes

TOO_LARGE = say("Dit bestand is groter dan 60 MB en is niet bekeken.")
BROKEN = say("Dit zip-bestand is beschadigd of versleuteld en kon niet worden uitgepakt.")
INSIDE = say("Een zip-bestand in een zip-bestand wordt niet uitgepakt.")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it came. `problem` says why it was not read; then there are no bytes."""

    name: str
    data: bytes = b""
    problem: str = ""


def in_folder(folder: Path) -> Iterator[RawFile]:
    """Every file in the folder and below it, in order of name; hidden ones and links are passed over. Raises NotUsable."""
    if not folder.is_dir():
        raise NotUsable(say("{folder} is geen map. Noem een map met bestanden van DUO en CBS.", folder=folder.name))
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and not path.name.startswith("."))
    raw = (_of_path(path, str(path.relative_to(folder))) for path in _not_too_many(paths))
    yield from opened(raw)


def one_file(path: Path) -> Iterator[RawFile]:
    """One file, or everything in one archive. Raises NotUsable."""
    if not path.is_file():
        raise NotUsable(say("{name} is er niet. Noem een map met bestanden van DUO en CBS, of één bestand.", name=path.name))
    yield from opened([_of_path(path, path.name)])


def _of_path(path: Path, name: str) -> RawFile:
    if path.stat().st_size > LARGEST:
        return RawFile(name, problem=TOO_LARGE)
    try:
        return RawFile(name, path.read_bytes())
    except OSError:
        return RawFile(name, problem=say("Dit bestand kon niet worden gelezen."))


def opened(files: Iterable[RawFile]) -> Iterator[RawFile]:
    """The same files, with those inside archives in their place. Raises NotUsable when it is too much together."""
    together = 0
    for number, file in enumerate(_unpacked(files), start=1):
        together += len(file.data)
        if number > MOST_FILES or together > LARGEST_TOGETHER:
            raise NotUsable(
                say("Dit zijn meer bestanden dan wij tegelijk lezen (500, samen 300 MB). Lever ze in delen aan. Er is niets overgenomen.")
            )
        yield file


def _not_too_many(paths: list[Path]) -> list[Path]:
    return paths[: MOST_FILES + 1]


def _unpacked(files: Iterable[RawFile]) -> Iterator[RawFile]:
    for file in files:
        if file.data.startswith(ARCHIVE):
            yield from _of_archive(file)
        else:
            yield file


def _of_archive(file: RawFile) -> Iterator[RawFile]:
    """What an archive holds. Its own word about sizes is not believed: unpacking stops at the limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            names = [each for each in archive.infolist() if not each.is_dir()][: MOST_FILES + 1]
            if any(each.filename.startswith("xl/") for each in names):
                yield RawFile(file.name, problem=say("Dit is een werkmap. Sla het blad op als CSV en lever dat aan."))
                return
            for each in names:
                yield _of_member(archive, each, f"{file.name}/{each.filename}")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        yield RawFile(file.name, problem=BROKEN)


def _of_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> RawFile:
    parts, size = [], 0
    with archive.open(member) as stream:
        while part := stream.read(AT_A_TIME):
            size += len(part)
            if size > LARGEST:
                return RawFile(name, problem=TOO_LARGE)
            parts.append(part)
    data = b"".join(parts)
    return RawFile(name, problem=INSIDE) if data.startswith(ARCHIVE) else RawFile(name, data)
